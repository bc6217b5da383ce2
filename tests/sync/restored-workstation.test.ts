import { randomUUID } from 'node:crypto';
import { copyFile, cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { INITIAL_HOLD } from '../../src-shared/number/lease.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import {
  aFolder,
  aLine,
  anAnswer,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

const open: { close(): Promise<void> }[] = [];
let centre: TestServer;
let desk: TestWorkstation;

beforeEach(async () => {
  centre = await startTestServer();
  open.push(centre);
  desk = await openTestWorkstation({ line: aLine(true) });
  open.push(desk);
  await desk.enrol(centre);
  await desk.signIn();
  await desk.settled();
});
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});
afterAll(removeFolders);

async function register(at: TestWorkstation, count = 1): Promise<string[]> {
  const numbers: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { commands } = await at.submit(aRegisteredCall());
    numbers.push(...commands.flatMap(({ number }) => number ?? []));
  }
  return numbers;
}

/** Client of the last hello, as the centre sees it. */
function clientOf(at: TestWorkstation): string {
  const hello = at.line.sent.findLast(({ path }) => path === '/sync/hello');
  return (JSON.parse(hello?.body ?? '{}') as { client: string }).client;
}

async function used(): Promise<string[]> {
  const rows = await centre.running.context.store.db
    .selectFrom('issued_number')
    .select('full_number')
    .where('state', '=', 'used')
    .execute();
  return rows.map(({ full_number }) => full_number);
}

describe('a copied folder', () => {
  test('tells other numbers than its original from the first act on, while the centre is away for both', async () => {
    // More than the blocks hold, so that the own series is under way too.
    desk.line.cut();
    const before = await register(desk, INITIAL_HOLD + 2);
    await desk.close();
    const copies = [await aFolder(), await aFolder()];
    for (const dir of copies) await cp(desk.dir, dir, { recursive: true });
    const all = [desk.dir, ...copies];
    const opened: TestWorkstation[] = [];
    for (const dir of all) {
      const line = aLine(true);
      line.cut();
      const one = await openTestWorkstation({ dir, key: desk.key, line });
      opened.push(one);
      open.push(one);
    }
    const told = [...before];
    for (const one of opened) told.push(...(await register(one, 3)));
    expect(new Set(told).size).toBe(told.length);
    for (const one of opened) {
      one.line.mend();
      one.nudge();
      await one.until(async () => (await one.get('sync.status', {})).state === 'connected');
      await one.settled();
    }
    expect((await used()).sort()).toEqual([...told].sort());
    expect(new Set(opened.map(clientOf)).size).toBe(3);
  });

  test('is noticed once: opened again in its place it stays who it is', async () => {
    desk.nudge();
    await desk.settled();
    const client = clientOf(desk);
    const again = await desk.reopen({ line: aLine(true) });
    open.push(again);
    await again.settled();
    expect(clientOf(again)).toBe(client);
  });
});

describe('a workstation put back from a backup of its own', () => {
  test('is noticed at the centre, loses nothing and tells no number twice', async () => {
    const early = await register(desk);
    await desk.settled();
    await desk.close();
    const kept = join(await aFolder(), 'intent.db');
    await copyFile(join(desk.dir, 'intent.db'), kept);
    let now = await openTestWorkstation({ dir: desk.dir, key: desk.key, line: aLine(true) });
    open.push(now);
    const late = await register(now, 2);
    await now.settled();
    const former = clientOf(now);
    await now.close();
    // Whatever could have told locally is gone as well: only the centre knows.
    now = await openTestWorkstation({ dir: await onlyIntent(kept), key: desk.key, line: aLine(true) });
    open.push(now);
    await now.until(async () => (await now.get('sync.status', {})).state === 'connected');
    await now.settled();
    expect(clientOf(now)).not.toBe(former);
    const again = await register(now, 2);
    await now.settled();
    const told = [...early, ...late, ...again];
    expect(new Set(told).size).toBe(told.length);
    expect((await used()).sort()).toEqual([...told].sort());
  });

  test('goes on above every number of its own series that the centre knows', async () => {
    await desk.close();
    const kept = join(await aFolder(), 'intent.db');
    await copyFile(join(desk.dir, 'intent.db'), kept);
    let now = await openTestWorkstation({ dir: desk.dir, key: desk.key, line: aLine(true) });
    open.push(now);
    now.line.cut();
    const told = await register(now, INITIAL_HOLD + 3);
    now.line.mend();
    now.nudge();
    await now.until(async () => (await now.get('sync.status', {})).waiting === 0);
    await now.close();
    now = await openTestWorkstation({ dir: await onlyIntent(kept), key: desk.key, line: aLine(true) });
    open.push(now);
    await now.until(async () => (await now.get('sync.status', {})).state === 'connected');
    await now.settled();
    now.line.cut();
    const again = await register(now, INITIAL_HOLD + 1);
    const own = (numbers: string[]) => numbers.filter((number) => number.includes('-Т')).sort();
    expect(own(told)).toHaveLength(3);
    expect(own(again)).toHaveLength(1);
    expect((own(again)[0] ?? '') > (own(told).at(-1) ?? '')).toBe(true);
    expect(new Set([...told, ...again]).size).toBe(told.length + again.length);
  });
});

/** The folder of the workstation as it is when nothing but an old `intent.db` is left: records and journal are gone too. */
async function onlyIntent(kept: string): Promise<string> {
  for (const name of await readdir(desk.dir))
    if (!/^(key\.check|installation)$/.test(name)) await rm(join(desk.dir, name), { recursive: true });
  await copyFile(kept, join(desk.dir, 'intent.db'));
  return desk.dir;
}

test('a command too large for the way is kept as what was really sent: its workstation is not taken for a copy', async () => {
  desk.line.intercept(async (path, pass, body) =>
    path === '/sync/push' && body.includes('велика скарга') ? anAnswer(413, 'too large') : await pass(),
  );
  const before = clientOf(desk);
  await desk.submit(aRegisteredCall(randomUUID(), randomUUID(), { text: 'велика скарга' }));
  await desk.until(async () => (await desk.get('sync.status', {})).waiting === 0);
  desk.line.intercept(null);
  desk.nudge();
  await desk.until(async () => (await desk.get('sync.status', {})).state === 'connected');
  const again = await desk.reopen({ line: aLine(true) });
  open.push(again);
  await again.settled();
  expect(clientOf(again)).toBe(before);
});
