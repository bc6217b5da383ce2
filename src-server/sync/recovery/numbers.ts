import { legalDay, toInstant } from '../../../src-shared/clock.ts';
import { type Block, yearsToHold } from '../../../src-shared/number/lease.ts';
import type { Context, Workstation } from '../../context.ts';
import { type BlockRow, deleteBlock, insertBlocks, listBlocks, raiseHigh } from '../../store/block.ts';
import { listRegions, type RegionProfile, readRegion } from '../../store/region.ts';
import type { Tx } from '../../store/tables.ts';

/** Why numbers were skipped; shown in the ledger. */
const RESTORE = 'restore';

/**
 * Enters blocks that a workstation says it was leased and this server has lost. A range that was skipped meanwhile is cut open for it:
 * its numbers were told to callers. One that overlaps another lease is left out and logged.
 */
export async function restoreBlocks(
  tx: Tx,
  context: Context,
  workstation: Workstation,
  client: string,
  told: readonly Block[],
): Promise<void> {
  if (told.length === 0) return;
  const profile = await readRegion(tx, workstation.region);
  const at = toInstant(context.now());
  const blocks = await listBlocks(tx, workstation.region);
  for (const { id, office, year, lo, hi } of told) {
    if (blocks.some((block) => block.id === id)) continue;
    const over = blocks.filter(
      (block) => block.office === office && block.year === year && block.lo <= hi && block.hi >= lo,
    );
    const skipped = over.length === 1 && over[0]?.reason === RESTORE ? over[0] : undefined;
    const isInside = skipped !== undefined && skipped.lo <= lo && skipped.hi >= hi;
    if (office !== profile?.office || lo > hi || (over.length > 0 && !isInside)) {
      context.log.error({ workstation: workstation.id, block: id, year, lo, hi }, 'block not restored');
      continue;
    }
    const owner = { region: workstation.region, office, year, at };
    const block: BlockRow = {
      ...owner,
      id,
      lo,
      hi,
      client,
      workstation: workstation.id,
      state: 'leased',
      reason: null,
    };
    const rest = skipped === undefined ? [] : restOf(skipped, block, context);
    if (skipped !== undefined) {
      await deleteBlock(tx, skipped.id);
      blocks.splice(blocks.indexOf(skipped), 1);
    }
    await insertBlocks(tx, [block, ...rest]);
    blocks.push(block, ...rest);
    context.log.warn({ workstation: workstation.id, block: id, year, lo, hi }, 'block restored');
  }
}

/** What is left of a skipped range on both sides of a block. */
function restOf(skipped: BlockRow, block: BlockRow, { random }: Context): BlockRow[] {
  return [
    { ...skipped, id: random.newId(), hi: block.lo - 1 },
    { ...skipped, id: random.newId(), lo: block.hi + 1 },
  ].filter(({ lo, hi }) => lo <= hi);
}

/**
 * Lifts the highest number of every office and year above all that the lost server can have leased: what the database says, what the
 * high-water file says, what the workstations told, and a margin beyond. What nobody holds becomes void.
 */
export async function skipNumbers(tx: Tx, context: Context): Promise<void> {
  for (const profile of await listRegions(tx)) {
    const blocks = await listBlocks(tx, profile.id);
    const years = new Set([
      ...yearsToHold(legalDay(context.now())),
      ...blocks.map(({ year }) => year),
      ...context.highWater.years(profile.office),
    ]);
    for (const year of [...years].sort()) {
      const ofYear = blocks.filter((block) => block.year === year);
      await skipYear(tx, context, profile, year, ofYear);
    }
  }
}

async function skipYear(
  tx: Tx,
  context: Context,
  { id: region, office }: RegionProfile,
  year: number,
  blocks: readonly BlockRow[],
): Promise<void> {
  const { highWater } = context;
  const told = blocks.reduce((most, { hi }) => Math.max(most, hi), 0);
  const floor = () => Math.max(told, highWater.read(office, year));
  // Nothing was ever leased for this year: there is nothing to be told twice.
  if (floor() === 0) return;
  const { hi } = await raiseHigh(tx, { office, year }, context.restoreSkip, floor);
  highWater.raise(office, year, hi);
  const at = toInstant(context.now());
  const gaps = gapsBetween(1, hi, blocks).map(([lo, end]) => ({
    id: context.random.newId(),
    region,
    office,
    year,
    lo,
    hi: end,
    client: null,
    workstation: null,
    state: 'void' as const,
    reason: RESTORE,
    at,
  }));
  await insertBlocks(tx, gaps);
}

/** Ranges of `lo` to `hi` that no block covers. */
function gapsBetween(lo: number, hi: number, blocks: readonly BlockRow[]): [number, number][] {
  const gaps: [number, number][] = [];
  let from = lo;
  for (const block of [...blocks].sort((a, b) => a.lo - b.lo)) {
    if (block.lo > from) gaps.push([from, block.lo - 1]);
    from = Math.max(from, block.hi + 1);
  }
  if (from <= hi) gaps.push([from, hi]);
  return gaps;
}
