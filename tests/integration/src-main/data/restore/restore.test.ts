import { randomBytes, randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, describe, expect, test } from 'vitest';
import { compareWithJournal } from '../../../../../src-main/data/restore/journal.ts';
import {
  lookAtDamage,
  type RestoreOptions,
  restoreStore,
} from '../../../../../src-main/data/restore/restore.ts';
import { listBackups } from '../../../../../src-main/data/store/backup.ts';
import { StoreError } from '../../../../../src-main/data/store/error.ts';
import { openStores } from '../../../../../src-main/data/store/stores.ts';
import type { ClientId } from '../../../../../src-shared/brand.ts';
import { aTestDesk, type TestDesk } from '../../../../support/desk.ts';
import {
  aFolder,
  aRegisteredCall,
  CLIENT_MIGRATIONS,
  removeFolders,
} from '../../../../support/workstation.ts';

afterAll(removeFolders);

function optionsOf(dir: string, key: Buffer): RestoreOptions {
  return {
    dir,
    migrationsDir: CLIENT_MIGRATIONS,
    key,
    newClient: () => randomUUID() as ClientId,
    wallMs: () => Date.now(),
    log: pino({ level: 'silent' }),
  };
}

/** Why the stores do not open; null when they do. */
function refusalOf(dir: string, key: Buffer): string | null {
  try {
    const options = {
      dir,
      migrationsDir: CLIENT_MIGRATIONS,
      key,
      newClient: () => randomUUID() as ClientId,
      wallMs: () => 0,
    };
    openStores(options).close();
    return null;
  } catch (error) {
    if (error instanceof StoreError) return error.code;
    throw error;
  }
}

const idsOf = ({ desk }: TestDesk) => desk.stores.intent.outbox.all().map(({ command }) => command.id);

function draft({ desk, session }: TestDesk, text: string, rev: number, call = CALL): void {
  desk.stores.intent.transact(() =>
    desk.stores.intent.draft.save(
      session.operator.id,
      { call: call as never, field: 'notes', text, rev },
      desk.time.now(),
    ),
  );
}
const CALL = randomUUID();

/** A day's work: acts and a text, a local copy, then more acts, a newer text, and one more text that only the file itself has. */
async function aDaysWork() {
  const station = await aTestDesk();
  for (let act = 0; act < 6; act += 1) station.act(aRegisteredCall());
  draft(station, 'перша думка', 1);
  station.desk.stores.backUp();
  for (let act = 0; act < 6; act += 1) station.act(aRegisteredCall());
  draft(station, 'друга думка', 2);
  draft(station, 'лише тут', 1, randomUUID());
  const ids = idsOf(station);
  const { client } = station.desk.stores.intent.identity.get();
  const numbers = station.desk.stores.intent.outbox
    .all()
    .flatMap(({ command }) => command.minted.number ?? []);
  station.close();
  return { ...station, ids, client, numbers };
}

/** Everything in a folder, so that "nothing was deleted" can be looked up. */
function contentOf(dir: string): Map<string, string> {
  return new Map(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path, readFileSync(path).toString('latin1')];
      }),
  );
}

/** Overwrites one page of the file. */
function flip(file: string, page: number): void {
  const bytes = readFileSync(file);
  randomBytes(256).copy(bytes, page * 4096 + 300);
  writeFileSync(file, bytes);
}

async function reopen(station: TestDesk): Promise<TestDesk> {
  const again = await aTestDesk({ dir: station.dir, key: station.key });
  compareWithJournal(again.desk);
  return again;
}

function expectNumbersGoOn(again: TestDesk, told: readonly string[]): void {
  again.act(aRegisteredCall());
  const numbers = again.desk.stores.intent.outbox.all().flatMap(({ command }) => command.minted.number ?? []);
  expect(numbers).toEqual(expect.arrayContaining([...told]));
  expect(new Set(numbers).size).toBe(told.length + 1);
}

describe('a damaged store is brought back', () => {
  test('with any one page damaged, every command is there again, and nothing was deleted', async () => {
    const work = await aDaysWork();
    const file = join(work.dir, 'intent.db');
    const pages = readFileSync(file).length / 4096;
    let damaged = 0;
    const states = new Set<string>();
    // Every third page: tables, their indexes and the list of tables are all met.
    for (let page = 0; page < pages; page += 3) {
      const dir = await aFolder();
      cpSync(work.dir, dir, { recursive: true });
      flip(join(dir, 'intent.db'), page);
      // A free page: nothing of it is read.
      if (refusalOf(dir, work.key) === null) continue;
      damaged += 1;
      expect(refusalOf(dir, work.key)).toBe('storeDamaged');
      const before = contentOf(dir);
      const options = optionsOf(dir, work.key);
      const damage = lookAtDamage(options);
      expect(contentOf(dir)).toEqual(before);
      expect(damage.journal).toBe(work.ids.length);
      states.add(damage.state);
      const restored = restoreStore(options, damage.backups[0]?.name ?? null);
      expect(restored.after.waiting).toBe(work.ids.length);
      expect(restored.after.numbers).toBe(work.numbers.length);
      expect(restored.after.drafts).toBeGreaterThanOrEqual(1);
      const kept = contentOf(join(dir, restored.keptIn ?? ''));
      expect(kept.get(join(dir, restored.keptIn ?? '', 'intent.db'))).toBe(
        before.get(join(dir, 'intent.db')),
      );
      const again = await reopen({ ...work, dir });
      expect(idsOf(again)).toEqual(work.ids);
      const { client } = again.desk.stores.intent.identity.get();
      expect(client).not.toBe(work.client);
      expect(again.desk.stores.intent.enrolment.get()).toEqual(work.enrolment);
      expect(again.desk.stores.intent.number.free(new Date().getUTCFullYear())).toBe(0);
      again.close();
    }
    expect(damaged).toBeGreaterThan(10);
    expect([...states].sort()).toEqual(['partly', 'unreadable']);
  }, 60_000);

  test('drafts come by their revision, whichever file has it; numbers go on behind what was told', async () => {
    const work = await aDaysWork();
    const file = join(work.dir, 'intent.db');
    // The last page: of whatever table, the others stay readable.
    flip(file, readFileSync(file).length / 4096 - 1);
    restoreStore(optionsOf(work.dir, work.key), listBackups(work.dir)[0]?.name ?? null);
    const again = await reopen(work);
    const texts = again.desk.stores.intent.draft.unfinished(work.session.operator.id).map(({ text }) => text);
    expect(texts).toContain('друга думка');
    expectNumbersGoOn(again, work.numbers);
    again.close();
  });

  test('a missing file comes back from the copy and the journal', async () => {
    const work = await aDaysWork();
    for (const name of readdirSync(work.dir)) if (name.startsWith('intent.db')) rmSync(join(work.dir, name));
    expect(refusalOf(work.dir, work.key)).toBe('storeDamaged');
    const options = optionsOf(work.dir, work.key);
    const damage = lookAtDamage(options);
    expect(damage).toMatchObject({ state: 'missing', readable: null, journal: work.ids.length });
    const restored = restoreStore(options, damage.backups[0]?.name ?? null);
    expect(restored).toMatchObject({ keptIn: null, before: null });
    const again = await reopen(work);
    expect(idsOf(again)).toEqual(work.ids);
    expect(
      again.desk.stores.intent.draft.unfinished(work.session.operator.id).map(({ text }) => text),
    ).toEqual(['перша думка']);
    expectNumbersGoOn(again, work.numbers);
    again.close();
  });

  test('without any copy, what the file and the journal give is enough to go on', async () => {
    const work = await aDaysWork();
    rmSync(join(work.dir, 'backups'), { recursive: true });
    flip(join(work.dir, 'intent.db'), 0);
    const options = optionsOf(work.dir, work.key);
    expect(lookAtDamage(options).backups).toEqual([]);
    expect(restoreStore(options, null).after.waiting).toBe(work.ids.length);
    const again = await reopen(work);
    expect(idsOf(again)).toEqual(work.ids);
    again.close();
  });

  test('what was confirmed since the copy does not wait again', async () => {
    const station = await aTestDesk();
    station.act(aRegisteredCall());
    station.desk.stores.backUp();
    const { intent } = station.desk.stores;
    const [first] = intent.outbox.all();
    if (first === undefined) throw new Error('nothing waits');
    intent.transact(() => {
      const place = { seq: first.command.seq, id: first.command.id, version: 5, ordinal: 0 };
      const result = { ...place, outcome: 'applied', code: null, data: null } as const;
      intent.acknowledged.add(first.command, result, randomUUID(), station.desk.time.now());
      intent.outbox.remove(first.command, false);
    });
    const left = idsOf(station);
    station.close();
    const file = join(station.dir, 'intent.db');
    const options = optionsOf(station.dir, station.key);
    // Only its log is cut off: the file itself is whole, and the copy is the older one.
    writeFileSync(file, readFileSync(file));
    restoreStore(options, listBackups(station.dir)[0]?.name ?? null);
    const again = await reopen(station);
    expect(idsOf(again)).toEqual(left);
    expect(again.desk.stores.intent.acknowledged.has(first.command.id)).toBe(true);
    again.close();
  });

  test('cut off after the damaged file was moved, it is done again to the same end', async () => {
    const work = await aDaysWork();
    const aside = join(work.dir, 'damaged-2026-11-25T08-00-00-000Z');
    mkdirSync(aside);
    renameSync(join(work.dir, 'intent.db'), join(aside, 'intent.db'));
    writeFileSync(join(work.dir, 'intent.restored.db'), 'half');
    const options = optionsOf(work.dir, work.key);
    expect(lookAtDamage(options).readable).toMatchObject({ waiting: work.ids.length, drafts: 2 });
    expect(restoreStore(options, listBackups(work.dir)[0]?.name ?? null).after).toMatchObject({
      waiting: work.ids.length,
      drafts: 2,
    });
    const again = await reopen(work);
    expect(idsOf(again)).toEqual(work.ids);
    again.close();
    // What has found its place is not taken again by the next restore.
    for (const name of readdirSync(work.dir)) if (name.startsWith('intent.db')) rmSync(join(work.dir, name));
    expect(lookAtDamage(options).readable).toBeNull();
  });

  test('a log that was cut short loses no command', async () => {
    const station = await aTestDesk();
    for (let act = 0; act < 5; act += 1) station.act(aRegisteredCall());
    const ids = idsOf(station);
    const { client } = station.desk.stores.intent.identity.get();
    const dir = await aFolder();
    cpSync(station.dir, dir, { recursive: true });
    station.close();
    const log = join(dir, 'intent.db-wal');
    expect(existsSync(log)).toBe(true);
    truncateSync(log, Math.floor(readFileSync(log).length / 3));
    expect(refusalOf(dir, station.key)).toBeNull();
    const again = await reopen({ ...station, dir });
    expect(idsOf(again)).toEqual(ids);
    expect(again.desk.stores.intent.identity.get().client).not.toBe(client);
    again.close();
  });
});

describe('what is no damage is not treated as damage', () => {
  test('a wrong key, a lock, a folder closed for writing', async () => {
    const work = await aDaysWork();
    expect(refusalOf(work.dir, randomBytes(32))).toBe('storeKeyWrong');
    const holder = await aTestDesk({ dir: work.dir, key: work.key });
    expect(refusalOf(work.dir, work.key)).toBe('storeBusy');
    holder.close();
    expect(refusalOf(work.dir, work.key)).toBeNull();
  });

  test('a restore with the wrong key, or from a copy that is not there, changes nothing', async () => {
    const work = await aDaysWork();
    flip(join(work.dir, 'intent.db'), 0);
    const before = contentOf(work.dir);
    expect(() =>
      restoreStore(optionsOf(work.dir, randomBytes(32)), listBackups(work.dir)[0]?.name ?? null),
    ).toThrow(StoreError);
    expect(() => restoreStore(optionsOf(work.dir, work.key), '../intent.db')).toThrow(StoreError);
    expect(contentOf(work.dir)).toEqual(before);
  });
});
