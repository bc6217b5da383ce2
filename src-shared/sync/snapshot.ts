import { z } from 'zod';
import { answerHead, requestHead } from './envelope.ts';

/** POST /sync/snapshot: is there a ready-made file of the region to begin from? */
export const SnapshotRequest = z.object({ ...requestHead, epoch: z.uuid() });
export type SnapshotRequest = z.infer<typeof SnapshotRequest>;

/** One part of a snapshot file: a gzip member of its own, fetched by Range, so that a download resumes where it stopped. */
export const SnapshotPiece = z.object({
  offset: z.int().nonnegative(),
  length: z.int().positive(),
  count: z.int().positive(),
  /** SHA-256 of the compressed bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type SnapshotPiece = z.infer<typeof SnapshotPiece>;

/**
 * An immutable file of one region as of a version (sync specification 1.8); `GET /sync/snapshot/<file>` with Range. Unpacked, each
 * piece is lines of tab-separated columns: type, id, version, ordinal, document (JSON, which holds no raw tab or line break).
 */
export const SnapshotOffer = z.object({
  file: z.string().regex(/^[a-z0-9-]{1,80}\.gz$/),
  region: z.string(),
  version: z.int().nonnegative(),
  mark: z.string(),
  count: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  pieces: z.array(SnapshotPiece).max(100_000),
});
export type SnapshotOffer = z.infer<typeof SnapshotOffer>;

/** `snapshot` null: none is worth it, pull from the beginning. */
export const SnapshotAnswer = z.object({
  ...answerHead,
  epoch: z.uuid(),
  snapshot: SnapshotOffer.nullable(),
});
export type SnapshotAnswer = z.infer<typeof SnapshotAnswer>;
