import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toInstant } from '../../../../../src-shared/clock.ts';
import { aCallStart } from '../../../../support/cases.ts';
import type { TestServer } from '../../../../support/server.ts';
import { useBench } from '../../../../support/stores.ts';
import { aTeller } from '../../../../support/teller.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holos-backup-'));
});
afterAll(async () => await rm(folder, { recursive: true }));

describe('a verified backup of the embedded store', () => {
  const { bench, server } = useBench('sqlite');

  test('is taken while the store is in use, counts as durable from then on, and is a whole store', async () => {
    const teller = await aTeller(server());
    expect((await teller.hello()).durable).toBe(0);
    const file = join(folder, 'one.db');
    const pushes: Promise<unknown>[] = [];
    for (let count = 0; count < 5; count += 1) pushes.push(teller.push([aCallStart(teller.peer)]));
    const [durable] = (await server().admin('backup', { to: file })) as { version: number }[];
    await Promise.all(pushes);
    expect((await teller.hello()).durable).toBe(durable?.version);
    expect(existsSync(`${file}.part`)).toBe(false);

    const other = await bench().server();
    await other.stop();
    await rm(`${other.dataDir}/holos.db`);
    await rm(`${other.dataDir}/holos.db-wal`, { force: true });
    await writeFile(`${other.dataDir}/holos.db`, await readFile(file));
    await other.start();
    const rows = await other.running.context.store.db
      .selectFrom('record')
      .select('id')
      .where('type', '=', 'call')
      .execute();
    expect(rows.length).toBeLessThanOrEqual(5);
    // Another store's high-water file: this is no longer the life it knows.
    expect(await other.admin('recovery.status')).toMatchObject({ open: { reason: 'unknown_epoch' } });
    await expect(other.admin('backup', { to: join(folder, 'two.db') })).rejects.toThrow('A recovery is open');
    expect((await aTeller(server()).then(async (fresh) => await fresh.hello())).durable).toBe(
      durable?.version,
    );
  });

  test('never takes the place of an older one, and what cannot be made counts for nothing', async () => {
    const file = join(folder, 'kept.db');
    await writeFile(file, 'older');
    await expect(server().admin('backup', { to: file })).rejects.toThrow('exists already');
    expect(await readFile(file, 'utf8')).toBe('older');
    await expect(server().admin('backup', { to: join(folder, 'no', 'such.db') })).rejects.toThrow(
      'could not be made',
    );
    await expect(server().admin('backup', { to: 'relative.db' })).rejects.toThrow('whole path');
  });
});

describe('a backup by the tools of PostgreSQL', () => {
  const { server } = useBench('postgres');

  test('covers what was committed well before it began, by the word of the administrator', async () => {
    const teller = await aTeller(server());
    await teller.push([aCallStart(teller.peer)]);
    await expect(server().admin('backup', { to: '/tmp/x.db' })).rejects.toThrow('backup verified');
    await expect(verified(server(), 120_000)).rejects.toThrow('future');
    // Begun just now: what is a minute young may not have been in it.
    await verified(server(), 0);
    expect((await teller.hello()).durable).toBe(0);
    const head = await server()
      .running.context.store.db.selectFrom('region')
      .select('version')
      .executeTakeFirstOrThrow();
    await server()
      .running.context.store.db.updateTable('version_mark')
      .set({ at: toInstant(Date.now() - 90_000) })
      .execute();
    await verified(server(), 0);
    expect((await teller.hello()).durable).toBe(head.version);
    // A workstation of the first release is told nothing that it would not understand.
    expect(await teller.hello({ protocol: [1, 1] })).not.toHaveProperty('durable');
  });
});

const verified = async (server: TestServer, ahead: number) =>
  await server.admin('backup.verified', { at: toInstant(Date.now() + ahead) });
