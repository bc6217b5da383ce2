import type { FileLine } from '../../../src-shared/attachment/queries.ts';
import type { AppealId } from '../../../src-shared/brand.ts';
import type { Desk } from '../desk.ts';
import { operatorNames } from '../query/names.ts';

/** attachment.list: the files of an appeal and where their bytes are. A file's way is its own: the appeal never waits for it. */
export function listAttachments(desk: Desk, appeal: AppealId): FileLine[] {
  const { records, intent } = desk.stores;
  const nameOf = operatorNames(desk);
  return records.attachment.of(appeal).map(({ id, file, by, at, state }) => {
    const out = intent.blobOut.get(file.hash);
    const isWaiting = out?.state === 'waiting';
    const sent = state === 'present' ? file.size : (out?.have ?? 0);
    return {
      attachment: id,
      name: file.name,
      type: file.type,
      size: file.size,
      byName: nameOf(by),
      at,
      state:
        state === 'present' ? 'present' : isWaiting && sent > 0 ? 'sending' : out ? 'waiting' : 'awaited',
      sent,
      isHere: desk.blobs.has(file.hash),
    };
  });
}
