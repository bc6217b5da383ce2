import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type BackupTiming, keepBackups } from '../../../../../src-main/data/backup/keeper.ts';
import type { Desk } from '../../../../../src-main/data/desk.ts';
import { countBackup, listBackups } from '../../../../../src-main/data/store/backup.ts';
import { aTestDesk } from '../../../../support/desk.ts';
import { aRegisteredCall, removeFolders } from '../../../../support/workstation.ts';

afterAll(removeFolders);

const TIMING: BackupTiming = { firstMs: 10, everyMs: 3600_000, quietMs: 2000, patienceMs: 10_000 };

/** The desk with timers that fire when the test says so. */
async function aDeskWithTimers() {
  const station = await aTestDesk();
  const due: { ms: number; run: () => void }[] = [];
  let monoMs = 0;
  const desk: Desk = {
    ...station.desk,
    time: { ...station.desk.time, monoMs: () => monoMs },
    timers: {
      after(ms, run) {
        const timer = { ms, run };
        due.push(timer);
        return () => void due.splice(due.indexOf(timer), 1);
      },
    },
  };
  return {
    ...station,
    desk,
    /** Lets the next timer run out; answers how long it had been set for. */
    pass(): number {
      const next = due.shift();
      if (next === undefined) throw new Error('no timer is set');
      monoMs += next.ms;
      next.run();
      return next.ms;
    },
  };
}

describe('local copies', () => {
  test('one soon after the start, one every hour, one at the end; each whole and encrypted', async () => {
    const station = await aDeskWithTimers();
    const { desk, dir, key } = station;
    desk.stores.intent.session.clear();
    const keeper = keepBackups(desk, TIMING);
    expect(keeper.care()).toEqual({ lastBackupAt: null, backupTrouble: null, journalTrouble: false });
    expect(station.pass()).toBe(10);
    expect(listBackups(dir)).toHaveLength(1);
    station.act(aRegisteredCall());
    desk.stores.intent.session.clear();
    expect(station.pass()).toBe(3600_000);
    keeper.close();
    const backups = listBackups(dir);
    expect(backups.map(({ n }) => n)).toEqual([3, 2, 1]);
    const waiting = desk.stores.intent.outbox.waiting().count;
    const counts = backups.map(({ name }) => countBackup({ file: join(dir, 'backups', name), key }));
    expect(counts).toEqual([
      { waiting, drafts: 0, numbers: 1 },
      { waiting, drafts: 0, numbers: 1 },
      { waiting: 0, drafts: 0, numbers: 0 },
    ]);
    for (const { name } of backups) {
      expect(readFileSync(join(dir, 'backups', name)).includes('SQLite format 3')).toBe(false);
    }
    expect(keeper.care().lastBackupAt).toBe(backups[0]?.at);
    station.close();
  });

  test('waits until nobody types, but not for ever', async () => {
    const station = await aDeskWithTimers();
    const { desk, dir } = station;
    const keeper = keepBackups(desk, TIMING);
    const type = () => desk.stores.intent.session.touch(desk.time.wallMs());
    type();
    station.pass();
    let pauses = 0;
    while (listBackups(dir).length === 0) {
      type();
      expect(station.pass()).toBe(TIMING.quietMs);
      pauses += 1;
    }
    expect(pauses).toBe(TIMING.patienceMs / TIMING.quietMs);
    keeper.close();
    station.close();
  });

  test('a copy that cannot be made is told, ends nothing and costs no earlier copy', async () => {
    const station = await aDeskWithTimers();
    const { desk, dir, key } = station;
    desk.stores.intent.session.clear();
    const keeper = keepBackups(desk, TIMING);
    station.pass();
    const [good] = listBackups(dir);
    // A folder in the way of the next copy: the error a full or closed disk brings takes the same way.
    const blocked = join(dir, 'backups');
    const kept = readFileSync(join(blocked, good?.name ?? ''));
    rmSync(blocked, { recursive: true });
    writeFileSync(blocked, '');
    station.pass();
    expect(keeper.care()).toMatchObject({ backupTrouble: 'storeReadOnly', lastBackupAt: good?.at });
    rmSync(blocked);
    mkdirSync(blocked);
    chmodSync(blocked, 0o700);
    writeFileSync(join(blocked, good?.name ?? ''), kept);
    expect(station.pass()).toBe(TIMING.everyMs);
    expect(keeper.care().backupTrouble).toBeNull();
    expect(listBackups(dir)).toHaveLength(2);
    expect(countBackup({ file: join(blocked, good?.name ?? ''), key })).not.toBeNull();
    keeper.close();
    station.close();
  });

  test('half a copy leaves nothing behind', async () => {
    const station = await aDeskWithTimers();
    const { desk, dir } = station;
    const folder = join(dir, 'backups');
    desk.stores.backUp();
    const before = readdirSync(folder);
    expect(before).toHaveLength(1);
    expect(before[0]).toMatch(/^intent-000001-.*\.db$/);
    station.close();
  });
});
