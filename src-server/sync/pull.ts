import type { PullAnswer, PullRequest, PullRow } from '../../src-shared/sync/pull.ts';
import type { Context, Workstation } from '../context.ts';
import { RequestRefused } from '../requestRefused.ts';
import { readClient } from '../store/client.ts';
import { readReceiptsAfter } from '../store/receipt.ts';
import { type RecordRow, readChangedAfter, readVersion } from '../store/record.ts';
import { type Head, readHead } from '../store/region.ts';
import type { Db, Tx } from '../store/tables.ts';
import { inSnapshot } from '../store/transaction.ts';
import { readMark } from '../store/versionMark.ts';
import { resultOf } from './receiptOf.ts';
import { servedEpoch } from './recovery/life.ts';

/** Acknowledgements in one answer; a client further behind learns the rest from its next pulls. */
const RESULTS_AT_ONCE = 1_000;

/**
 * The changes of the workstation's region after its cursor. Counter, rows and acknowledgements are of one snapshot (sync specification 1.6).
 * @throws RequestRefused `client_unknown` when the client has to say hello first, `recovering` after a restore,
 *   `protocol_unsupported` to one with which no version is shared: it has to be updated before it can read
 */
export async function pull(
  context: Context,
  workstation: Workstation,
  request: PullRequest,
): Promise<PullAnswer> {
  const { db } = context.store;
  return await inSnapshot(db, async (tx) => {
    const epoch = await servedEpoch(tx);
    const ack = await readAck(tx, workstation, request);
    const region = workstation.region;
    const head = await readHead(tx, region);
    const from = await findStart(tx, epoch, region, request);
    const answer = { client: request.client, request: request.request, epoch, ack };
    if (from === null) {
      const start = { version: 0, mark: (await readMark(tx, region, 0)) ?? head.mark };
      return {
        ...answer,
        resnapshot: true,
        rows: [],
        cursor: cursorAt(epoch, region, start),
        more: true,
      };
    }
    const page = await readPage(tx, region, from, head, request.limit);
    return {
      ...answer,
      resnapshot: false,
      rows: page.rows.map(asPullRow),
      cursor: cursorAt(epoch, region, page.end),
      more: page.end.version < head.version,
    };
  });
}

/**
 * Where the page starts: 0 without a cursor, null when the cursor is of another life.
 * @throws RequestRefused `client_unknown` for a cursor of this life whose mark is unknown: the database was put back. Only a hello
 *   begins a recovery, and the cursor is its evidence, so the client must not drop it.
 */
async function findStart(
  db: Db,
  epoch: string,
  region: string,
  request: PullRequest,
): Promise<number | null> {
  if (request.cursor === null) return 0;
  if (request.cursor.epoch !== epoch) return null;
  const place = request.cursor.regions[region];
  if (place === undefined) return 0;
  const [version, mark] = place;
  if ((await readMark(db, region, version)) !== mark) throw new RequestRefused('client_unknown');
  return version;
}

async function readPage(
  tx: Tx,
  region: string,
  from: number,
  head: Head,
  limit: number,
): Promise<{ rows: RecordRow[]; end: Head }> {
  if (from >= head.version) return { rows: [], end: head };
  const rows = await readChangedAfter(tx, region, from, limit + 1);
  if (rows.length <= limit) return { rows, end: head };
  // The row beyond the page may belong to the page's last version: that version waits for the next page, whole.
  const beyond = rows[limit]?.version ?? 0;
  const whole = rows.filter((row) => row.version < beyond);
  const last = whole.at(-1)?.version;
  // A single version larger than a page is sent as one.
  const version = last ?? beyond;
  const mark = await readMark(tx, region, version);
  if (mark === undefined) throw new Error(`region ${region} has no mark for version ${version}`);
  return {
    rows: last === undefined ? await readVersion(tx, region, version) : whole,
    end: { version, mark },
  };
}

async function readAck(tx: Tx, workstation: Workstation, request: PullRequest): Promise<PullAnswer['ack']> {
  const client = await readClient(tx, request.client);
  if (client?.workstation !== workstation.id) throw new RequestRefused('client_unknown');
  if (client.protocol === 0) throw new RequestRefused('protocol_unsupported');
  const receipts = await readReceiptsAfter(tx, client.id, request.ackedSeq, RESULTS_AT_ONCE);
  // Never say "up to" more than is listed: the client takes its commands out of the outbox by it.
  const isCut = receipts.length === RESULTS_AT_ONCE;
  return {
    lastSeq: isCut ? (receipts.at(-1)?.seq ?? client.last_seq) : client.last_seq,
    results: receipts.map(resultOf),
  };
}

function cursorAt(epoch: string, region: string, { version, mark }: Head): PullAnswer['cursor'] {
  return { epoch, regions: { [region]: [version, mark] } };
}

/** A stored record as it goes to a workstation. */
export function asPullRow(row: RecordRow): PullRow {
  return {
    type: row.type,
    id: row.id,
    region: row.region,
    version: row.version,
    ordinal: row.ordinal,
    deleted: row.deleted === 1,
    left: row.left_reason,
    doc: row.doc === null ? null : JSON.parse(row.doc),
  };
}
