import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { fileType } from '../../../src-shared/attachment/fileType.ts';
import { MAX_ATTACHMENT_BYTES } from '../../../src-shared/attachment/model.ts';
import type { AttachmentAddInput } from '../../../src-shared/attachment/queries.ts';
import type { Problem } from '../../../src-shared/ipc/envelope.ts';
import { err, type Result } from '../../../src-shared/result.ts';
import { type Submitted, submit } from '../command/submit.ts';
import type { Desk } from '../desk.ts';
import type { Enrolment } from '../store/intent/enrolment.ts';
import type { Session } from '../store/intent/session.ts';

/**
 * Attaches a file: its bytes are copied here, encrypted and on disk, before the command commits, so that the source may vanish the moment
 * after (sync specification 1.12, case 31).
 */
export async function attach(
  desk: Desk,
  session: Session,
  enrolment: Enrolment,
  { appeal, path }: z.output<typeof AttachmentAddInput>,
): Promise<Result<Submitted, Problem>> {
  const name = [...basename(path)].slice(0, 240).join('');
  let taken: { hash: string; size: number };
  try {
    const { size } = await stat(path);
    if (size === 0) return err({ code: 'fileEmpty', data: { name } });
    if (size > MAX_ATTACHMENT_BYTES) return err({ code: 'fileTooLarge', data: { name } });
    taken = await desk.blobs.take(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    desk.log.warn({ code }, 'file could not be taken');
    return err({ code: code === 'ENOSPC' ? 'diskFull' : 'fileUnreadable', data: { name } });
  }
  const file = { ...taken, type: fileType(name) ?? 'application/octet-stream', name };
  desk.stores.intent.blobOut.add(file, desk.time.now());
  return submit(desk, session, enrolment, {
    action: desk.newId(),
    commands: [{ kind: 'appeal.attach', payload: { appeal, file } }],
    consumes: [],
  });
}
