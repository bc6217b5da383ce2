import { z } from 'zod';
import { AppealId, CommandId, OperatorId, RegionId } from '../brand.ts';
import { Instant } from '../clock.ts';

/** SHA-256 of a file's plain content, lower-case hexadecimal: its name everywhere. */
export const BlobHash = z.string().regex(/^[0-9a-f]{64}$/);
export type BlobHash = z.infer<typeof BlobHash>;

/** Largest file that may be attached, in bytes. */
export const MAX_ATTACHMENT_BYTES = 50 * 1024 * 1024;

/** What is said about a file; its bytes travel apart from the command (sync specification 1.12). */
export const FileFacts = z.strictObject({
  hash: BlobHash,
  size: z.int().positive().max(MAX_ATTACHMENT_BYTES),
  type: z.string().max(120),
  name: z.string().min(1).max(240),
});
export type FileFacts = z.infer<typeof FileFacts>;

/** A file of an appeal. Append only. `awaited`: the centre knows of it but has not all of its bytes yet. */
export const Attachment = z.strictObject({
  /** Id of the command that attached it. */
  id: CommandId,
  region: RegionId,
  appeal: AppealId,
  file: FileFacts,
  by: OperatorId,
  at: Instant,
  state: z.enum(['awaited', 'present']),
});
export type Attachment = z.infer<typeof Attachment>;
