import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createServer, getCACertificates, setDefaultCACertificates, type TLSSocket } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import {
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

const pem = (name: string) =>
  readFileSync(join(import.meta.dirname, '../fixtures/tls', `${name}.pem`), 'utf8');
const identity = (name: 'known' | 'other') => ({ cert: pem(`${name}-cert`), key: pem(`${name}-key`) });

/** What stands in front of a centre and speaks TLS; its certificate can be changed while it runs. */
interface Terminator {
  readonly url: string;
  change(name: 'known' | 'other'): void;
  close(): Promise<void>;
}

async function openTerminator(server: string): Promise<Terminator> {
  const { hostname, port } = new URL(server);
  const sockets = new Set<{ destroy(): void }>();
  const keep = (socket: TLSSocket | ReturnType<typeof connect>) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const listener = createServer(identity('known'), (near) => {
    const far = connect({ host: hostname, port: Number(port) });
    keep(near);
    keep(far);
    near.pipe(far).pipe(near);
  });
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `https://localhost:${address.port}`,
    change(name) {
      listener.setSecureContext(identity(name));
      breakAll();
    },
    async close() {
      const closed = once(listener, 'close');
      listener.close();
      breakAll();
      await closed;
    },
  };
}

let server: TestServer;
let front: Terminator;
let desk: TestWorkstation;
const trusted = getCACertificates('default');

beforeAll(async () => {
  server = await startTestServer();
  front = await openTerminator(server.url);
  // Trusted as a centre's own certificate is by the system; only in this process.
  setDefaultCACertificates([...trusted, pem('known-cert')]);
});
afterEach(async () => await desk.close());
afterAll(async () => {
  setDefaultCACertificates(trusted);
  await front.close();
  await server.close();
  await removeFolders();
});

describe('the certificate of the centre', () => {
  test('a changed one is named, nothing is sent past it, work goes on, and the old one lets the queue leave', async () => {
    desk = await openTestWorkstation();
    await desk.enrol({ ...server, url: front.url });
    await desk.signIn();
    await desk.settled();
    front.change('other');
    desk.nudge();
    const status = () => desk.get('sync.status', {});
    await desk.until(async () => (await status()).trouble === 'certificate');
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    expect((await desk.get('appeal.get', { appeal }))?.appeal.number).toMatch(/\d/);
    expect(await status()).toMatchObject({ state: 'offline', trouble: 'certificate', waiting: 4 });
    front.change('known');
    await desk.settled();
    expect((await desk.get('appeal.get', { appeal }))?.delivery).toBe('accepted');
  });

  test('a workstation is not enrolled with a server whose certificate it cannot check', async () => {
    front.change('other');
    desk = await openTestWorkstation();
    const code = await server.pairingCode();
    const refused = await desk.problem('workstation.enrol', { server: front.url, code, name: 'Стіл' });
    expect(refused).toMatchObject({ code: 'serverUnreachable', data: { trouble: 'certificate' } });
    front.change('known');
    await desk.enrol({ ...server, url: front.url, pairingCode: async () => code });
  });
});
