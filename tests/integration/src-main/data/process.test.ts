import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { pino } from 'pino';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { FromDataProcess } from '../../../../src-main/data/messages.ts';
import { runDataProcess } from '../../../../src-main/data/process.ts';
import { openStores } from '../../../../src-main/data/store/stores.ts';
import type { ClientId } from '../../../../src-shared/brand.ts';
import { aFolder, aLine, CLIENT_MIGRATIONS, removeFolders } from '../../../support/workstation.ts';

let main: MessagePort;
let data: MessagePort;
const heard: FromDataProcess[] = [];
let onHeard: () => void = () => undefined;

beforeEach(() => {
  heard.length = 0;
  ({ port1: main, port2: data } = new MessageChannel());
  main.on('message', (message) => {
    heard.push(FromDataProcess.parse(message));
    onHeard();
  });
  runDataProcess(data, () => aLine().transport, pino({ level: 'silent' }));
});
afterEach(() => {
  main.close();
});
afterAll(removeFolders);

async function next(wanted: (message: FromDataProcess) => boolean): Promise<FromDataProcess> {
  for (;;) {
    const found = heard.find(wanted);
    if (found !== undefined) return found;
    await new Promise<void>((resolve) => {
      onHeard = resolve;
    });
  }
}

function startOf(dir: string, key: Buffer) {
  const options = { dir, migrationsDir: CLIENT_MIGRATIONS, appVersion: '0.0.0', keyUnprotected: true };
  return { start: { ...options, key: key.toString('hex') } };
}

test('starts, answers calls in the order they settle, tells events, and closes in order', async () => {
  const dir = await aFolder();
  const key = randomBytes(32);
  main.postMessage({ id: 1, name: 'workstation.state', input: {} });
  main.postMessage(startOf(dir, key));
  await next((message) => 'started' in message);
  main.postMessage('nonsense');
  main.postMessage({ id: 2, name: 'workstation.state', input: {} });
  main.postMessage({ data: { id: 3, name: 'draft.list', input: {} } });
  main.postMessage({ nudge: true });
  expect(await next((message) => 'id' in message && message.id === 2)).toMatchObject({
    answer: { ok: true, value: { enrolment: null, session: null, keyUnprotected: true } },
  });
  expect(await next((message) => 'id' in message && message.id === 3)).toMatchObject({
    answer: { ok: false, error: { code: 'notSignedIn' } },
  });
  main.postMessage({ stop: true });
  await next((message) => 'stopped' in message);
  main.postMessage({ id: 4, name: 'workstation.state', input: {} });
  expect(await next((message) => 'id' in message && message.id === 4)).toMatchObject({
    answer: { ok: false, error: { code: 'dataProcessGone' } },
  });
});

test('a store that cannot be opened is named; calls are answered all the same', async () => {
  const dir = await aFolder();
  main.postMessage(startOf(dir, randomBytes(32)));
  await next((message) => 'started' in message);
  main.postMessage({ stop: true });
  await next((message) => 'stopped' in message);

  const { port1, port2 } = new MessageChannel();
  port1.on('message', (message) => {
    heard.push(FromDataProcess.parse(message));
    onHeard();
  });
  runDataProcess(port2, () => aLine().transport, pino({ level: 'silent' }));
  port1.postMessage(startOf(dir, randomBytes(32)));
  expect(await next((message) => 'failed' in message)).toMatchObject({ failed: { code: 'storeKeyWrong' } });
  port1.postMessage({ id: 9, name: 'workstation.state', input: {} });
  expect(await next((message) => 'id' in message)).toMatchObject({ answer: { ok: false } });
  port1.close();
});

test('beside a damaged store it stays, says what is left, and puts it together again', async () => {
  const dir = await aFolder();
  const key = randomBytes(32);
  main.postMessage(startOf(dir, key));
  await next((message) => 'started' in message);
  main.postMessage({ stop: true });
  await next((message) => 'stopped' in message);
  const file = join(dir, 'intent.db');
  writeFileSync(file, randomBytes(readFileSync(file).length));

  heard.length = 0;
  const { port1, port2 } = new MessageChannel();
  port1.on('message', (message) => {
    heard.push(FromDataProcess.parse(message));
    onHeard();
  });
  runDataProcess(port2, () => aLine().transport, pino({ level: 'silent' }));
  port1.postMessage(startOf(dir, key));
  expect(await next((message) => 'failed' in message)).toMatchObject({ failed: { code: 'storeDamaged' } });
  port1.postMessage({ id: 1, name: 'workstation.state', input: {} });
  port1.postMessage({ id: 2, name: 'store.damage', input: {} });
  port1.postMessage({ id: 3, name: 'store.restore', input: { backup: 5 } });
  const answer = async (id: number) => await next((message) => 'id' in message && message.id === id);
  expect(await answer(1)).toMatchObject({ answer: { ok: false, error: { code: 'dataProcessGone' } } });
  // The orderly end has left a copy.
  const damage = await answer(2);
  expect(damage).toMatchObject({ answer: { ok: true, value: { state: 'unreadable', journal: 0 } } });
  expect(await answer(3)).toMatchObject({ answer: { ok: false, error: { code: 'invalidInput' } } });
  port1.postMessage({ id: 4, name: 'store.restore', input: { backup: null } });
  expect(await answer(4)).toMatchObject({ answer: { ok: true, value: { after: { waiting: 0 } } } });
  port1.postMessage({ stop: true });
  await next((message) => 'stopped' in message);
  port1.close();
});

test('damage met in the middle of the work ends it there and offers the same way back', async () => {
  const dir = await aFolder();
  const key = randomBytes(32);
  const stores = openStores({
    dir,
    migrationsDir: CLIENT_MIGRATIONS,
    key,
    newClient: () => randomUUID() as ClientId,
    wallMs: () => 0,
  });
  // More than SQLite keeps in memory, so that what is asked for is read from the disk.
  stores.intent.transact(() => {
    for (let n = 0; n < 1500; n += 1) {
      const operator = {
        id: randomUUID(),
        region: 'dn',
        name: 'о'.repeat(10_000),
        role: 'lead',
        active: true,
      } as never;
      const known = {
        login: `o${n}`,
        operator,
        grant: randomUUID() as never,
        offlineUntil: '',
        verifier: '',
      };
      stores.intent.session.putKnown(known, '2026-11-25T08:00:00.000Z');
    }
  });
  stores.close();
  main.postMessage(startOf(dir, key));
  await next((message) => 'started' in message);
  const file = join(dir, 'intent.db');
  const bytes = readFileSync(file);
  for (let page = 400; page * 4096 < bytes.length; page += 1) randomBytes(64).copy(bytes, page * 4096 + 100);
  writeFileSync(file, bytes);
  main.postMessage({ id: 1, name: 'workstation.state', input: {} });
  expect(await next((message) => 'failed' in message)).toMatchObject({ failed: { code: 'storeDamaged' } });
  main.postMessage({ id: 2, name: 'store.damage', input: {} });
  expect(await next((message) => 'id' in message && message.id === 2)).toMatchObject({
    answer: { ok: true, value: { state: 'partly', journal: 0 } },
  });
  main.postMessage({ stop: true });
  await next((message) => 'stopped' in message);
});
