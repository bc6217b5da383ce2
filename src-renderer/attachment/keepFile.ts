import { v4 } from 'uuid';
import { fileType } from '../../src-shared/attachment/fileType.ts';
import { type FileFacts, MAX_ATTACHMENT_BYTES } from '../../src-shared/attachment/model.ts';
import { PIECE_BYTES } from '../../src-shared/attachment/queries.ts';
import type { Answer } from '../../src-shared/ipc/envelope.ts';
import { call } from '../ipc.ts';

/** Hands a pasted or dropped file over piece by piece, until it lies encrypted on this disk. What cannot be taken is said before it is read. */
export async function keepFile(file: File): Promise<Answer<FileFacts>> {
  const name = [...nameOf(file)].slice(-240).join('');
  const refuse = (code: string) => ({ ok: false as const, error: { code, data: { name } } });
  if (fileType(name) === null) return refuse('fileTypeRefused');
  if (file.size > MAX_ATTACHMENT_BYTES) return refuse('fileTooLarge');
  if (file.size === 0) return refuse('fileEmpty');
  const upload = v4();
  const pieces = Math.ceil(file.size / PIECE_BYTES);
  for (let index = 0; index < pieces; index += 1) {
    let data: string;
    try {
      data = await base64Of(file.slice(index * PIECE_BYTES, (index + 1) * PIECE_BYTES));
    } catch {
      // The file was moved or taken away while it was read.
      return refuse('fileUnreadable');
    }
    const answer = await call('attachment.piece', { upload, name, index, last: index === pieces - 1, data });
    if (!answer.ok) return answer;
    if (answer.value.file !== null) return { ok: true, value: answer.value.file };
  }
  return refuse('fileUnreadable');
}

/** A picture out of the clipboard has no name of its own worth keeping. */
function nameOf({ name, type }: File): string {
  return name === '' ? `image.${type.split('/')[1] ?? 'png'}` : name;
}

function base64Of(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(piece);
  });
}
