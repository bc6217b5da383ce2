import { z } from 'zod';
import { BlobHash } from '../attachment/model.ts';
import { CommandId } from '../brand.ts';
import { answerHead, requestHead } from './envelope.ts';

/** Bytes of a file sent or fetched at once. */
export const BLOB_PIECE_BYTES = 1024 * 1024;

/**
 * POST /sync/blob/state: how much of these files the centre has. The attachments named with a file that is there, whole, are marked
 * `present` for everybody.
 */
export const BlobStateRequest = z.object({
  ...requestHead,
  blobs: z
    .array(z.object({ hash: BlobHash, attachments: z.array(CommandId).max(50) }))
    .min(1)
    .max(100),
});
export type BlobStateRequest = z.infer<typeof BlobStateRequest>;

export const BlobState = z.object({
  hash: BlobHash,
  /** Bytes that are there, from the beginning. */
  have: z.int().nonnegative(),
  complete: z.boolean(),
});
export type BlobState = z.infer<typeof BlobState>;

export const BlobStateAnswer = z.object({ ...answerHead, blobs: z.array(BlobState) });
export type BlobStateAnswer = z.infer<typeof BlobStateAnswer>;

/**
 * `PUT /sync/blob/<hash>?offset=&size=&client=&request=` with raw bytes answers this; a wrong offset changes nothing and tells the right
 * one. `GET /sync/blob/<hash>` with Range answers raw bytes.
 */
export const BlobPutAnswer = z.object({ ...answerHead, blob: BlobState });
export type BlobPutAnswer = z.infer<typeof BlobPutAnswer>;
