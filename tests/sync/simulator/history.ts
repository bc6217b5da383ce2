import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_STATIONS, makeImage, memoryFolder } from './image.ts';
import { verifyEffects, verifyReplica } from './model.ts';
import { perform } from './perform.ts';
import type { Plan } from './plan.ts';
import { trueReceipts, trueRows } from './truth.ts';
import { heal, rest, verifyAtRest } from './verify.ts';
import { openWorld, type World } from './world.ts';

/** What a history left behind when it held every promise. */
export interface Told {
  /** Everything that happened, then the final records: the same for the same plan. */
  readonly trace: readonly string[];
  readonly commands: number;
}

let image: Promise<string> | undefined;
let folders: string | undefined;
let count = 0;

/**
 * Runs one plan: every step, then everything is mended and must come to rest, then everything is compared.
 * @throws Broken, with the end of the trace, when a promise was not held
 */
export async function runHistory(plan: Plan, databaseUrl?: string): Promise<Told> {
  folders ??= memoryFolder();
  image ??= prepareImage(join(folders, 'image'));
  count += 1;
  const folder = join(folders, `history-${count}`);
  const world = await openWorld({ ...plan, image: await image, folder, databaseUrl });
  try {
    return await tell(world, plan);
  } catch (error) {
    if (error instanceof Error) error.message += `\n--- end of the trace ---\n${world.tail()}`;
    throw error;
  } finally {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tell(world: World, plan: Plan): Promise<Told> {
  await world.centre.open();
  for (const station of world.stations) await station.open();
  const { context } = world.centre;
  if (context === null) throw new Error('the centre did not open');
  const receipts = await trueReceipts(context);
  world.before = { rows: await trueRows(context), commands: new Set(receipts.map(({ command }) => command)) };
  for (const step of plan.steps) {
    await perform(world, step);
    for (const station of world.stations) await verifyReplica(world, station);
  }
  await heal(world);
  await rest(world);
  await verifyAtRest(world);
  await verifyEffects(world);
  const after = world.centre.context;
  for (const row of after === null ? [] : await trueRows(after))
    world.note(`${row.version}.${row.ordinal} ${row.doc}`);
  return { trace: world.trace, commands: world.ledger.issued().size };
}

/**
 * The image of histories: fresh enrolments that have once come to rest, so that every station holds numbers and all records.
 */
async function prepareImage(folder: string): Promise<string> {
  const raw = `${folder}-raw`;
  await makeImage(raw);
  const world = await openWorld({ image: raw, folder, seed: -1, stations: MOST_STATIONS, pageRows: 500 });
  await world.centre.open();
  for (const station of world.stations) await station.open();
  for (const at of world.stations.keys()) await perform(world, { do: 'act', at, act: 'call' });
  await rest(world);
  await world.close();
  return folder;
}
