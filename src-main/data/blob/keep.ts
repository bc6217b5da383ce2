import type { z } from 'zod';
import { fileType } from '../../../src-shared/attachment/fileType.ts';
import { FileFacts, MAX_ATTACHMENT_BYTES } from '../../../src-shared/attachment/model.ts';
import type { AttachmentPieceInput } from '../../../src-shared/attachment/queries.ts';
import type { Problem } from '../../../src-shared/ipc/envelope.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { Desk } from '../desk.ts';

type Piece = z.output<typeof AttachmentPieceInput>;

/** Most files that come in at the same time; the oldest gives way, a window that went away in the middle never comes back to it. */
const AT_ONCE = 4;

/** Takes files in that a window hands over piece by piece, and keeps them until their appeal is registered. */
export interface FileKeeper {
  /** @returns the facts of the file with its last piece, null before */
  piece(piece: Piece): Promise<Result<FileFacts | null, Problem>>;
}

/** Files on their way in are in memory; one that is whole lies on the disk, encrypted. */
export function createFileKeeper(desk: Desk): FileKeeper {
  const uploads = new Map<string, Buffer[]>();
  return {
    async piece({ upload, name, index, last, data }) {
      const pieces = index === 0 ? [] : uploads.get(upload);
      const problem = (code: string) => {
        uploads.delete(upload);
        return err({ code, data: { name } });
      };
      const type = fileType(name);
      if (type === null) return problem('fileTypeRefused');
      if (pieces?.length !== index) return problem('fileUnreadable');
      pieces.push(Buffer.from(data, 'base64'));
      const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
      if (size > MAX_ATTACHMENT_BYTES) return problem('fileTooLarge');
      if (!last) {
        uploads.set(upload, pieces);
        const oldest = uploads.keys().next();
        if (uploads.size > AT_ONCE && !oldest.done) uploads.delete(oldest.value);
        return ok(null);
      }
      uploads.delete(upload);
      if (size === 0) return problem('fileEmpty');
      try {
        return ok({ ...(await desk.blobs.takeBytes(Buffer.concat(pieces))), type, name });
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        desk.log.warn({ code }, 'file could not be kept');
        return problem(code === 'ENOSPC' ? 'diskFull' : 'fileUnreadable');
      }
    },
  };
}

/** Lets a kept file go, unless something is attached with it or it is on its way to the centre. */
export function dropKept(desk: Desk, hash: string): void {
  const { intent, records } = desk.stores;
  const isWanted =
    intent.blobOut.get(hash) !== null || records.attachment.awaited().some(({ file }) => file.hash === hash);
  if (!isWanted) desk.blobs.remove(hash);
}

/** Puts the kept files that an act attaches on their way to the centre; part of that act's transaction. */
export function sendAttached(
  desk: Desk,
  commands: readonly { kind: string; payload: { file?: unknown } }[],
): void {
  for (const { kind, payload } of commands) {
    if (kind !== 'appeal.attach') continue;
    const { data: file } = FileFacts.safeParse(payload.file);
    if (file !== undefined && desk.blobs.has(file.hash))
      desk.stores.intent.blobOut.add(file, desk.time.now());
  }
}
