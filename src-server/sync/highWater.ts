import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { StoreError } from '../store/storeError.ts';
import { inTurn } from './fileTurn.ts';

const Numbers = z.record(z.string(), z.int().nonnegative());

/** How far the server has been: its epoch and, per region, version and mark. */
const Reached = z.strictObject({
  epoch: z.uuid(),
  heads: z.record(z.string(), z.tuple([z.int().nonnegative(), z.string()])),
});
export type Reached = z.infer<typeof Reached>;

const Content = z.strictObject({
  numbers: Numbers,
  series: Numbers,
  reached: Reached.nullable(),
});
type Content = z.infer<typeof Content>;

/** Release 0.1.0 kept the numbers alone. */
const AnyContent = z.union([
  Content,
  Numbers.transform((numbers): Content => ({ numbers, series: {}, reached: null })),
]);

/**
 * What a server must never forget, kept outside the database: a restored backup does not know which numbers were leased after it, and
 * the workstation holding them may be off (sync specification A4). It also tells that the database was put back at all.
 */
export interface HighWater {
  /** Highest serial ever leased for an office and year; 0 when none was. */
  read(office: string, year: number): number;
  /** Remembers a serial, on disk when this returns. A lower one than before changes nothing. */
  raise(office: string, year: number, serial: number): void;
  /** Years in which an office has leased. */
  years(office: string): number[];
  /** Highest permanent series ever given to a workstation of a region; 0 when none was. */
  readSeries(region: string): number;
  raiseSeries(region: string, series: number): void;
  /** How far the server was when it last noted it; null before the first time. */
  reached(): Reached | null;
  keepReached(reached: Reached): void;
}

/**
 * Opens the file of one server. Every call reads it anew, so that an administrator may put it back from elsewhere.
 * @param file lies outside the data folder, so that restoring that folder does not take it back in time
 * @throws StoreError when the file cannot be kept or read: a server that cannot remember its leases must not start
 */
export function openHighWater(file: string): HighWater {
  const highWater = highWaterOf(file);
  try {
    mkdirSync(dirname(file), { recursive: true });
    accessSync(dirname(file), constants.W_OK);
    highWater.read('', 0);
  } catch (error) {
    const sentence = `The file ${file}, which remembers the highest number ever leased, cannot be kept there; see HOLOS_HIGHWATER.`;
    throw new StoreError('noPermission', sentence, error);
  }
  return highWater;
}

function highWaterOf(file: string): HighWater {
  const readAll = (): Content => {
    try {
      return AnyContent.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        return { numbers: {}, series: {}, reached: null };
      throw error;
    }
  };
  const raise = (kind: 'numbers' | 'series', key: string, value: number) => {
    inTurn(file, () => {
      const all = readAll();
      if ((all[kind][key] ?? 0) >= value) return;
      writeDurably(file, JSON.stringify({ ...all, [kind]: { ...all[kind], [key]: value } }));
    });
  };
  return {
    read: (office, year) => readAll().numbers[keyOf(office, year)] ?? 0,
    raise: (office, year, serial) => raise('numbers', keyOf(office, year), serial),
    years: (office) =>
      Object.keys(readAll().numbers).flatMap((key) => {
        const [name, year] = key.split('-');
        return name === office ? [Number(year)] : [];
      }),
    readSeries: (region) => readAll().series[region] ?? 0,
    raiseSeries: (region, series) => raise('series', region, series),
    reached: () => readAll().reached,
    keepReached: (reached) =>
      inTurn(file, () => writeDurably(file, JSON.stringify({ ...readAll(), reached }))),
  };
}

function keyOf(office: string, year: number): string {
  return `${office}-${year}`;
}

function writeDurably(file: string, text: string): void {
  const folder = dirname(file);
  const fresh = `${file}.new`;
  const handle = openSync(fresh, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(fresh, file);
  syncFolder(folder);
}

/** Makes the renaming itself durable. Windows cannot open a folder and does not need to. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
