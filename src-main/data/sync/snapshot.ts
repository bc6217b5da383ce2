import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { SnapshotAnswer, type SnapshotOffer, type SnapshotPiece } from '../../../src-shared/sync/snapshot.ts';
import type { Desk } from '../desk.ts';
import { StoreError } from '../store/error.ts';
import { StrangePieceError } from '../store/records/loading.ts';
import type { Successor } from '../store/successor.ts';
import { askCentre, DONE, type Link, type StepEnd } from './link.ts';
import { type Pulled, pullInto, requestCursor } from './pull.ts';
import { hasUnsent, push } from './push.ts';
import { fetchRange, type RangeSource } from './range.ts';

const unpack = promisify(gunzip);

/** Largest and smallest part asked for at once, in bytes: a slow or bad line gets smaller ones. */
const MOST_PART = 1024 * 1024;
const LEAST_PART = 16 * 1024;
/** Parts that fail in a row before the line counts as gone. */
const MOST_FAILURES = 3;
/** Files begun in one exchange, when one after the other vanishes at the centre. */
const MOST_FILES = 3;

const LINE_GONE: StepEnd = { kind: 'trouble', trouble: 'unreachable', retryAfterMs: null };

/** What became of a piece: its bytes unpacked, or why there are none. */
type Piece =
  | { readonly kind: 'piece'; readonly bytes: Buffer }
  | { readonly kind: 'gone' }
  | { readonly kind: 'strange' }
  | { readonly kind: 'trouble' };

/**
 * When everything is to be fetched, takes it from a file the centre holds ready, if there is one, and pulls what has changed since. The
 * present records stay in use until all of that is here. After a cut it goes on with the next piece (sync specification 1.8).
 * @param onProgress told after each piece, and what has changed when all is done
 * @returns done also when there is no such file: the pull that follows then fetches everything page by page
 */
export async function beginFromSnapshot(
  link: Link,
  onProgress: (pulled: Pulled | null) => void,
): Promise<StepEnd> {
  const { stores } = link.desk;
  const { epoch, protocol } = stores.intent.identity.get();
  if (requestCursor(stores.records.meta.get()) !== null || epoch === null || protocol < 2) {
    if (stores.succession.current() !== null) stores.succession.drop();
    return DONE;
  }
  for (let files = 0; files < MOST_FILES; files += 1) {
    const successor = await openedSuccessor(link, epoch);
    if ('kind' in successor) return successor;
    const end = await takeIn(link, successor, onProgress);
    if (end !== 'gone') return end;
    stores.succession.drop();
  }
  return DONE;
}

/** The successor to go on with, or a new one from the centre's offer. */
async function openedSuccessor(link: Link, epoch: string): Promise<Successor | StepEnd> {
  const { desk } = link;
  const { succession } = desk.stores;
  const left = resumed(desk, epoch);
  if (left !== null) return left;
  const { client } = desk.stores.intent.identity.get();
  const body = { client, request: desk.newId(), epoch };
  const answered = await askCentre(link, '/sync/snapshot', body, SnapshotAnswer);
  // A centre without this resource, or one that cannot serve it: page by page goes as well.
  if (answered.kind === 'refused' || answered.kind === 'tooLarge') return DONE;
  if (answered.kind !== 'answer') return answered;
  const { snapshot } = answered.value;
  const region = desk.stores.intent.enrolment.get()?.region;
  if (snapshot === null || answered.value.epoch !== epoch || snapshot.region !== region) return DONE;
  if (snapshot.file === link.strangeSnapshot) return DONE;
  desk.log.info(
    { file: snapshot.file, count: snapshot.count, bytes: snapshot.bytes },
    'beginning from a snapshot',
  );
  return succession.begin(epoch, snapshot);
}

/** What an earlier attempt has left, if it can be read: it is disposable, so damage costs only the download. */
function resumed(desk: Desk, epoch: string): Successor | null {
  const { succession } = desk.stores;
  try {
    return succession.resume(epoch);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    desk.log.warn({ err: error }, 'a half-loaded file of records cannot be gone on with');
    succession.drop();
    return null;
  }
}

async function takeIn(
  link: Link,
  successor: Successor,
  onProgress: (pulled: Pulled | null) => void,
): Promise<StepEnd | 'gone'> {
  const { desk } = link;
  try {
    const loaded = await load(link, successor, () => onProgress(null));
    if (loaded !== null) return loaded;
    if (!successor.loading.isComplete) successor.complete(onBoard(desk, successor));
  } catch (error) {
    // A strange piece or a defect of ours: either way there is another road.
    if (!(error instanceof StoreError)) return distrust(link, successor.loading.offer, error);
    // Nothing of it is needed, and its room may be: on a full disk what the operator types comes first.
    desk.stores.succession.drop();
    throw error;
  }
  return await pullInto(link, successor, onProgress);
}

/** Takes in the pieces that are missing, the next one on its way meanwhile. @returns null when all are in */
async function load(link: Link, successor: Successor, onPiece: () => void): Promise<StepEnd | 'gone' | null> {
  const { pieces, file } = successor.loading.offer;
  const fetchPiece = pieceFetcher(link, file);
  const at = (index: number) => pieces[index];
  let next = maybeFetch(fetchPiece, at(successor.loading.pieces));
  while (next !== null) {
    const piece = await next;
    if (piece.kind === 'trouble') return LINE_GONE;
    if (piece.kind === 'gone') return 'gone';
    if (piece.kind !== 'piece')
      return distrust(link, successor.loading.offer, new StrangePieceError('another hash'));
    next = maybeFetch(fetchPiece, at(successor.loading.pieces + 1));
    successor.take(piece.bytes);
    onPiece();
    // What operators do meanwhile need not wait for the end of a long download.
    if (hasUnsent(link.desk, link)) {
      const pushed = await push(link);
      if (pushed.kind !== 'done') return pushed;
    }
  }
  return null;
}

type PieceFetcher = (piece: SnapshotPiece) => Promise<Piece>;

function maybeFetch(fetchPiece: PieceFetcher, piece: SnapshotPiece | undefined): Promise<Piece> | null {
  return piece === undefined ? null : fetchPiece(piece);
}

/** Fetches pieces in parts that shrink when the line fails and grow when it holds. */
function pieceFetcher(link: Link, file: string): PieceFetcher {
  const source = sourceOf(link);
  let partBytes = MOST_PART;
  async function bytesOf({ offset, length }: SnapshotPiece): Promise<Buffer | 'gone' | 'trouble'> {
    const whole = Buffer.alloc(length);
    let have = 0;
    for (let failures = 0; have < length; ) {
      const to = Math.min(have + partBytes, length);
      const part = await fetchRange(source, `/sync/snapshot/${file}`, offset + have, offset + to - 1);
      if (part.kind === 'absent') return 'gone';
      if (part.kind === 'trouble') {
        failures += 1;
        if (failures >= MOST_FAILURES || source.cancel?.aborted === true) return 'trouble';
        partBytes = Math.max(LEAST_PART, Math.floor(partBytes / 4));
        continue;
      }
      whole.set(part.bytes, have);
      have = to;
      failures = 0;
      partBytes = Math.min(MOST_PART, partBytes * 2);
    }
    return whole;
  }
  return async (piece) => {
    const bytes = await bytesOf(piece);
    if (typeof bytes === 'string') return { kind: bytes };
    if (createHash('sha256').update(bytes).digest('hex') !== piece.sha256) return { kind: 'strange' };
    try {
      return { kind: 'piece', bytes: await unpack(bytes) };
    } catch {
      // The right bytes of something that is not packed: the centre's file is at fault.
      return { kind: 'strange' };
    }
  };
}

function sourceOf(link: Link): RangeSource {
  const enrolment = link.desk.stores.intent.enrolment.get();
  if (enrolment === null) throw new Error('asked the centre before the enrolment');
  return {
    transport: link.transport,
    server: enrolment.server,
    bearer: `${enrolment.workstation}.${enrolment.secret}`,
    timeoutMs: link.timing.requestMs,
    timers: link.desk.timers,
    cancel: link.cancel.signal,
  };
}

/** A file that is not what was offered is not asked for again in this run: page by page, everything comes without it. */
function distrust(link: Link, offer: SnapshotOffer, error: unknown): StepEnd {
  link.desk.log.error(
    { err: error, file: offer.file },
    'snapshot is not what was offered; going on without it',
  );
  link.desk.stores.succession.drop();
  link.strangeSnapshot = offer.file;
  return DONE;
}

/** Own commands that the snapshot holds: the centre decided them at or before its version. */
function onBoard(desk: Desk, { loading }: Successor): { readonly client: string; readonly seq: number } {
  const { acknowledged, identity } = desk.stores.intent;
  const { client } = identity.get();
  return { client, seq: acknowledged.lastSeqAt(client, loading.epoch, loading.offer.version) };
}
