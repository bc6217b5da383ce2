import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readMigrations } from '../../src-main/data/store/migrate.ts';
import { openDatabase } from '../../src-main/data/store/open.ts';
import { callStore } from '../../src-main/data/store/records/call.ts';
import { openStores, type Stores } from '../../src-main/data/store/stores.ts';
import type { ClientId } from '../../src-shared/brand.ts';
import { newlyTracked } from '../../src-shared/telephony/steps.ts';
import { aTestDesk } from '../support/desk.ts';
import { aFolder, aRegisteredCall, CLIENT_MIGRATIONS, removeFolders } from '../support/workstation.ts';

afterAll(removeFolders);

function open(dir: string, key: Buffer, migrationsDir: string): Stores {
  return openStores({ dir, migrationsDir, key, newClient: () => randomUUID() as ClientId, wallMs: () => 0 });
}

/** Today's steps with one more behind them. */
async function withStep(sql: string): Promise<string> {
  const folder = await aFolder();
  await cp(CLIENT_MIGRATIONS, folder, { recursive: true });
  await writeFile(join(folder, 'intent', '9990-test.sql'), sql);
  return folder;
}

/** A call of the telephone line that rings. */
function trackedCall(at: string) {
  const identity = {
    callId: '1-7@pbx',
    feed: 'loopback',
    direction: 'in',
    from: '0501234567',
    to: '',
  } as const;
  return newlyTracked({ kind: 'ringing', at, ...identity }, identity.callId);
}

/** A workstation with commands waiting, a draft, and a command under attention. */
async function aFullFolder() {
  const { desk, session, dir, key, act, close } = await aTestDesk();
  act(aRegisteredCall());
  const { intent } = desk.stores;
  const save = { call: randomUUID() as never, field: 'notes', text: 'незакінчене', rev: 3 } as const;
  intent.draft.save(session.operator.id, save, desk.time.now());
  const [entry] = intent.outbox.after(0, 1);
  if (entry === undefined) throw new Error('nothing waits');
  intent.attention.put({
    command: entry.command,
    reason: 'refused',
    code: 'x',
    data: null,
    at: desk.time.now(),
  });
  intent.line.setFeed({ isOn: true, port: 38_080, own: '101', token: 'made-up' });
  intent.line.put(trackedCall(desk.time.now()));
  const content = contentOf(desk.stores, session.operator.id);
  close();
  return { dir, key, content, owner: session.operator.id };
}

function contentOf({ intent }: Stores, owner: string) {
  return {
    outbox: intent.outbox.after(0, 100),
    drafts: intent.draft.unfinished(owner),
    attention: intent.attention.open(),
    identity: intent.identity.get(),
    numbers: intent.number.free(new Date().getUTCFullYear()),
    line: [intent.line.feed(), intent.line.calls()],
  };
}

describe('steps of the workstation', () => {
  test('a further step keeps every row, and a proved copy is made before it', async () => {
    const { dir, key, content, owner } = await aFullFolder();
    const stores = open(dir, key, await withStep('ALTER TABLE draft ADD COLUMN place TEXT;'));
    expect(contentOf(stores, owner)).toEqual(content);
    stores.close();
    const newest = readMigrations(join(CLIENT_MIGRATIONS, 'intent')).at(-1)?.number ?? 0;
    const copyName = `intent.before-${String(newest).padStart(4, '0')}.db`;
    const copy = openDatabase({ file: join(dir, copyName), key, durability: 'FULL', exclusive: true });
    expect(copy.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(4);
    expect(copy.pragma('user_version', { simple: true })).toBe(newest);
    copy.close();
  });

  test('a step that fails half-way leaves the file as it was', async () => {
    const { dir, key, content, owner } = await aFullFolder();
    const broken = await withStep('CREATE TABLE half (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);');
    expect(() => open(dir, key, broken)).toThrow(/nowhere/);
    const stores = open(dir, key, CLIENT_MIGRATIONS);
    expect(contentOf(stores, owner)).toEqual(content);
    stores.close();
    const sound = open(dir, key, await withStep('CREATE TABLE half (a TEXT) STRICT;'));
    sound.close();
  });

  test('articles and their use of what a file held before are known afterwards, and follow every change', async () => {
    const db = openDatabase({
      file: join(await aFolder(), 'old.db'),
      key: randomBytes(32),
      durability: 'NORMAL',
      exclusive: true,
    });
    const steps = readMigrations(join(CLIENT_MIGRATIONS, 'records'));
    for (const { number, sql } of steps) if (number < 44) db.exec(sql);
    const put = db.prepare("INSERT INTO record VALUES (?, ?, 'dn', 1, 0, ?)");
    const set = db.prepare('UPDATE record SET doc = ? WHERE id = ?');
    const article = { title: 'Вода', state: 'published', topics: ['03.01', '03.05'], districts: ['bakhmut'] };
    const answered = { day: '2026-11-25', article: 'a' };
    put.run('article', 'a', JSON.stringify(article));
    put.run('consultation', 'c1', JSON.stringify(answered));
    put.run('consultation', 'c2', JSON.stringify({ day: '2026-11-25' }));
    for (const { number, sql } of steps) if (number >= 44) db.exec(sql);
    const heads = () => db.prepare('SELECT id, title, state, districts FROM article_head').all();
    const topics = () => db.prepare('SELECT topic FROM article_topic ORDER BY topic').pluck().all();
    const uses = () => db.prepare('SELECT day, article, uses FROM article_use WHERE uses > 0').all();
    expect(heads()).toEqual([{ id: 'a', title: 'Вода', state: 'published', districts: '["bakhmut"]' }]);
    expect(topics()).toEqual(['03.01', '03.05']);
    expect(uses()).toEqual([{ ...answered, uses: 1 }]);
    // Its words are taken in anew, for their near spelling.
    expect(db.prepare('SELECT count(*) FROM find_noted').pluck().get()).toBe(1);
    put.run('consultation', 'c3', JSON.stringify(answered));
    set.run(JSON.stringify({ ...answered, article: 'b' }), 'c1');
    set.run(JSON.stringify({ ...article, title: 'Питна вода', topics: ['03.05'] }), 'a');
    expect(heads()).toMatchObject([{ title: 'Питна вода' }]);
    expect(topics()).toEqual(['03.05']);
    expect(uses()).toEqual([
      { ...answered, uses: 1 },
      { ...answered, article: 'b', uses: 1 },
    ]);
    db.prepare("DELETE FROM record WHERE id IN ('a', 'c1', 'c3')").run();
    expect([heads(), topics(), uses()]).toEqual([[], [], []]);
    db.close();
  });

  test('telephones and joined appeals of what a file held before are found by index afterwards', async () => {
    const db = openDatabase({
      file: join(await aFolder(), 'old.db'),
      key: randomBytes(32),
      durability: 'NORMAL',
      exclusive: true,
    });
    const steps = readMigrations(join(CLIENT_MIGRATIONS, 'records'));
    for (const { number, sql } of steps) if (number < 30) db.exec(sql);
    const put = db.prepare("INSERT INTO record VALUES (?, ?, 'dn', 1, 0, ?)");
    put.run('applicant', 'a', JSON.stringify({ phone: '+380501234567' }));
    put.run('applicant', 'b', JSON.stringify({ phone: null }));
    for (const { number, sql } of steps) if (number >= 30) db.exec(sql);
    const phones = db.prepare('SELECT phone, applicant, tail FROM applicant_phone ORDER BY phone').all();
    expect(phones).toEqual([{ phone: '+380501234567', applicant: 'a', tail: '765432105' }]);
    const more = [{ phone: '+380671112233' }, { phone: '+380671112233' }];
    db.prepare("UPDATE record SET doc = ? WHERE id = 'b'").run(JSON.stringify({ phone: null, phones: more }));
    put.run('appeal', 'c', JSON.stringify({ coApplicants: [{ applicant: 'b' }] }));
    expect(db.prepare('SELECT phone, applicant FROM applicant_phone ORDER BY phone').all()).toHaveLength(2);
    expect(db.prepare('SELECT applicant, appeal FROM co_applicant').all()).toEqual([
      { applicant: 'b', appeal: 'c' },
    ]);
    db.exec('DELETE FROM record');
    expect(db.prepare('SELECT * FROM applicant_phone').all()).toEqual([]);
    expect(db.prepare('SELECT * FROM co_applicant').all()).toEqual([]);
    db.close();
  });

  test('calls that a file held before are found by their number afterwards, by index', async () => {
    const file = join(await aFolder(), 'old.db');
    const db = openDatabase({ file, key: randomBytes(32), durability: 'NORMAL', exclusive: true });
    const steps = readMigrations(join(CLIENT_MIGRATIONS, 'records'));
    for (const { number, sql } of steps) if (number < 30) db.exec(sql);
    const put = db.prepare("INSERT INTO record VALUES ('call', ?, 'dn', 1, 0, ?)");
    const phone = '+380501234567';
    put.run('a', JSON.stringify({ id: 'a', phone, startedAt: '2026-11-25T10:00:00.000Z' }));
    put.run('b', JSON.stringify({ id: 'b', phone: null, startedAt: '2026-11-25T10:01:00.000Z' }));
    put.run('c', JSON.stringify({ id: 'c', phone, startedAt: '2026-11-25T10:02:00.000Z' }));
    for (const { number, sql } of steps) if (number >= 30) db.exec(sql);
    const { ofPhone } = callStore(db);
    expect(ofPhone(phone, '2026-11-25T00:00:00.000Z', 9).map(({ id }) => id)).toEqual(['c', 'a']);
    expect(ofPhone(phone, '2026-11-25T10:01:00.000Z', 9).map(({ id }) => id)).toEqual(['c']);
    db.close();
  });

  test('a file written by a newer build is refused with words, not opened', async () => {
    const { dir, key } = await aFullFolder();
    open(dir, key, await withStep('CREATE TABLE later (a TEXT) STRICT;')).close();
    expect(() => open(dir, key, CLIENT_MIGRATIONS)).toThrow(expect.objectContaining({ code: 'storeNewer' }));
  });

  test('every table is STRICT', async () => {
    for (const store of ['intent', 'records']) {
      const file = join(await aFolder(), 'new.db');
      const db = openDatabase({ file, key: randomBytes(32), durability: 'FULL', exclusive: true });
      for (const { sql } of readMigrations(join(CLIENT_MIGRATIONS, store))) db.exec(sql);
      const loose = db
        .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
        .pluck()
        .all();
      expect(loose).toEqual(['sqlite_schema']);
      db.close();
    }
  });

  test('landed steps are never edited: raise the number instead', async () => {
    const root = join(CLIENT_MIGRATIONS, '..');
    const frozen = JSON.parse(await readFile(join(root, 'frozen.json'), 'utf8')) as Record<string, string>;
    for (const store of ['intent', 'records']) {
      for (const name of await readdir(join(CLIENT_MIGRATIONS, store))) {
        const text = await readFile(join(CLIENT_MIGRATIONS, store, name));
        expect([name, createHash('sha256').update(text).digest('hex')]).toEqual([
          name,
          frozen[`client/${store}/${name}`],
        ]);
      }
    }
  });
});
