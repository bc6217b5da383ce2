import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import type { Attachment, FileFacts } from '../../../src-shared/attachment/model.ts';
import type { Problem } from '../../../src-shared/ipc/envelope.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { BLOB_PIECE_BYTES } from '../../../src-shared/sync/blob.ts';
import type { Desk } from '../desk.ts';
import { type Fetched, fetchRange, type RangeSource } from '../sync/range.ts';

/**
 * Writes a plain copy of an attached file to where a person said; fetched from the centre first when no copy is here. The copy gets its
 * name only when it is whole.
 */
export async function saveCopy(
  desk: Desk,
  source: RangeSource,
  attachment: Attachment,
  path: string,
): Promise<Result<Record<string, never>, Problem>> {
  const { file } = attachment;
  if (!desk.blobs.has(file.hash)) {
    const fetched = await fetchFile(desk, source, file);
    if (fetched !== null) return err(fetched);
  }
  const temporary = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      for (let piece = 0; piece * BLOB_PIECE_BYTES < file.size; piece += 1)
        await handle.write(await desk.blobs.read(file.hash, piece));
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    return ok({});
  } catch (error) {
    rmSync(temporary, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    desk.log.warn({ code, hash: file.hash }, 'copy of a file could not be written');
    return err({ code: code === 'ENOSPC' ? 'diskFull' : 'fileNotSaved', data: { name: file.name } });
  }
}

/** @returns null when the file is here now */
async function fetchFile(desk: Desk, source: RangeSource, file: FileFacts): Promise<Problem | null> {
  let trouble: Exclude<Fetched, { kind: 'bytes' }> | null = null;
  async function* pieces(): AsyncIterable<Uint8Array> {
    for (let from = 0; from < file.size; from += BLOB_PIECE_BYTES) {
      const to = Math.min(file.size, from + BLOB_PIECE_BYTES) - 1;
      const fetched = await fetchRange(source, `/sync/blob/${file.hash}`, from, to);
      if (fetched.kind !== 'bytes') {
        trouble = fetched;
        throw new Error('the centre did not give the file');
      }
      yield fetched.bytes;
    }
  }
  try {
    await desk.blobs.receive(file.hash, pieces());
    return null;
  } catch (error) {
    if (trouble === null) desk.log.error({ err: error, hash: file.hash }, 'file could not be kept');
    const isAbsent = trouble !== null && (trouble as { kind: string }).kind === 'absent';
    return { code: isAbsent ? 'fileAwaited' : 'fileNotHere', data: { name: file.name } };
  }
}
