import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { StoreError } from '../../../../../src-main/data/store/error.ts';
import { openDatabase, transact } from '../../../../../src-main/data/store/open.ts';
import { pragmasOf } from '../../../../../src-main/data/store/pragmas.ts';
import { openStores, type Stores } from '../../../../../src-main/data/store/stores.ts';
import type { ClientId } from '../../../../../src-shared/brand.ts';
import { aFolder, CLIENT_MIGRATIONS, removeFolders } from '../../../../support/workstation.ts';

afterAll(removeFolders);

function open(dir: string, key: Buffer, migrationsDir = CLIENT_MIGRATIONS): Stores {
  return openStores({ dir, migrationsDir, key, newClient: () => randomUUID() as ClientId, wallMs: () => 0 });
}

/** The named state in which a store refuses to open. */
function stateOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error.code;
    throw error;
  }
  return 'opened';
}

async function aUsedFolder(): Promise<{ dir: string; key: Buffer; client: string }> {
  const dir = await aFolder();
  const key = randomBytes(32);
  const stores = open(dir, key);
  const { client } = stores.intent.identity.get();
  stores.close();
  return { dir, key, client };
}

/** Overwrites the middle of a file, as a dying disk might. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  randomBytes(bytes.length - 200).copy(bytes, 100);
  writeFileSync(file, bytes);
}

describe('opening the stores', () => {
  test('both files are really encrypted, log included', async () => {
    const dir = await aFolder();
    const stores = open(dir, randomBytes(32));
    stores.intent.transact(() =>
      stores.intent.draft.save('o', { call: 'c' as never, field: 'notes', text: 'Свідчення', rev: 1 }, 'now'),
    );
    const files = readdirSync(dir).filter((name) => /\.db(-wal)?$/.test(name));
    expect(files).toContain('intent.db-wal');
    for (const file of files) {
      const content = readFileSync(join(dir, file));
      expect(content.includes('SQLite format 3')).toBe(false);
      expect(content.includes(Buffer.from('Свідчення'))).toBe(false);
    }
    stores.close();
  });

  test('the same database comes back under the same key', async () => {
    const { dir, key, client } = await aUsedFolder();
    const stores = open(dir, key);
    expect(stores.intent.identity.get().client).toBe(client);
    expect(stores.unclean).toBe(false);
    stores.close();
  });

  test('an exit without closing is told by the next start', async () => {
    const { dir, key } = await aUsedFolder();
    const running = open(dir, key);
    const copy = await aFolder();
    await cp(dir, copy, { recursive: true });
    running.close();
    const stores = open(copy, key);
    expect(stores.unclean).toBe(true);
    stores.close();
  });

  test('wrong key, damage, missing file and newer schema are told apart, and nothing is touched', async () => {
    const { dir, key, client } = await aUsedFolder();
    expect(stateOf(() => open(dir, randomBytes(32)))).toBe('storeKeyWrong');

    const damaged = await aFolder();
    await cp(dir, damaged, { recursive: true });
    damage(join(damaged, 'intent.db'));
    const before = readFileSync(join(damaged, 'intent.db'));
    expect(stateOf(() => open(damaged, key))).toBe('storeDamaged');
    expect(readFileSync(join(damaged, 'intent.db')).equals(before)).toBe(true);

    const missing = await aFolder();
    await cp(dir, missing, { recursive: true });
    renameSync(join(missing, 'intent.db'), join(missing, 'elsewhere'));
    expect(stateOf(() => open(missing, key))).toBe('storeDamaged');
    expect(existsSync(join(missing, 'intent.db'))).toBe(false);

    const newer = openDatabase({ file: join(dir, 'intent.db'), key, durability: 'FULL', exclusive: true });
    newer.pragma('user_version = 9990');
    newer.close();
    expect(stateOf(() => open(dir, key))).toBe('storeNewer');
    const again = openDatabase({ file: join(dir, 'intent.db'), key, durability: 'FULL', exclusive: true });
    expect(again.prepare('SELECT client FROM identity').pluck().get()).toBe(client);
    again.close();
  });

  test('a file that is not encrypted is refused, not filled', async () => {
    const dir = await aFolder();
    writeFileSync(
      join(dir, 'intent.db'),
      Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080)]),
    );
    expect(stateOf(() => open(dir, randomBytes(32)))).toBe('storeDamaged');
  });

  test('a folder that cannot be made is "cannot be written", not damage', async () => {
    const dir = await aFolder();
    writeFileSync(join(dir, 'file'), '');
    expect(stateOf(() => open(join(dir, 'file'), randomBytes(32)))).toBe('storeReadOnly');
    mkdirSync(join(dir, 'intent.db'));
    expect(stateOf(() => open(dir, randomBytes(32)))).toBe('storeReadOnly');
  });

  test('a second process is kept out', async () => {
    const { dir, key } = await aUsedFolder();
    const stores = open(dir, key);
    expect(stateOf(() => open(dir, key))).toBe('storeBusy');
    stores.close();
  });

  test('a file that somebody is just writing is looked at again before it is called damaged', async () => {
    const { dir, key } = await aUsedFolder();
    const file = join(dir, 'intent.db');
    const whole = readFileSync(file);
    const options = { file, key, durability: 'FULL', exclusive: true } as const;
    // A tool puts the file back: the head is not yet what it will be.
    writeFileSync(file, Buffer.concat([randomBytes(4096), whole.subarray(4096)]));
    let pauses = 0;
    const db = openDatabase(options, () => {
      pauses += 1;
      if (pauses === 1) writeFileSync(file, Buffer.concat([randomBytes(4096), whole.subarray(4096)]));
      if (pauses === 2) writeFileSync(file, whole);
    });
    expect(pauses).toBe(2);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
    writeFileSync(file, Buffer.concat([randomBytes(4096), whole.subarray(4096)]));
    pauses = 0;
    expect(
      stateOf(() =>
        openDatabase(options, () => {
          pauses += 1;
        }),
      ),
    ).toBe('storeDamaged');
    expect(pauses).toBe(1);
  });

  test('damaged records are moved aside and begun anew; intent stays', async () => {
    const { dir, key, client } = await aUsedFolder();
    damage(join(dir, 'records.db'));
    const stores = open(dir, key);
    expect(stores.recordsLost).toBe(true);
    expect(stores.intent.identity.get().client).toBe(client);
    expect(stores.records.meta.get().cursor).toBeNull();
    expect(readdirSync(dir).some((name) => name.startsWith('records.damaged-'))).toBe(true);
    stores.close();
  });
});

describe('durability', () => {
  test('FULL is set explicitly, after the switch to WAL, and the lock before it', async () => {
    const order = pragmasOf('FULL', true);
    expect(order.slice(0, 3)).toEqual([
      'locking_mode = EXCLUSIVE',
      'journal_mode = WAL',
      'synchronous = FULL',
    ]);
    const { dir, key } = await aUsedFolder();
    const db = openDatabase({ file: join(dir, 'intent.db'), key, durability: 'FULL', exclusive: true });
    const read = (name: string) => db.pragma(name, { simple: true });
    expect(read('synchronous')).toBe(2);
    expect(read('journal_mode')).toBe('wal');
    expect(read('locking_mode')).toBe('exclusive');
    expect(read('trusted_schema')).toBe(0);
    expect(read('temp_store')).toBe(2);
    expect(existsSync(join(dir, 'intent.db-shm'))).toBe(false);
    db.close();
  });

  test('a full disk is named, and the connection is out of its transaction', async () => {
    const key = randomBytes(32);
    const file = join(await aFolder(), 'small.db');
    const db = openDatabase({ file, key, durability: 'FULL', exclusive: true });
    db.exec('CREATE TABLE line (text TEXT NOT NULL) STRICT');
    db.pragma('max_page_count = 4');
    const fill = () =>
      transact(db, () => {
        for (let n = 0; n < 100; n += 1) db.prepare('INSERT INTO line VALUES (?)').run('x'.repeat(2000));
      });
    expect(stateOf(fill)).toBe('diskFull');
    expect(db.inTransaction).toBe(false);
    db.pragma('max_page_count = 1000');
    fill();
    expect(db.prepare('SELECT count(*) FROM line').pluck().get()).toBe(100);
    db.close();
  });
});
