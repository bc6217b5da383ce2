import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, openEngine } from './engine.ts';
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

let embedded: Promise<Engine> | undefined;
let count = 0;

/**
 * Runs one plan: every step, then everything is mended and must come to rest, then everything is compared.
 * @param engine under the centre; the embedded one unless given
 * @throws Broken, with the end of the trace, when a promise was not held
 */
export async function runHistory(plan: Plan, engine?: Engine): Promise<Told> {
  embedded ??= engine === undefined ? openEngine('sqlite') : undefined;
  const under = engine ?? (await embedded);
  if (under === undefined) throw new Error('no engine');
  count += 1;
  const { gridMs, image } = under;
  const folder = join(under.folder, `history-${count}`);
  const world = await openWorld({ ...plan, gridMs, image, folder, databaseUrl: await under.database() });
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

/** Removes the files of the histories run without an engine of their own; for `afterAll`, because workers of the tests may be killed. */
export async function endHistories(): Promise<void> {
  await (await embedded)?.end();
  embedded = undefined;
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
