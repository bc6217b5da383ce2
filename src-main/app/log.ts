import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';

/** Size of the log in bytes past which a start begins a new one; one older file is kept. */
const LARGEST_LOG = 5_000_000;

export interface AppLog {
  readonly logger: pino.Logger;
  /** Takes finished lines of the data process, which writes the same format. */
  readonly writeLines: (text: string) => void;
}

/** Opens `logs/holos.log` in the user data folder, shown on stderr too. Ids, counts and codes only, never personal data. */
export function openLog(userData: string): AppLog {
  const folder = join(userData, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'holos.log');
  if (existsSync(file) && statSync(file).size > LARGEST_LOG) renameSync(file, `${file}.1`);
  const toFile = pino.destination({ dest: file, sync: true, append: true });
  const toScreen = pino.destination({ dest: 2, sync: true });
  // A full disk or a closed terminal must not end the application: what cannot be logged is given up.
  toFile.on('error', () => undefined);
  toScreen.on('error', () => undefined);
  const writeLines = (text: string): void => {
    toFile.write(text);
    toScreen.write(text);
  };
  const logger = pino({ base: { process: 'main' } }, { write: writeLines });
  return { logger, writeLines };
}
