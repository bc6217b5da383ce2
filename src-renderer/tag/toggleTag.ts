import { Tag } from '../../src-shared/tag/model.ts';
import { drafts, keep } from '../call/acts.ts';
import { updateCall } from '../call/store.ts';

/** Puts a tag on an open call, or takes it away again. */
export function toggleTag(id: string, tag: Tag): void {
  keep(
    updateCall(id, (call) => ({
      ...call,
      tags: Tag.options.filter((one) => (one === tag ? !call.tags.includes(one) : call.tags.includes(one))),
    })),
    'call',
  );
  drafts.flush();
}
