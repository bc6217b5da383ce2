import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCallStart } from '../../../support/cases.ts';
import { aPeer, type Peer, post, refusalOf } from '../../../support/peer.ts';
import { startTestServer, type TestServer } from '../../../support/server.ts';

describe('the door of HTTP', () => {
  let server: TestServer;
  let peer: Peer;
  beforeAll(async () => {
    server = await startTestServer();
    peer = await aPeer(server);
  });
  afterAll(async () => await server.close());

  test('says that it is a Holos server', async () => {
    const response = await fetch(`${server.url}/health`);
    expect(await response.json()).toEqual({ ok: true, product: 'holos', protocol: [1, 2] });
  });

  const guarded = ['/session', '/sync/hello', '/sync/push', '/sync/pull'];

  test.each(guarded)('%s: without the secret of a workstation 401, whatever the body', async (path) => {
    const { workstation } = peer.enrolled;
    const bearers = [
      undefined,
      'x',
      `${workstation}.`,
      `${workstation}.wrong`,
      `${randomUUID()}.${peer.enrolled.secret}`,
    ];
    for (const bearer of bearers) {
      const reply = await post(server.url, path, {}, bearer);
      expect([reply.status, refusalOf(reply)]).toEqual([401, 'unauthorised']);
    }
  });

  test.each([...guarded, '/enrol'])('%s: junk is malformed, in our words', async (path) => {
    for (const body of [
      '',
      '{',
      '[]',
      'null',
      '"text"',
      '{"client": 1}',
      `{"extra": true, "__proto__": {}}`,
    ]) {
      const reply = await post(server.url, path, body, peer.bearer);
      expect([body, reply.status, refusalOf(reply)]).toEqual([body, 400, 'malformed']);
    }
  });

  test('a body over a mebibyte is too large', async () => {
    const reply = await peer.send('/sync/push', { commands: 'x'.repeat(1_100_000) });
    expect([reply.status, refusalOf(reply)]).toEqual([413, 'too_large']);
  });

  test('an unknown address is not found, in our words', async () => {
    const reply = await post(server.url, '/nothing', {}, peer.bearer);
    expect([reply.status, refusalOf(reply)]).toEqual([404, 'not_found']);
  });

  test('a revoked workstation is shut out', async () => {
    const other = await aPeer(server);
    await server.admin('workstation.revoke', { id: other.enrolled.workstation });
    expect((await other.send('/sync/pull', {})).status).toBe(401);
  });

  test('the door of the administrator needs its token', async () => {
    for (const bearer of [undefined, 'x', peer.bearer]) {
      expect((await post(server.url, '/admin/pair', {}, bearer)).status).toBe(401);
    }
  });

  test('a long answer is compressed for whoever accepts it', async () => {
    await peer.push(Array.from({ length: 20 }, () => aCallStart(peer)));
    const body = {
      client: peer.client,
      request: randomUUID(),
      epoch: null,
      cursor: null,
      limit: 500,
      ackedSeq: 0,
    };
    const plain = await raw(server.url, peer.bearer, body, 'identity');
    const packed = await raw(server.url, peer.bearer, body, 'gzip');
    expect(plain.encoding).toBeUndefined();
    expect(packed.encoding).toBe('gzip');
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 3);
    expect(gunzipSync(packed.bytes).toString()).toBe(plain.bytes.toString());
  });
});

async function raw(url: string, bearer: string, body: object, accept: string) {
  return await new Promise<{ encoding: string | undefined; bytes: Buffer }>((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${bearer}`,
      'accept-encoding': accept,
    };
    const sent = request(`${url}/sync/pull`, { method: 'POST', headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ encoding: response.headers['content-encoding'], bytes: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}
