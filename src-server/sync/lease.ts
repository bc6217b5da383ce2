import { legalDay, toInstant } from '../../src-shared/clock.ts';
import { BLOCK_SIZE, type Block, numbersToLease, yearsToHold } from '../../src-shared/number/lease.ts';
import type { HelloRequest } from '../../src-shared/sync/hello.ts';
import type { Context, Workstation } from '../context.ts';
import { type BlockRow, insertBlocks, raiseHigh, readClientBlocks } from '../store/block.ts';
import { readLife } from '../store/recovery.ts';
import { lockProfiles, readRegion } from '../store/region.ts';
import type { Tx } from '../store/tables.ts';

/** Numbers leased by one hello at most, whatever a client says of its needs. */
const MOST_AT_ONCE = 20 * BLOCK_SIZE;

/**
 * Blocks of this client that it did not list, new ones included. A lost answer costs nothing: what the client does not list is
 * counted as free and sent again.
 * @param epoch in which the hello was judged; when a recovery has begun since, nothing is leased any more
 */
export async function leaseNumbers(
  tx: Tx,
  context: Context,
  workstation: Workstation,
  request: HelloRequest,
  epoch: string,
): Promise<Block[]> {
  const profile = await readRegion(tx, workstation.region);
  if (!profile) throw new Error(`region ${workstation.region} has no profile`);
  const leases: BlockRow[] = [];
  for (const year of yearsToHold(legalDay(context.now()))) {
    const told = request.numbers.find((item) => item.year === year);
    const known = new Set(told?.blocks ?? []);
    const unknown = (await readClientBlocks(tx, request.client, year)).filter(
      (block) => !known.has(block.id),
    );
    const free = (told?.free ?? 0) + unknown.reduce((sum, block) => sum + block.hi - block.lo + 1, 0);
    const count = Math.min(MOST_AT_ONCE, numbersToLease(free, told?.peakPerDay ?? 0));
    const owner = {
      region: profile.id,
      office: profile.office,
      client: request.client,
      workstation: workstation.id,
    };
    const mayLease = count > 0 && (await isServed(tx, profile.id, epoch));
    leases.push(...unknown, ...(mayLease ? await leaseRange(tx, context, owner, year, count) : []));
  }
  return leases.map(({ id, office, year, lo, hi }) => ({ id, office, year, lo, hi }));
}

/** Under the lock that the beginning of a recovery takes too: numbers leased before it are in the high-water file when it reads that. */
async function isServed(tx: Tx, region: string, epoch: string): Promise<boolean> {
  await lockProfiles(tx, region);
  const life = await readLife(tx);
  return life.recovery === undefined && life.epoch === epoch;
}

type Owner = Pick<BlockRow, 'region' | 'office' | 'client' | 'workstation'>;

async function leaseRange(
  tx: Tx,
  context: Context,
  owner: Owner,
  year: number,
  count: number,
): Promise<BlockRow[]> {
  const { highWater, random } = context;
  const { office } = owner;
  const at = toInstant(context.now());
  const range = await raiseHigh(tx, { office, year }, count, () => highWater.read(office, year));
  // On disk before the commit: a commit lost afterwards leaves void numbers, never a number twice.
  highWater.raise(office, year, range.hi);
  const blocks: BlockRow[] = [];
  for (let lo = range.lo; lo <= range.hi; lo += BLOCK_SIZE) {
    const hi = Math.min(range.hi, lo + BLOCK_SIZE - 1);
    blocks.push({ ...owner, id: random.newId(), year, lo, hi, state: 'leased', reason: null, at });
  }
  const skipped: BlockRow[] =
    range.lo > range.from + 1
      ? [
          {
            ...owner,
            id: random.newId(),
            client: null,
            workstation: null,
            year,
            lo: range.from + 1,
            hi: range.lo - 1,
            state: 'void',
            reason: 'restore',
            at,
          },
        ]
      : [];
  await insertBlocks(tx, [...skipped, ...blocks]);
  return blocks;
}
