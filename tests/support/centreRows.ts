import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import type { Context } from '../../src-server/context.ts';
import { raiseVersion } from '../../src-server/store/region.ts';
import { inWriteTransaction } from '../../src-server/store/transaction.ts';
import { insertMark } from '../../src-server/store/versionMark.ts';
import { toInstant } from '../../src-shared/clock.ts';
import type { Peer } from './peer.ts';

/** A record as a test wants it at the centre; a null document is a deletion. */
export interface CentreRow {
  readonly type: string;
  readonly id: string;
  readonly doc: object | null;
}

/** Writes records at the centre as one version, without commands. */
export async function putRows(context: Context, rows: readonly CentreRow[], region = 'dn'): Promise<number> {
  const at = toInstant(context.now());
  return await inWriteTransaction(context.store.db, async (tx) => {
    const version = await raiseVersion(tx, region);
    await insertMark(tx, region, version, at, context.random);
    for (let start = 0; start < rows.length; start += 500) {
      const values = rows.slice(start, start + 500).map((row, index) => ({
        region,
        type: row.type,
        id: row.id,
        version,
        ordinal: start + index,
        deleted: row.doc === null ? 1 : 0,
        left_reason: null,
        doc: row.doc === null ? null : JSON.stringify(row.doc),
      }));
      await tx
        .insertInto('record')
        .values(values)
        .onConflict((conflict) =>
          conflict.columns(['region', 'type', 'id']).doUpdateSet((eb) => ({
            version: eb.ref('excluded.version'),
            ordinal: eb.ref('excluded.ordinal'),
            deleted: eb.ref('excluded.deleted'),
            doc: eb.ref('excluded.doc'),
          })),
        )
        .execute();
    }
    return version;
  });
}

/** A call that ended, as the centre keeps it. @param inOrder whether its id is of the order of time */
export function anEndedCall(endedAt: string, inOrder = true): CentreRow {
  const id = inOrder ? v7() : randomUUID();
  const doc = {
    id,
    region: 'dn',
    workstation: randomUUID(),
    operator: randomUUID(),
    startedAt: endedAt,
    endedAt,
    phone: '+380501234567',
    phoneRaw: '050 123 45 67',
    notes: [{ atMs: 1000, text: 'Немає води на вулиці Прикладній' }],
    outcome: 'dropped',
    appeals: [],
    consultations: [],
  };
  return { type: 'call', id, doc };
}

/** Everything a workstation of the region ought to hold, by `type/id`. */
export async function centreState(peer: Peer): Promise<Map<string, unknown>> {
  const state = new Map<string, unknown>();
  for (const row of (await peer.pullAll({ limit: 5000 })).rows) {
    if (row.doc === null || row.deleted || row.left !== null) state.delete(`${row.type}/${row.id}`);
    else state.set(`${row.type}/${row.id}`, row.doc);
  }
  return state;
}
