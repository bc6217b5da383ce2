import type { Attachment } from '../../src-shared/attachment/model.ts';
import { toInstant } from '../../src-shared/clock.ts';
import { type RecordWrite, write } from '../../src-shared/record/model.ts';
import type { BlobState, BlobStateRequest } from '../../src-shared/sync/blob.ts';
import type { Context, Workstation } from '../context.ts';
import { readBlobs } from '../store/blob.ts';
import { readDocuments, recordKey, writeDocuments } from '../store/record.ts';
import { lowerVersion, raiseVersion } from '../store/region.ts';
import type { Tx } from '../store/tables.ts';
import { inWriteTransaction } from '../store/transaction.ts';
import { insertMark } from '../store/versionMark.ts';
import { stateOf } from './receive.ts';

type Asked = BlobStateRequest['blobs'];

/**
 * How much of these files is there. Attachments named with a whole file are marked `present`: their command may have come before or after
 * the bytes, so it is the workstation that names both together, once it knows that both are here.
 */
export async function blobStates(
  context: Context,
  workstation: Workstation,
  asked: Asked,
): Promise<BlobState[]> {
  const { db } = context.store;
  const { region } = workstation;
  const rows = await readBlobs(
    db,
    region,
    asked.map(({ hash }) => hash),
  );
  const whole = asked.filter(({ hash }) => rows.get(hash)?.state === 'present');
  const refs = whole.flatMap(({ attachments }) =>
    attachments.map((id) => ({ type: 'attachment' as const, id })),
  );
  const found = refs.length === 0 ? new Map() : await readDocuments(db, region, refs);
  if ([...found.values()].some((doc) => (doc as Attachment).state === 'awaited')) {
    const version = await inWriteTransaction(db, async (tx) => await markPresent(context, tx, region, whole));
    if (version !== null) context.wakes.announce({ region, version });
  }
  return asked.map(({ hash }) => stateOf(rows.get(hash), hash));
}

async function markPresent(context: Context, tx: Tx, region: string, whole: Asked): Promise<number | null> {
  const version = await raiseVersion(tx, region);
  // Read again: the region is ours only now.
  const documents = await readDocuments(
    tx,
    region,
    whole.flatMap(({ attachments }) => attachments.map((id) => ({ type: 'attachment' as const, id }))),
  );
  const writes: RecordWrite[] = whole.flatMap(({ hash, attachments }) =>
    attachments.flatMap((id) => {
      const doc = documents.get(recordKey({ type: 'attachment', id })) as Attachment | undefined;
      if (doc?.state !== 'awaited' || doc.file.hash !== hash) return [];
      return [write('attachment', { ...doc, state: 'present' })];
    }),
  );
  if (writes.length === 0) {
    await lowerVersion(tx, region);
    return null;
  }
  await writeDocuments(tx, { region, version, ordinal: 0 }, writes);
  await insertMark(tx, region, version, toInstant(context.now()), context.random);
  return version;
}
