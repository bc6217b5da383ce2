import type { z } from 'zod';
import { toInstant } from '../../../src-shared/clock.ts';
import type {
  Draft,
  DraftList,
  DraftPast,
  DraftPastInput,
  DraftSave,
  DraftSaved,
  UnfinishedCall,
} from '../../../src-shared/draft/model.ts';
import type { Desk } from '../desk.ts';
import type { Session } from '../store/intent/session.ts';

/** How long drafts completed by an act are kept, in milliseconds: 7 days. */
const CONSUMED_KEPT_MS = 7 * 24 * 3600_000;

/**
 * Keeps a field's text. On disk when this returns; the operator's activity is noted in the same transaction.
 * @returns what is stored: the given revision, or a newer one that came before it
 */
export function saveDraft(desk: Desk, session: Session, save: DraftSave): z.output<typeof DraftSaved> {
  const { intent } = desk.stores;
  return intent.transact(() => {
    intent.session.touch(desk.time.wallMs());
    return intent.draft.save(session.operator.id, save, desk.time.now());
  });
}

/** Earlier texts of a field, newest first. */
export function pastOf(
  desk: Desk,
  owner: string,
  { call, field }: z.output<typeof DraftPastInput>,
): DraftPast['versions'] {
  return desk.stores.intent.draft
    .past(owner, call, field)
    .map(({ rev, text, saved_at }) => ({ rev, text, savedAt: saved_at }));
}

/**
 * The operator's unfinished calls, oldest first.
 * @param recovered whether the last run ended uncleanly and nobody was told yet
 */
export function listDrafts(desk: Desk, session: Session, recovered: boolean): DraftList {
  const owner = session.operator.id;
  const byCall = new Map<string, Draft[]>();
  const drafts = desk.stores.intent.draft.unfinished(owner);
  for (const draft of drafts) {
    if (draft.field !== 'correction') byCall.set(draft.call, [...(byCall.get(draft.call) ?? []), draft]);
  }
  const calls = [...byCall.values()].flatMap((fields) => unfinishedCall(desk, fields) ?? []);
  calls.sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  return {
    calls,
    // One that was sent is kept empty until the next start, so that an older text cannot come back.
    corrections: drafts.filter(({ field, text }) => field === 'correction' && text !== ''),
    ofOthers: desk.stores.intent.draft.countOfOthers(owner),
    recovered: recovered && calls.length > 0,
  };
}

function unfinishedCall(desk: Desk, fields: readonly Draft[]): UnfinishedCall | null {
  const first = fields[0];
  if (first === undefined) return null;
  const savedAts = fields.map((field) => field.savedAt).sort();
  const startedAt =
    startedAtOf(fields) ??
    desk.stores.records.record.get('call', first.call)?.startedAt ??
    savedAts[0] ??
    first.savedAt;
  return { call: first.call, startedAt, savedAt: savedAts.at(-1) ?? first.savedAt, fields: [...fields] };
}

/** The window notes the start of a call in its field `call` as JSON; anything else there is not a reason to lose the draft. */
function startedAtOf(fields: readonly Draft[]): string | null {
  const text = fields.find(({ field }) => field === 'call')?.text;
  if (text === undefined) return null;
  try {
    const value: unknown = JSON.parse(text);
    const startedAt =
      value !== null && typeof value === 'object' && 'startedAt' in value ? value.startedAt : null;
    return typeof startedAt === 'string' && !Number.isNaN(Date.parse(startedAt)) ? startedAt : null;
  } catch {
    return null;
  }
}

/** Forgets drafts that an act completed a week ago. */
export function pruneDrafts(desk: Desk): void {
  const { intent } = desk.stores;
  intent.transact(() => intent.draft.prune(toInstant(desk.time.wallMs() - CONSUMED_KEPT_MS)));
}
