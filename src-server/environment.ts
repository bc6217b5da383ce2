import { basename, dirname, join, resolve } from 'node:path';
import { StartError } from './startError.ts';

/** What the server is told by its environment (docs/server-administration.md). */
export interface Environment {
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly highWaterFile: string;
  readonly isDemo: boolean;
  readonly restoreSkip: number | undefined;
}

/** Where the highest number ever leased is kept: beside the data folder, so that restoring the folder leaves it alone. */
export function defaultHighWaterFile(dataDir: string): string {
  const folder = resolve(dataDir);
  return join(dirname(folder), `${basename(folder)}.highwater.json`);
}

/** Reads the environment. @throws StartError when it makes no sense */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const dataDir = env.HOLOS_DATA;
  if (!dataDir) throw new StartError('Set HOLOS_DATA to the folder in which the server keeps its data.');
  const portText = env.HOLOS_PORT ?? '8787';
  const port = Number(portText);
  if (!/^\d{1,5}$/.test(portText) || port > 65_535) {
    throw new StartError(`HOLOS_PORT is "${portText}"; it must be a port number from 0 to 65535.`);
  }
  const skipText = env.HOLOS_RESTORE_SKIP;
  if (skipText !== undefined && !/^\d{1,6}$/.test(skipText)) {
    throw new StartError(`HOLOS_RESTORE_SKIP is "${skipText}"; it must be a number from 0 to 999999.`);
  }
  return {
    dataDir,
    port,
    host: env.HOLOS_HOST || '127.0.0.1',
    databaseUrl: env.DATABASE_URL || undefined,
    highWaterFile: env.HOLOS_HIGHWATER || defaultHighWaterFile(dataDir),
    isDemo: env.HOLOS_DEMO === '1',
    restoreSkip: skipText === undefined ? undefined : Number(skipText),
  };
}
