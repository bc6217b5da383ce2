// Public bug reports of other products about the files on the workstation, each as what must hold here (cases 35 to 40).
import { randomBytes, randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, describe, expect, test } from 'vitest';
import { type KeyProtection, loadKey } from '../../../src-main/app/key.ts';
import { backupFolder } from '../../../src-main/data/store/backup.ts';
import { copyDatabase } from '../../../src-main/data/store/copy.ts';
import { StoreError } from '../../../src-main/data/store/error.ts';
import { openDatabase, transact } from '../../../src-main/data/store/open.ts';
import { openStore } from '../../../src-server/store/open.ts';
import { inWriteTransaction } from '../../../src-server/store/transaction.ts';
import { killImage, newIds, shownOf, statusOf, takePlaceOf, useCentre } from '../../support/centre.ts';
import { aTestDesk } from '../../support/desk.ts';
import {
  aFolder,
  aLine,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../../support/workstation.ts';

const centre = useCentre();
afterAll(removeFolders);

const openFull = (file: string, key: Buffer): Database =>
  openDatabase({ file, key, durability: 'FULL', exclusive: true });

/** The named state in which something refuses; "done" when it does not. */
async function stateOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'done';
  } catch (error) {
    if (error instanceof StoreError) return error.code;
    throw error;
  }
}

/** Everything of a folder, byte by byte. */
function bytesOf(dir: string): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name),
      readFileSync(join(parentPath, name)).toString('base64'),
    ]),
  );
}

describe('the files', () => {
  test('case 35: no key, a wrong key and a damaged file are three things in three sentences, and none of them deletes', async () => {
    const made = await centre.desk();
    await made.submit(aRegisteredCall());
    await made.close();
    const locked: KeyProtection = {
      isAvailable: async () => false,
      wrap: async () => Buffer.alloc(0),
      unwrap: async () => '',
    };
    const keyFile = join(await aFolder(), 'key.json');
    const before = bytesOf(made.dir);
    const missing = await loadKey({ file: keyFile, protection: locked, hasStore: true });
    const found = [missing.ok ? 'done' : missing.error.code];
    expect(existsSync(keyFile)).toBe(false);
    found.push(await stateOf(() => openTestWorkstation({ dir: made.dir, key: randomBytes(32) })));
    expect(bytesOf(made.dir)).toEqual(before);
    const damaged = await aFolder();
    await cp(made.dir, damaged, { recursive: true });
    const file = join(damaged, 'intent.db');
    const bytes = readFileSync(file);
    randomBytes(bytes.length - 4096).copy(bytes, 4096);
    writeFileSync(file, bytes);
    found.push(await stateOf(() => openTestWorkstation({ dir: damaged, key: made.key })));
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(found).toEqual(['storeKeyMissing', 'storeKeyWrong', 'storeDamaged']);
    for (const language of ['uk', 'ru', 'en']) {
      const texts = JSON.parse(
        readFileSync(
          join(import.meta.dirname, `../../../src-shared/locale/${language}/problem.json`),
          'utf8',
        ),
      ) as Record<string, string>;
      const sentences = found.map((code) => texts[code]);
      expect(new Set(sentences).size).toBe(3);
      expect(sentences).not.toContain(undefined);
    }
  });

  test('case 36: a disk that fills up while somebody types and while records arrive is said, costs nothing, and goes on when there is room', async () => {
    const databases: Record<string, Database> = {};
    const desk = await centre.desk('koval', {
      onOpen: (name, db) => {
        databases[name] = db;
      },
    });
    const fill = (name: string) => {
      const db = databases[name];
      const pages = Number(db?.pragma('page_count', { simple: true }));
      db?.pragma(`max_page_count = ${pages}`);
    };
    const free = (name: string) => databases[name]?.pragma('max_page_count = 1000000');
    const call = randomUUID();
    const text = 'свідчення '.repeat(5000);
    await desk.get('draft.save', { call, field: 'notes', text: 'початок', rev: 1 });
    fill('intent');
    const refused = await desk.problem('draft.save', { call, field: 'notes', text, rev: 2 });
    expect(refused.code).toBe('diskFull');
    expect(databases.intent?.inTransaction).toBe(false);
    expect((await desk.get('draft.list', {})).calls[0]?.fields).toMatchObject([{ text: 'початок' }]);
    free('intent');
    await desk.get('draft.save', { call, field: 'notes', text, rev: 2 });

    fill('records');
    const other = await centre.desk('bondar');
    const theirs = Array.from({ length: 30 }, () => newIds());
    for (const { call: theirCall, appeal } of theirs) await other.submit(aRegisteredCall(theirCall, appeal));
    await other.settled();
    desk.nudge();
    await desk.until(async () => (await statusOf(desk)).state === 'offline');
    expect(readdirSync(desk.dir).filter((name) => name.includes('damaged'))).toEqual([]);
    free('records');
    desk.nudge();
    for (const { appeal } of theirs) await desk.until(async () => (await shownOf(desk, appeal)) !== null);
    expect((await desk.get('draft.list', {})).calls[0]?.fields).toMatchObject([{ text, rev: 2 }]);
  });

  test('case 37: after a commit that failed the connection is out of its transaction, the caller is told, and the next one stands', async () => {
    const unfinished =
      'CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE child (parent INTEGER NOT NULL REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED) STRICT;';
    const file = join(await aFolder(), 'intent.db');
    const key = randomBytes(32);
    const db = openFull(file, key);
    db.exec(unfinished);
    expect(() => transact(db, () => db.exec('INSERT INTO child VALUES (7)'))).toThrow(/FOREIGN KEY/);
    expect(db.inTransaction).toBe(false);
    transact(db, () => db.exec('INSERT INTO parent VALUES (7); INSERT INTO child VALUES (7)'));
    db.close();
    const again = openFull(file, key);
    expect(again.prepare('SELECT count(*) FROM child').pluck().get()).toBe(1);
    again.close();

    let raw: Database | undefined;
    const store = await openStore({
      dataDir: await aFolder(),
      log: pino({ level: 'silent' }),
      onOpen: (database) => {
        raw = database;
      },
    });
    raw?.exec(unfinished);
    const insert = (statement: string) =>
      inWriteTransaction(store.db, async (tx) => await sql.raw(statement).execute(tx));
    await expect(insert('INSERT INTO child VALUES (7)')).rejects.toThrow(/FOREIGN KEY/);
    expect(raw?.inTransaction).toBe(false);
    await insert('INSERT INTO parent VALUES (7)');
    await insert('INSERT INTO child VALUES (7)');
    expect(raw?.prepare('SELECT count(*) FROM child').pluck().get()).toBe(1);
    await store.close();
  });

  test('case 38: a copy made between any two acts holds everything up to it, wherever it is opened; the bare main file does not', async () => {
    const desk = await aTestDesk();
    const counts: [string, number][] = [];
    try {
      for (let act = 0; act < 5; act += 1) {
        desk.act(aRegisteredCall());
        const { name } = desk.desk.stores.backUp();
        counts.push([name, desk.desk.stores.intent.outbox.waiting().count]);
      }
      copyFileSync(join(desk.dir, 'intent.db'), join(desk.dir, 'bare.db'));
    } finally {
      desk.close();
    }
    const elsewhere = await aFolder();
    for (const [name, count] of counts) {
      renameSync(join(backupFolder(desk.dir), name), join(elsewhere, name));
      const copy = openFull(join(elsewhere, name), desk.key);
      expect(copy.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(count);
      expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
      copy.close();
    }
    expect(counts.map(([, count]) => count)).toEqual([4, 8, 12, 16, 20]);
    // What a copy of the main file alone would have brought: proof that the copies above are no such thing.
    const bare = openFull(join(desk.dir, 'bare.db'), desk.key);
    const tables = bare.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'outbox'").pluck().get();
    const rows = tables === 0 ? 0 : bare.prepare('SELECT count(*) FROM outbox').pluck().get();
    expect(rows).not.toBe(20);
    bare.close();
  });

  test('case 39: on the pinned build a key changed under WAL and an encrypted copy open with the right key and with no other', async () => {
    const folder = await aFolder();
    const [first, second] = [randomBytes(32), randomBytes(32)];
    const file = join(folder, 'intent.db');
    const db = openFull(file, first);
    db.exec('CREATE TABLE line (n INTEGER NOT NULL, text TEXT NOT NULL) STRICT');
    const insert = db.prepare('INSERT INTO line VALUES (?, ?)');
    transact(db, () => {
      for (let n = 0; n < 2000; n += 1) insert.run(n, `рядок ${n} `.repeat(20));
    });
    const whole = db.prepare('SELECT sum(n), count(*), sum(length(text)) FROM line').raw().get();
    const options = { file, key: first, durability: 'FULL', exclusive: true } as const;
    copyDatabase(db, options, join(folder, 'before.db'));
    db.pragma(`rekey = "x'${second.toString('hex')}'"`);
    insert.run(-1, 'після зміни ключа');
    copyDatabase(db, { ...options, key: second }, join(folder, 'after.db'));
    db.close();
    const read = (name: string, key: Buffer) => {
      const opened = openFull(join(folder, name), key);
      try {
        expect(opened.pragma('integrity_check', { simple: true })).toBe('ok');
        return opened
          .prepare('SELECT sum(n), count(*), sum(length(text)) FROM line WHERE n >= 0')
          .raw()
          .get();
      } finally {
        opened.close();
      }
    };
    expect(read('intent.db', second)).toEqual(whole);
    expect(read('after.db', second)).toEqual(whole);
    expect(read('before.db', first)).toEqual(whole);
    for (const [name, wrong] of [
      ['intent.db', first],
      ['after.db', first],
      ['before.db', second],
    ] as const)
      expect(await stateOf(() => read(name, wrong))).toBe('storeDamaged');
    for (const name of ['intent.db', 'after.db', 'before.db'])
      expect(readFileSync(join(folder, name)).includes(Buffer.from('рядок'))).toBe(false);
  });

  test('case 40: text brought back is named by its call and its time, said once, and belongs to its operator and to no other form', async () => {
    const desk = await centre.desk('koval');
    const startedAt = '2026-11-25T12:32:00.000Z';
    const [one, two] = [randomUUID(), randomUUID()];
    const save = (call: string, field: 'call' | 'notes', text: string) =>
      desk.get('draft.save', { call, field, text, rev: 1 });
    await save(one, 'call', JSON.stringify({ startedAt }));
    await save(one, 'notes', 'три\nрядки\nтексту');
    await save(two, 'notes', 'інший дзвінок');
    const image = takePlaceOf(desk.dir, await killImage(desk));
    const line = aLine();
    line.cut();
    const next = await centre.open({ dir: image, key: desk.key, line });
    const list = await next.get('draft.list', {});
    expect(list.recovered).toBe(true);
    const found = list.calls.find(({ call }) => call === one);
    expect(found?.startedAt).toBe(startedAt);
    expect(found?.fields.find(({ field }) => field === 'notes')?.text).toBe('три\nрядки\nтексту');
    expect(fieldsOf(list, two)).toEqual(['інший дзвінок']);
    expect((await next.get('draft.list', {})).recovered).toBe(false);
    line.mend();
    await asAnother(next);
    expect(await next.get('draft.list', {})).toMatchObject({ calls: [], ofOthers: 2, recovered: false });
  });
});

function fieldsOf(
  list: { calls: readonly { call: string; fields: readonly { text: string }[] }[] },
  call: string,
) {
  return list.calls.find((item) => item.call === call)?.fields.map(({ text }) => text);
}

async function asAnother(desk: TestWorkstation): Promise<void> {
  await desk.get('session.signOut', {});
  await desk.signIn('bondar');
}
