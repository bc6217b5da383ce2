import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { OutboxImported } from '../../src-server/admin/outbox.ts';
import { DeliverAnswer } from '../../src-shared/sync/deliver.ts';
import { aPeer, refusalOf, rehashed } from '../support/peer.ts';
import type { TestServer } from '../support/server.ts';
import { ENGINES, useBench } from '../support/stores.ts';
import {
  aFolder,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

const opened: TestWorkstation[] = [];
afterEach(async () => {
  for (const station of opened.splice(0)) await station.close();
});
afterAll(removeFolders);

/** An enrolled workstation with an operator at it, its line in order. */
async function aDesk(server: TestServer, name: string): Promise<TestWorkstation> {
  const station = await openTestWorkstation();
  opened.push(station);
  await station.enrol(server, name);
  await station.signIn();
  await station.settled();
  return station;
}

/** Works while the line is cut; answers what waits. */
async function workOffline(station: TestWorkstation, acts: number): Promise<number> {
  station.line.cut();
  for (let act = 0; act < acts; act += 1) await station.submit(aRegisteredCall());
  return (await station.get('sync.status', {})).waiting;
}

async function saveTo(station: TestWorkstation, passphrase: string | null = null) {
  const path = join(await aFolder(), 'work.holos-outbox');
  const written = await station.get('carry.write', { path, passphrase });
  return { path, ...written };
}

async function countsAt(server: TestServer) {
  const { rows } = await (await aPeer(server)).pullAll();
  const numbers = rows.filter(({ type }) => type === 'number').map(({ id }) => id);
  return {
    appeals: rows.filter(({ type }) => type === 'appeal').length,
    history: rows.filter(({ type }) => type === 'history').length,
    numbers: numbers.length,
    distinct: new Set(numbers).size,
  };
}

const handedOver = (station: TestWorkstation) =>
  station.until(async () => (await station.get('sync.status', {})).parcelWaiting === 0);

describe.each(ENGINES)('work carried to another workstation, on %s', (engine) => {
  const { server } = useBench(engine);

  test('is decided in its own name, once, and its own workstation finds it done', async () => {
    const centre = server();
    const origin = await aDesk(centre, 'Стіл без зв’язку');
    const carrier = await aDesk(centre, 'Стіл зі зв’язком');
    const before = await countsAt(centre);
    const waiting = await workOffline(origin, 3);
    const file = await saveTo(origin);
    expect(file).toMatchObject({
      commands: waiting,
      passphrase: expect.stringMatching(/^\d{4}(-\d{4}){5}$/),
    });
    const text = readFileSync(file.path, 'utf8');
    expect(text).not.toContain('Тестенко');
    expect(text).not.toContain(centre.url);

    // The digits count, however they were said.
    const spoken = file.passphrase.replaceAll('-', ' ');
    expect(await carrier.get('carry.read', { path: file.path, passphrase: spoken })).toEqual({
      source: 'Стіл без зв’язку',
      fresh: waiting,
      known: 0,
    });
    await handedOver(carrier);
    const after = await countsAt(centre);
    expect(after).toMatchObject({ appeals: before.appeals + 3, numbers: before.numbers + 3 });
    expect(after.distinct).toBe(after.numbers);
    expect((await carrier.get('carry.list', {})).works).toEqual([
      expect.objectContaining({
        source: 'Стіл без зв’язку',
        waiting: 0,
        delivered: waiting,
        stopped: 0,
        code: null,
      }),
    ]);
    // The carrier sees the other's appeals with their numbers, as anybody does.
    await carrier.settled();

    origin.line.mend();
    origin.nudge();
    await origin.settled();
    expect(await countsAt(centre)).toEqual(after);
    expect((await origin.get('attention.list', {})).items).toEqual([]);

    // And once more by the same file: everything is known.
    expect(await carrier.get('carry.read', { path: file.path, passphrase: file.passphrase })).toMatchObject({
      fresh: 0,
      known: waiting,
    });
    expect(await countsAt(centre)).toEqual(after);
  });

  test('comes after its own workstation, in part or whole: nothing twice', async () => {
    const centre = server();
    const origin = await aDesk(centre, 'Перший');
    const carrier = await aDesk(centre, 'Другий');
    await workOffline(origin, 2);
    const early = await saveTo(origin, 'добре слово, довге');
    await origin.submit(aRegisteredCall());
    const late = await saveTo(origin, 'добре слово, довге');
    expect(late.commands).toBeGreaterThan(early.commands);
    origin.line.mend();
    origin.nudge();
    await origin.settled();
    const after = await countsAt(centre);
    for (const { path, passphrase } of [late, early]) await carrier.get('carry.read', { path, passphrase });
    await handedOver(carrier);
    expect(await countsAt(centre)).toEqual(after);
    expect((await carrier.get('carry.list', {})).works[0]).toMatchObject({
      delivered: late.commands,
      stopped: 0,
    });
  });

  test('is handed over as soon as the line is back, over a restart of the carrier', async () => {
    const centre = server();
    const origin = await aDesk(centre, 'Третій');
    let carrier = await aDesk(centre, 'Четвертий');
    const waiting = await workOffline(origin, 1);
    const file = await saveTo(origin);
    carrier.line.cut();
    await carrier.get('carry.read', { path: file.path, passphrase: file.passphrase });
    expect((await carrier.get('sync.status', {})).parcelWaiting).toBe(waiting);
    const before = await countsAt(centre);
    carrier = await carrier.reopen();
    opened[1] = carrier;
    expect((await carrier.get('sync.status', {})).parcelWaiting).toBe(waiting);
    // What was brought and not handed over goes on in the next file, too.
    carrier.line.mend();
    carrier.nudge();
    await handedOver(carrier);
    expect((await countsAt(centre)).appeals).toBe(before.appeals + 1);
  });

  test('may be taken in by the administrator instead', async () => {
    const centre = server();
    const origin = await aDesk(centre, 'П’ятий');
    const waiting = await workOffline(origin, 2);
    const file = await saveTo(origin);
    const before = await countsAt(centre);
    const input = { file: file.path, passphrase: file.passphrase };
    await expect(centre.admin('outbox.import', { ...input, passphrase: '0000' })).rejects.toThrow(
      /passphrase/,
    );
    await expect(centre.admin('outbox.import', { ...input, file: `${file.path}.none` })).rejects.toThrow(
      /cannot be read/,
    );
    const imported = (await centre.admin('outbox.import', input)) as OutboxImported;
    expect(imported).toMatchObject({ from: 'П’ятий', decided: { applied: waiting }, stopped: [] });
    const after = await countsAt(centre);
    expect(after.appeals).toBe(before.appeals + 2);
    expect(await centre.admin('outbox.import', input)).toMatchObject({
      decided: { applied: waiting },
      stopped: [],
    });
    origin.line.mend();
    origin.nudge();
    await origin.settled();
    expect(await countsAt(centre)).toEqual(after);
  });

  test('a workstation that was shut out is not heard through another one; the administrator may take its work in', async () => {
    const centre = server();
    const origin = await aDesk(centre, 'Шостий');
    const carrier = await aDesk(centre, 'Сьомий');
    const waiting = await workOffline(origin, 1);
    const file = await saveTo(origin);
    const { enrolment } = await origin.get('workstation.state', {});
    await centre.admin('workstation.revoke', { id: enrolment?.workstation });
    await carrier.get('carry.read', { path: file.path, passphrase: file.passphrase });
    await handedOver(carrier);
    expect((await carrier.get('carry.list', {})).works[0]).toMatchObject({
      stopped: waiting,
      code: 'unknown',
    });
    expect(
      await centre.admin('outbox.import', { file: file.path, passphrase: file.passphrase }),
    ).toMatchObject({
      decided: { applied: waiting },
    });
  });

  test('gap and fork are told, and nothing of them is decided', async () => {
    const centre = server();
    const origin = await aPeer(centre);
    const carrier = await aPeer(centre);
    const call = randomUUID();
    const start = origin.command('call.start', { call, phone: null, phoneRaw: '' });
    const note = origin.command('call.note', { call, lines: [{ atMs: 1, text: 'а' }] });
    const deliver = async (...commands: (typeof start)[]) => {
      const head = { client: carrier.client, request: randomUUID() };
      return await carrier.send('/sync/deliver', {
        ...head,
        epoch: carrier.epoch,
        origin: origin.client,
        commands,
      });
    };
    expect(DeliverAnswer.parse((await deliver(note)).body)).toMatchObject({
      results: [],
      stop: { name: 'gap', expected: start.seq },
    });
    expect(DeliverAnswer.parse((await deliver(start)).body).results).toMatchObject([{ outcome: 'applied' }]);
    const other = rehashed({ ...start, payload: { ...start.payload, phoneRaw: '1' } });
    expect(DeliverAnswer.parse((await deliver(other)).body).stop).toEqual({ name: 'forked', seq: start.seq });
    expect(DeliverAnswer.parse((await deliver(start, note)).body).results).toHaveLength(2);
    // In another's name: the grant is of its own workstation.
    const forged = rehashed({
      ...note,
      id: randomUUID() as typeof note.id,
      seq: note.seq + 1,
      grant: carrier.grant as typeof note.grant,
    });
    expect(DeliverAnswer.parse((await deliver(forged)).body).results).toMatchObject([
      { outcome: 'refused', code: 'grant_unknown' },
    ]);
    expect(
      refusalOf(await deliver(rehashed({ ...note, workstation: randomUUID() as typeof note.workstation }))),
    ).toBe('not_found');
    expect(refusalOf(await deliver(rehashed({ ...note, client: randomUUID() as typeof note.client })))).toBe(
      'malformed',
    );
  });
});

describe('the file', () => {
  const { server } = useBench('sqlite');

  test('any change of it, or another passphrase, opens nothing; a newer or a foreign one is told as such', async () => {
    const origin = await aDesk(server(), 'Восьмий');
    await workOffline(origin, 1);
    const { path, passphrase } = await saveTo(origin);
    const carrier = await aDesk(server(), 'Дев’ятий');
    const file = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown> & { data: string };
    const read = async (changed: unknown, word = passphrase) => {
      const copy = join(await aFolder(), 'changed');
      writeFileSync(copy, typeof changed === 'string' ? changed : JSON.stringify(changed));
      return (await carrier.problem('carry.read', { path: copy, passphrase: word })).code;
    };
    expect(await read(file, '1111-2222-3333-4444-5555-6666')).toBe('carryPassphraseWrong');
    const at = Math.floor(file.data.length / 2);
    const flipped = file.data[at] === 'A' ? 'B' : 'A';
    expect(await read({ ...file, data: file.data.slice(0, at) + flipped + file.data.slice(at + 1) })).toBe(
      'carryPassphraseWrong',
    );
    expect(await read({ ...file, data: file.data.slice(0, 400) })).toBe('carryPassphraseWrong');
    expect(await read({ ...file, kdf: { ...(file.kdf as object), N: 2 ** 15 } })).toBe(
      'carryPassphraseWrong',
    );
    expect(await read({ ...file, kdf: { ...(file.kdf as object), N: 2 ** 30 } })).toBe('carryFileForeign');
    expect(await read({ ...file, version: 2 })).toBe('carryFileNewer');
    expect(await read('{"holos":')).toBe('carryFileForeign');
    expect(await read('')).toBe('carryFileForeign');
    const missing = await carrier.problem('carry.read', { path: `${path}.none`, passphrase });
    expect(missing).toEqual({ code: 'fileUnreadable', data: { name: 'work.holos-outbox.none' } });
    expect((await carrier.get('sync.status', {})).parcelWaiting).toBe(0);
  });

  test('is not made of nothing, nor by nobody', async () => {
    const station = await aDesk(server(), 'Десятий');
    const path = join(await aFolder(), 'x.holos-outbox');
    expect((await station.problem('carry.write', { path, passphrase: null })).code).toBe('carryNothing');
    await workOffline(station, 1);
    const closed = join(path, 'nowhere', 'x');
    expect((await station.problem('carry.write', { path: closed, passphrase: null })).code).toBe(
      'fileNotSaved',
    );
    await station.get('session.signOut', {});
    expect((await station.problem('carry.write', { path, passphrase: null })).code).toBe('notSignedIn');
  });
});
