import type { FileFacts } from '../../../src-shared/attachment/model.ts';
import type { CommandId } from '../../../src-shared/brand.ts';
import { BLOB_PIECE_BYTES, BlobPutAnswer, BlobStateAnswer } from '../../../src-shared/sync/blob.ts';
import { askCentre, type Link } from './link.ts';

/** Files asked about in one request. */
const FILES_AT_ONCE = 50;

interface FileToSend {
  readonly file: Pick<FileFacts, 'hash' | 'size'>;
  /** Attachments of the file that the centre still awaits. */
  readonly attachments: CommandId[];
}

/**
 * Sends the bytes of files the centre lacks, small ones first, piece by piece, until something more urgent comes. Their trouble is not the
 * exchange's: commands have gone through already, a file simply waits for the next time (sync specification 1.12).
 * @param isInterrupted asked after each piece
 */
export async function sendFiles(
  link: Link,
  isInterrupted: () => boolean,
  onProgress: () => void,
): Promise<void> {
  const { intent } = link.desk.stores;
  const files = filesToSend(link);
  if (files.length === 0) return;
  const states = await askStates(link, files);
  for (const { file, attachments } of files) {
    const state = states?.get(file.hash);
    if (state === undefined || isInterrupted()) return;
    const isThere = state.complete || (await sendFile(link, file, state.have, isInterrupted, onProgress));
    if (!isThere) continue;
    if (!state.complete) await askStates(link, [{ file, attachments }]);
    intent.blobOut.settle(file.hash, link.desk.time.now());
    onProgress();
  }
}

/** What waits here, and what the centre awaits and this workstation happens to hold: after a restore it asks in this way. */
function filesToSend(link: Link): FileToSend[] {
  const { intent, records } = link.desk.stores;
  const attachments = new Map<string, CommandId[]>();
  const held = new Map<string, FileToSend['file']>();
  for (const { file } of intent.blobOut.waiting(FILES_AT_ONCE)) held.set(file.hash, file);
  for (const { id, file } of records.attachment.awaited()) {
    if (!held.has(file.hash) && !link.desk.blobs.has(file.hash)) continue;
    if (held.size < FILES_AT_ONCE) held.set(file.hash, file);
    attachments.set(file.hash, [...(attachments.get(file.hash) ?? []), id].slice(0, 50));
  }
  return [...held.values()]
    .filter(({ hash }) => link.desk.blobs.has(hash))
    .map((file) => ({ file, attachments: attachments.get(file.hash) ?? [] }))
    .sort((a, b) => a.file.size - b.file.size);
}

/** @returns null when the centre cannot say; an older server knows nothing of files */
async function askStates(link: Link, files: readonly FileToSend[]) {
  const { client } = link.desk.stores.intent.identity.get();
  const blobs = files.map(({ file, attachments }) => ({ hash: file.hash, attachments }));
  const body = { client, request: link.desk.newId(), blobs };
  const answered = await askCentre(link, '/sync/blob/state', body, BlobStateAnswer);
  if (answered.kind !== 'answer') {
    link.desk.log.info({ kind: answered.kind, files: files.length }, 'files wait for the next exchange');
    return null;
  }
  return new Map(answered.value.blobs.map((blob) => [blob.hash, blob]));
}

/** @returns whether all of it is there now */
async function sendFile(
  link: Link,
  file: FileToSend['file'],
  from: number,
  isInterrupted: () => boolean,
  onProgress: () => void,
): Promise<boolean> {
  const { desk } = link;
  const { client } = desk.stores.intent.identity.get();
  let have = from;
  // A file that arrives damaged is asked for from the beginning; more rounds than two would be a defect here, not on the line.
  let mostPieces = 2 * Math.ceil(file.size / BLOB_PIECE_BYTES) + 1;
  while (mostPieces > 0 && !isInterrupted()) {
    mostPieces -= 1;
    const piece = await readPiece(desk, file.hash, Math.floor(have / BLOB_PIECE_BYTES));
    if (piece === null) return false;
    const bytes = new Uint8Array(piece.subarray(have % BLOB_PIECE_BYTES));
    const body = { client, request: desk.newId() };
    const query = new URLSearchParams({ ...body, offset: String(have), size: String(file.size) });
    const answered = await askCentre(link, `/sync/blob/${file.hash}?${query}`, body, BlobPutAnswer, bytes);
    if (answered.kind !== 'answer') {
      desk.log.info({ kind: answered.kind, hash: file.hash, have }, 'file waits for the next exchange');
      return false;
    }
    have = answered.value.blob.have;
    desk.stores.intent.blobOut.progress(file.hash, have);
    onProgress();
    if (answered.value.blob.complete) return true;
  }
  return false;
}

/** @returns null for a copy that cannot be read: it must not make the exchange, which has gone well, look like a failed one */
async function readPiece(desk: Link['desk'], hash: string, index: number): Promise<Buffer | null> {
  try {
    return await desk.blobs.read(hash, index);
  } catch (error) {
    desk.log.error({ err: error, hash }, 'copy of a file cannot be read here; it stays as it is');
    return null;
  }
}
