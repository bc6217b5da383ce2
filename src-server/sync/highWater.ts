import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

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
 * The file of one server. Every call reads it anew, so that an administrator may put it back from elsewhere.
 * @param file lies outside the data folder, so that restoring that folder does not take it back in time
 * @throws Error with the file's name when it cannot be read or is not ours: leasing then stops rather than repeat numbers
 */
export function highWaterFile(file: string): HighWater {
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
  mkdirSync(folder, { recursive: true });
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
