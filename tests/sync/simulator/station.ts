import { join } from 'node:path';
import { pino } from 'pino';
import { SYNC_TIMING } from '../../../src-main/data/sync/link.ts';
import { openWorkstation, type Workstation } from '../../../src-main/data/workstation.ts';
import type { ChannelName, InputOf, OutputOf } from '../../../src-shared/ipc/contract.ts';
import type { Answer } from '../../../src-shared/ipc/envelope.ts';
import { CLIENT_MIGRATIONS } from '../../support/workstation.ts';
import type { Dice } from './dice.ts';
import { copyFolder, type Disk, diskOf, type Trap } from './disk.ts';
import { KEY } from './image.ts';
import type { Network } from './network.ts';
import { type Timeline, timersOf } from './timeline.ts';

/** A real workstation without windows: killed, opened again, copied, put back to an older copy. */
export interface Station {
  readonly index: number;
  /** Added to the true time by whoever set this machine's clock. */
  clockMs: number;
  /** A fault of the disk may have kept a prediction from being shown. */
  mayBeStale: boolean;
  isUp(): boolean;
  disk(): Disk | null;
  /** Opens it. @returns the code of what keeps it from opening, null when it is open */
  open(): Promise<string | null>;
  /** Calls a channel; a workstation that is off, or dies of it, answers nothing. */
  call<N extends ChannelName>(name: N, input: InputOf<N>): Promise<Answer<OutputOf<N>> | null>;
  nudge(): void;
  kill(): void;
  killAt(trap: Trap): void;
  /** Power cuts take back what was not yet synced: the records, and only they, step back to an older state. */
  keepRecords(): void;
  stepRecordsBack(): void;
  keep(): void;
  rewind(copy: number): boolean;
  /** Becomes a copy of another one as it is now. */
  becomeCopyOf(other: Station): void;
  copyTo(dir: string): void;
  close(): Promise<void>;
}

/** What a workstation runs in. */
export interface StationSurroundings {
  readonly folder: string;
  readonly timeline: Timeline;
  readonly dice: Dice;
  readonly network: Network;
  /** True time in milliseconds since 1970. */
  readonly now: () => number;
  /** Rows in one page: small, so that a few records make several pages. */
  readonly pageRows: number;
}

const log = pino({ level: process.env.HOLOS_TEST_LOG ?? 'silent' });

export function stationOf(index: number, around: StationSurroundings): Station {
  const { folder, timeline, dice, network } = around;
  const dataDir = join(folder, 'data');
  const afterCut = join(folder, 'cut');
  const oldRecords = join(folder, 'records');
  let life = 0;
  let running: { workstation: Workstation | null; disk: Disk } | null = null;
  let kept = 0;
  let hasOldRecords = false;

  function kill(): void {
    const dying = running;
    if (dying === null) return;
    running = null;
    life += 1;
    dying.disk.cutOff();
    copyFolder(afterCut, dataDir);
  }

  function copyTo(dir: string): void {
    if (running === null) copyFolder(dataDir, dir);
    else running.disk.copyTo(dir);
  }

  const station: Station = {
    index,
    clockMs: 0,
    mayBeStale: false,
    isUp: () => running !== null && running.workstation !== null,
    disk: () => running?.disk ?? null,
    async open() {
      if (running !== null) return null;
      const mine = life;
      const isAlive = () => mine === life;
      const disk = diskOf(dataDir, (from) => copyFolder(from, afterCut));
      running = { workstation: null, disk };
      try {
        const workstation = await openWorkstation({
          dir: dataDir,
          migrationsDir: CLIENT_MIGRATIONS,
          key: KEY,
          transport: network.transportOf(index, isAlive),
          clock: {
            wallMs: () => around.now() + station.clockMs,
            monoMs: () => timeline.now(),
          },
          appVersion: '0.0.0-simulated',
          log,
          keyUnprotected: false,
          timing: { ...SYNC_TIMING, pageRows: around.pageRows },
          chance: {
            newId: () => dice.uuidAt(around.now() + station.clockMs),
            newUuid: () => dice.uuid(),
            random: () => dice.next(),
            timers: timersOf(timeline, `station ${index}`, isAlive),
          },
          onOpen: (name, db) => disk.hold(name, db),
        });
        if (isAlive() && running !== null) running.workstation = workstation;
        return null;
      } catch (error) {
        // Killed while it opened: the kill has put everything in its place.
        if (!isAlive()) return 'killed';
        running = null;
        life += 1;
        return error instanceof Error && 'code' in error ? String(error.code) : String(error);
      }
    },
    async call<N extends ChannelName>(name: N, input: InputOf<N>) {
      const called = running?.workstation;
      if (!called) return null;
      const mine = life;
      const answer = (await called.handle(name, input)) as Answer<OutputOf<N>>;
      return mine === life ? answer : null;
    },
    nudge: () => running?.workstation?.nudge(),
    kill,
    killAt: (trap) => running?.disk.arm(trap, kill),
    keepRecords() {
      copyFolder(running?.disk.dir ?? dataDir, oldRecords, 'records.');
      hasOldRecords = true;
    },
    stepRecordsBack() {
      if (!hasOldRecords) return;
      kill();
      copyFolder(oldRecords, dataDir, 'records.');
    },
    keep() {
      copyTo(join(folder, `kept-${kept}`));
      kept += 1;
    },
    rewind(copy) {
      if (kept === 0) return false;
      kill();
      hasOldRecords = false;
      copyFolder(join(folder, `kept-${copy % kept}`), dataDir);
      return true;
    },
    becomeCopyOf(other) {
      kill();
      hasOldRecords = false;
      other.copyTo(dataDir);
    },
    copyTo,
    async close() {
      const closing = running;
      closing?.disk.disarm();
      running = null;
      await closing?.workstation?.close();
      life += 1;
    },
  };
  return station;
}
