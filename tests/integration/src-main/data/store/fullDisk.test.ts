import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../../../src-main/data/store/open.ts';
import { openWorkstation, type Workstation } from '../../../../../src-main/data/workstation.ts';
import type { ChannelName, InputOf, OutputOf } from '../../../../../src-shared/ipc/contract.ts';
import type { Answer } from '../../../../../src-shared/ipc/envelope.ts';
import { aPeer, PASSWORD, type Peer } from '../../../../support/peer.ts';
import { startTestServer, type TestServer } from '../../../../support/server.ts';
import {
  aFolder,
  aLine,
  aRegisteredCall,
  CLIENT_MIGRATIONS,
  removeFolders,
  TEST_TIMING,
} from '../../../../support/workstation.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
const opened: Workstation[] = [];
afterEach(async () => {
  for (const workstation of opened.splice(0)) await workstation.close();
});
afterAll(async () => {
  await server.close();
  await removeFolders();
});

/** A workstation whose disk can be filled: SQLite then answers with a real SQLITE_FULL. */
async function aDeskOnASmallDisk() {
  const dir = await aFolder();
  const files = new Map<string, Database>();
  const watchers = new Set<() => void>();
  const workstation = await openWorkstation({
    dir,
    migrationsDir: CLIENT_MIGRATIONS,
    key: randomBytes(32),
    transport: aLine().transport,
    clock: { wallMs: () => Date.now(), monoMs: () => performance.now() },
    appVersion: '0.0.0-test',
    log: pino({ level: 'silent' }),
    keyUnprotected: false,
    timing: TEST_TIMING,
    onOpen: (name, db) => void files.set(name, db),
  });
  opened.push(workstation);
  workstation.onEvent(() => {
    for (const watcher of watchers) watcher();
  });
  const call = async <N extends ChannelName>(name: N, input: InputOf<N>) =>
    (await workstation.handle(name, input)) as Answer<OutputOf<N>>;
  const status = async () => {
    const answer = await call('sync.status', {});
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (;;) {
      const changed = new Promise<void>((resolve) => watchers.add(resolve));
      if (await holds()) return;
      await changed;
    }
  };
  await call('workstation.enrol', { server: server.url, code: await server.pairingCode(), name: 'Стіл' });
  await call('session.signIn', { login: 'koval', password: PASSWORD });
  await until(async () => (await status()).state === 'connected');
  return {
    dir,
    call,
    status,
    until,
    nudge: () => workstation.nudge(),
    /** No page more than there is now; null gives the room back. */
    fill(name: 'intent' | 'records', isFull: boolean): void {
      const db = files.get(name);
      db?.pragma(
        `max_page_count = ${isFull ? Number(db.pragma('page_count', { simple: true })) : 1_000_000}`,
      );
    },
  };
}

/** What another workstation brings to the centre meanwhile. */
async function fillCentre(peer: Peer, calls: number): Promise<void> {
  const commands = Array.from({ length: calls }, () =>
    peer.command('call.start', { call: randomUUID(), phone: null, phoneRaw: 'x'.repeat(60) }),
  );
  await peer.push(commands);
}

describe('the disk is full', () => {
  test('while somebody types: it is said, the text before it stays, and it goes on when there is room', async () => {
    const desk = await aDeskOnASmallDisk();
    const call = randomUUID() as never;
    const save = (rev: number, text: string) => desk.call('draft.save', { call, field: 'notes', text, rev });
    expect(await save(1, 'перші слова')).toMatchObject({ ok: true, value: { rev: 1 } });
    desk.fill('intent', true);
    const files = readdirSync(desk.dir);
    expect(await save(2, 'далі '.repeat(20_000))).toEqual({
      ok: false,
      error: expect.objectContaining({ code: 'diskFull' }),
    });
    const long = aRegisteredCall(randomUUID(), randomUUID(), { text: 'Довго розповідає. '.repeat(4000) });
    const act = { action: randomUUID(), commands: long as never, consumes: [] };
    expect(await desk.call('command.submit', act)).toMatchObject({ ok: false, error: { code: 'diskFull' } });
    // Nothing was made anew, nothing was moved, and what is there can be read.
    expect(readdirSync(desk.dir)).toEqual(files);
    const drafts = await desk.call('draft.list', {});
    expect(drafts.ok && drafts.value.calls[0]?.fields.map(({ text }) => text)).toEqual(['перші слова']);
    expect((await desk.status()).waiting).toBe(0);

    desk.fill('intent', false);
    // The window sends the newest text again, and the same act again.
    expect(await save(2, 'далі '.repeat(20_000))).toMatchObject({ ok: true, value: { rev: 2 } });
    expect(await desk.call('command.submit', act)).toMatchObject({ ok: true });
    await desk.until(async () => (await desk.status()).waiting === 0);
  });

  test('while records come from the centre: what is held stays to be seen, and the rest comes when there is room', async () => {
    const desk = await aDeskOnASmallDisk();
    const peer = await aPeer(server);
    desk.fill('records', true);
    const files = readdirSync(desk.dir);
    await fillCentre(peer, 90);
    await fillCentre(peer, 90);
    desk.nudge();
    await desk.until(async () => (await desk.status()).state === 'offline');
    expect(readdirSync(desk.dir)).toEqual(files);
    expect((await desk.call('operator.list', {})).ok).toBe(true);
    // One's own work goes on: it needs the other file.
    const act = { action: randomUUID(), commands: aRegisteredCall() as never, consumes: [] };
    expect(await desk.call('command.submit', act)).toMatchObject({ ok: true });
    expect((await desk.status()).waiting).toBeGreaterThan(0);

    desk.fill('records', false);
    desk.nudge();
    await desk.until(async () => {
      const { state, waiting, download } = await desk.status();
      return state === 'connected' && waiting === 0 && download === null;
    });
    const calls = await desk.call('call.list', { scope: 'all', limit: 1 });
    expect(calls.ok && calls.value.total).toBeGreaterThan(180);
    expect(readdirSync(desk.dir).some((name) => name.startsWith('records.damaged'))).toBe(false);
  });
});
