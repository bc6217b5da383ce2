import { toInstant } from '../../src-shared/clock.ts';
import { write } from '../../src-shared/record/model.ts';
import type { WorkstationRecord } from '../../src-shared/workstation/model.ts';
import type { Context } from '../context.ts';
import type { Random } from '../random.ts';
import { readDocuments, recordKey, writeDocuments } from '../store/record.ts';
import { listRegions, raiseVersion } from '../store/region.ts';
import type { Tx } from '../store/tables.ts';
import { inWriteTransaction } from '../store/transaction.ts';
import { insertMark } from '../store/versionMark.ts';
import { listWorkstations, readWorkstation, type WorkstationRow } from '../store/workstation.ts';

/** The public part of an enrolled device. */
function recordOf(row: WorkstationRow): WorkstationRecord {
  return { id: row.id, region: row.region, name: row.name, active: row.revoked === 0 } as WorkstationRecord;
}

/**
 * Writes devices as records of their region, through the region's counter like every other record, so that leads know them by name.
 * @returns the version at which they stand
 */
export async function publishWorkstations(
  tx: Tx,
  region: string,
  rows: readonly WorkstationRow[],
  at: string,
  random: Random,
): Promise<number> {
  const version = await raiseVersion(tx, region);
  await writeDocuments(
    tx,
    { region, version, ordinal: 0 },
    rows.map((row) => write('workstation', recordOf(row))),
  );
  await insertMark(tx, region, version, at, random);
  return version;
}

/** Writes one device anew after it was enrolled or shut out, and wakes its region. */
export async function republishWorkstation(context: Context, id: string): Promise<void> {
  const at = toInstant(context.now());
  const done = await inWriteTransaction(context.store.db, async (tx) => {
    const row = await readWorkstation(tx, id);
    if (!row) return null;
    return {
      region: row.region,
      version: await publishWorkstations(tx, row.region, [row], at, context.random),
    };
  });
  if (done !== null) context.wakes.announce(done);
}

/** At the start: devices enrolled before they were records become such, once. */
export async function publishUnknownWorkstations(context: Context): Promise<void> {
  const at = toInstant(context.now());
  for (const { id: region } of await listRegions(context.store.db)) {
    await inWriteTransaction(context.store.db, async (tx) => {
      const rows = await listWorkstations(tx, region);
      const refs = rows.map(({ id }) => ({ type: 'workstation', id }) as const);
      const known = await readDocuments(tx, region, refs);
      const unknown = rows.filter(({ id }) => !known.has(recordKey({ type: 'workstation', id })));
      if (unknown.length > 0) await publishWorkstations(tx, region, unknown, at, context.random);
    });
  }
}
