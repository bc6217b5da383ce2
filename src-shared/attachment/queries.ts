import { z } from 'zod';
import { AppealId, CommandId } from '../brand.ts';
import { Instant } from '../clock.ts';
import { BlobHash, FileFacts } from './model.ts';

/**
 * Where the bytes of a file are. `waiting`: here, not yet at the centre; `sending`: on their way; `present`: at the centre; `awaited`: the
 * centre knows of the file, another workstation still holds its bytes.
 */
export const FileState = z.enum(['waiting', 'sending', 'present', 'awaited']);
export type FileState = z.infer<typeof FileState>;

export const FileLine = z.strictObject({
  attachment: CommandId,
  name: z.string(),
  type: z.string(),
  /** Bytes. */
  size: z.int().nonnegative(),
  byName: z.string(),
  at: Instant,
  state: FileState,
  /** Bytes the centre has confirmed. */
  sent: z.int().nonnegative(),
  /** Whether a copy lies on this workstation, so that it opens without the centre. */
  isHere: z.boolean(),
});
export type FileLine = z.infer<typeof FileLine>;

/** attachment.list: the files of one appeal, oldest first. */
export const AttachmentListInput = z.strictObject({ appeal: AppealId });
export const AttachmentListOutput = z.strictObject({ files: z.array(FileLine) });

/** A file that was not taken, and why: a code with a text `problem.<code>`. */
export const FileNotTaken = z.strictObject({ name: z.string(), code: z.string() });

/** attachment.choose: a person chooses files; each becomes an act of its own. */
export const AttachmentChooseInput = z.strictObject({ appeal: AppealId });
export const AttachmentChooseOutput = z.strictObject({
  added: z.int().nonnegative(),
  notTaken: z.array(FileNotTaken),
});

/** attachment.save: a copy to where a person says; false when they thought better of it. */
export const AttachmentSaveInput = z.strictObject({ attachment: CommandId });
export const AttachmentSaveOutput = z.strictObject({ saved: z.boolean() });

/** attachment.add, for main alone: one chosen file by its path. */
export const AttachmentAddInput = z.strictObject({
  appeal: AppealId,
  path: z.string().min(1).max(4096),
});
/** attachment.facts, for main alone: the name to propose for a copy. */
export const AttachmentFactsOutput = z.strictObject({ name: z.string() });
/** attachment.write, for main alone: a copy to a path. */
export const AttachmentWriteInput = z.strictObject({
  attachment: CommandId,
  path: z.string().min(1).max(4096),
});

/** Most bytes of a piece, and the characters they take as base64. */
export const PIECE_BYTES = 1024 * 1024;
const PIECE_CHARACTERS = 1_398_104;

/**
 * attachment.piece: a file that was pasted or dropped on a card, piece by piece in order, before its appeal is registered. With the last
 * piece it is on this disk, encrypted, and its facts are answered; nothing is attached yet.
 */
export const AttachmentPieceInput = z.strictObject({
  upload: z.uuid(),
  name: z.string().min(1).max(240),
  index: z.int().nonnegative().max(100),
  last: z.boolean(),
  data: z.base64().max(PIECE_CHARACTERS),
});
export const AttachmentPieceOutput = z.strictObject({ file: FileFacts.nullable() });

/** attachment.drop: a file kept for a card is not wanted after all; one that is attached somewhere stays. */
export const AttachmentDropInput = z.strictObject({ hash: BlobHash });
