import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { MOST_STATIONS, makeImage, memoryFolder } from './image.ts';
import { perform } from './perform.ts';
import { rest } from './verify.ts';
import { openWorld } from './world.ts';

/** What the centre of histories stores in, and the files histories begin from. Whoever opened it ends it. */
export interface Engine {
  /** Folder in memory for whatever histories need. */
  readonly folder: string;
  readonly image: string;
  /** Moments at which requests arrive are rounded up to this many milliseconds, so that some arrive together. */
  readonly gridMs: number;
  /** A database for one history; undefined for the embedded store, which comes with the image. */
  database(): Promise<string | undefined>;
  end(): Promise<void>;
}

export const ENGINES = ['sqlite', 'postgres'] as const;

/** Opens one and makes its image: fresh enrolments that have once come to rest, so that every station holds numbers and all records. */
export async function openEngine(name: (typeof ENGINES)[number]): Promise<Engine> {
  const folder = memoryFolder();
  const postgres: TestPostgres | null = name === 'postgres' ? await startPostgres() : null;
  const template = await postgres?.createDatabase();
  const gridMs = postgres === null ? 5 : 40;
  const raw = join(folder, 'raw');
  const image = join(folder, 'image');
  await makeImage(raw, template);
  const world = await openWorld({
    image: raw,
    folder: image,
    seed: -1,
    stations: MOST_STATIONS,
    pageRows: 500,
    gridMs,
    databaseUrl: template,
  });
  await world.centre.open();
  for (const station of world.stations) await station.open();
  for (const at of world.stations.keys()) await perform(world, { do: 'act', at, act: 'call' });
  await rest(world);
  await world.close();
  return {
    folder,
    image,
    gridMs,
    database: async () => await postgres?.createDatabase(template),
    async end() {
      rmSync(folder, { recursive: true, force: true });
      await postgres?.stop();
    },
  };
}
