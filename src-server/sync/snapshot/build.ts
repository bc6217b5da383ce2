import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { toInstant } from '../../../src-shared/clock.ts';
import {
  type AgeingRecord,
  agedOut,
  companionOf,
  type Horizon,
  mayAge,
} from '../../../src-shared/replication/age.ts';
import type { Context } from '../../context.ts';
import { readEpoch } from '../../store/meta.ts';
import { type LivingRow, readUnchangedSince } from '../../store/record.ts';
import { readHead } from '../../store/region.ts';
import { inSnapshot } from '../../store/transaction.ts';
import { horizonOf } from '../horizon.ts';
import type { Manifest } from './folder.ts';

const compress = promisify(gzip);

/** Records of one piece: small enough to be read, packed and taken in without anybody noticing. */
export const PIECE_RECORDS = 2_000;

/**
 * Writes the file of one region: a scan by keys in short statements, beginning with the head as of which the file will be offered. Only
 * records not changed since are taken in; what changes meanwhile comes with the pull that follows (sync specification 1.8). Nobody waits
 * for it: each statement is short, and between two pieces everybody else has a turn (A10).
 * @param isWanted asked between pieces; false ends the build without a file
 * @returns null when the region has nothing to offer or the build was called off
 */
export async function buildSnapshot(
  context: Context,
  region: string,
  isWanted: () => boolean = () => true,
): Promise<Manifest | null> {
  const { snapshots, store } = context;
  const noted = await inSnapshot(store.db, async (tx) => ({
    epoch: await readEpoch(tx),
    head: await readHead(tx, region),
    horizon: await horizonOf(context, tx, region),
  }));
  const { epoch, head, horizon } = noted;
  const writer = await snapshots.begin(`${region}-${context.random.newUuid()}`);
  try {
    const lines = linesWithin(horizon);
    let after = { type: '', id: '' };
    for (;;) {
      const rows = await readUnchangedSince(store.db, region, head.version, after, PIECE_RECORDS);
      for (const row of rows) lines.take(row);
      const isLast = rows.length < PIECE_RECORDS;
      if (lines.count() >= PIECE_RECORDS || (isLast && lines.count() > 0)) {
        const piece = lines.empty();
        await writer.add(await compress(piece.text, { level: 1 }), piece.count);
      }
      if (isLast) break;
      after = rows.at(-1) ?? after;
      await yieldToOthers();
      if (!isWanted()) {
        await writer.discard();
        return null;
      }
    }
    return await writer.finish({ region, ...head }, epoch, toInstant(context.now()));
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

/** Collects lines of records that workstations hold; aged ones stay at the centre. */
function linesWithin(horizon: Horizon) {
  let lines: string[] = [];
  const agedAppeals = new Set<string>();
  function isHeld(row: LivingRow): boolean {
    const isYoung = row.version > horizon.version || !mayAge(row.type);
    if (isYoung && agedAppeals.size === 0) return true;
    const record: AgeingRecord = { type: row.type, version: row.version, doc: JSON.parse(row.doc) };
    // Appeals come before everything that goes with them, because their type does.
    if (agedOut(record, horizon)) {
      if (row.type === 'appeal') agedAppeals.add(row.id);
      return false;
    }
    const appeal = companionOf(record);
    return appeal === null || !agedAppeals.has(appeal);
  }
  return {
    take(row: LivingRow): void {
      if (!isHeld(row)) return;
      // An id with a separator in it would be read as another record; ids are minted without any.
      if (/[\t\n]/.test(row.id))
        throw new Error(`a record of type ${row.type} has an id that no line can hold`);
      lines.push(`${row.type}\t${row.id}\t${row.version}\t${row.ordinal}\t${row.doc}\n`);
    },
    count: () => lines.length,
    empty(): { readonly text: string; readonly count: number } {
      const piece = { text: lines.join(''), count: lines.length };
      lines = [];
      return piece;
    },
  };
}
