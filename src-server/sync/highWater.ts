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

const Content = z.record(z.string(), z.int().nonnegative());

/**
 * The highest numbers ever leased, kept outside the database: a restored backup does not know what was leased after it, and the
 * workstation holding those numbers may be off (sync specification A4).
 */
export interface HighWater {
  /** Highest serial ever leased for an office and year; 0 when none was. */
  read(office: string, year: number): number;
  /** Remembers a serial, on disk when this returns. A lower one than before changes nothing. */
  raise(office: string, year: number, serial: number): void;
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
  const readAll = (): Record<string, number> => {
    try {
      return Content.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
      throw error;
    }
  };
  return {
    read: (office, year) => readAll()[keyOf(office, year)] ?? 0,
    raise(office, year, serial) {
      const all = readAll();
      const key = keyOf(office, year);
      if ((all[key] ?? 0) >= serial) return;
      writeDurably(file, JSON.stringify({ ...all, [key]: serial }));
    },
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
