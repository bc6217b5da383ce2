import type { SnapshotAnswer, SnapshotRequest } from '../../../src-shared/sync/snapshot.ts';
import { SnapshotOffer } from '../../../src-shared/sync/snapshot.ts';
import type { Context, Workstation } from '../../context.ts';
import { RequestRefused } from '../../requestRefused.ts';
import { readEpoch } from '../../store/meta.ts';
import { readMark } from '../../store/versionMark.ts';
import { servedEpoch } from '../recovery/life.ts';
import type { Manifest } from './folder.ts';

/** The newest file of the workstation's region that belongs to the present history; null when there is none. */
export async function offerSnapshot(
  context: Context,
  workstation: Workstation,
  request: SnapshotRequest,
): Promise<SnapshotAnswer> {
  const { client, request: id } = request;
  const epoch = await servedEpoch(context.store.db);
  const found = await newestOf(context, workstation.region);
  return { client, request: id, epoch, snapshot: found?.offer ?? null };
}

/** The newest file of a region that belongs to the present history. */
export async function newestOf(context: Context, region: string): Promise<Manifest | null> {
  for (const manifest of await context.snapshots.list()) {
    if (manifest.offer.region === region && (await isOfHistory(context, manifest))) return manifest;
  }
  return null;
}

/**
 * Whether a file's version has the same mark here. A restored server has another epoch or, restored by hand, other marks from some version
 * on; a file of that lost time would bring records that never were.
 */
export async function isOfHistory(context: Context, { epoch, offer }: Manifest): Promise<boolean> {
  const { db } = context.store;
  return epoch === (await readEpoch(db)) && (await readMark(db, offer.region, offer.version)) === offer.mark;
}

/** A part of a file, and how long the whole is. */
export interface SnapshotPart {
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly bytes: Buffer;
}

/** Most bytes sent in one answer; a piece is far below it. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Bytes of a file of the workstation's own region.
 * @param range header `Range` with one range; without it from the beginning. An answer may be shorter than was asked for
 * @throws RequestRefused `not_found`; `malformed` for a range that lies outside; `recovering` after a restore
 */
export async function readSnapshot(
  context: Context,
  workstation: Workstation,
  file: string,
  range: string | undefined,
): Promise<SnapshotPart> {
  if (!SnapshotOffer.shape.file.safeParse(file).success) throw new RequestRefused('not_found');
  await servedEpoch(context.store.db);
  const manifest = (await context.snapshots.list()).find(({ offer }) => offer.file === file);
  if (manifest?.offer.region !== workstation.region) throw new RequestRefused('not_found');
  if (!(await isOfHistory(context, manifest))) throw new RequestRefused('not_found');
  const size = manifest.offer.bytes;
  const { from, to } = partAsked(range, size);
  const bytes = await context.snapshots.read(file, from, to);
  if (bytes.length !== to - from + 1) throw new RequestRefused('not_found');
  return { from, to, size, bytes };
}

function partAsked(range: string | undefined, size: number): { from: number; to: number } {
  const match = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range ?? 'bytes=0-');
  const from = Number(match?.[1] ?? Number.NaN);
  const last = match?.[2] ? Number(match[2]) : size - 1;
  const to = Math.min(last, size - 1, from + MOST_BYTES - 1);
  if (!Number.isSafeInteger(from) || from > to) throw new RequestRefused('malformed');
  return { from, to };
}
