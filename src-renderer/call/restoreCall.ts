import { z } from 'zod';
import { NoteLine } from '../../src-shared/call/model.ts';
import type { UnfinishedCall } from '../../src-shared/draft/model.ts';
import { AppealDraft, CallDraft, ConsultationDraft, newCall, type OpenCall } from './openCall.ts';

const PhoneDraft = z.object({ raw: z.string() });
/** Draft field `notes`. */
export const NotesDraft = z.array(NoteLine.extend({ text: z.string() }));

/** A call as it comes back after a restart. A field that cannot be read is left as new and said to be so, never deleted. */
export function restoreCall(unfinished: UnfinishedCall, mint: () => string): OpenCall {
  const fresh = newCall(unfinished.call, unfinished.startedAt, mint);
  let damaged = false;
  const read = <T>(field: string, schema: z.ZodType<T>): T | undefined => {
    const kept = unfinished.fields.find((draft) => draft.field === field);
    if (!kept) return undefined;
    const parsed = schema.safeParse(jsonOrNull(kept.text));
    if (!parsed.success) damaged = true;
    return parsed.data;
  };
  const own = read('call', CallDraft);
  const notes = read('notes', NotesDraft);
  return {
    ...fresh,
    ...own,
    phoneRaw: read('phone', PhoneDraft)?.raw ?? '',
    lines: notes && notes.length > 0 ? notes : fresh.lines,
    consultation: read('consultation', ConsultationDraft) ?? fresh.consultation,
    appeal: read('appeal', AppealDraft) ?? fresh.appeal,
    damaged,
  };
}

/** What a text says as JSON; null when it is none. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the caller's schema refuses null and marks the draft as damaged.
    return null;
  }
}
