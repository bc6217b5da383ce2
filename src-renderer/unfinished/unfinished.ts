import type { CallId } from '../../src-shared/brand.ts';
import type { Draft } from '../../src-shared/draft/model.ts';
import { createDraftKeeper } from '../call/draftKeeper.ts';
import { call } from '../ipc.ts';
import { type Parts, useKept } from './store.ts';

/** On disk within 300 ms, as what is written during a call. */
const keeper = createDraftKeeper({
  save: (draft) => call('draft.save', { ...draft, call: draft.call as CallId }),
  onState: () => undefined,
});

/**
 * Keeps one part of what is being written to `id`: an appeal that is being corrected, or a command to be sent again.
 * @param value null when nothing is left of it
 */
export function keepUnfinished(id: string, part: string, value: unknown): void {
  const { [part]: _before, ...others } = useKept.getState()[id] ?? {};
  const parts = value === null ? others : { ...others, [part]: value };
  useKept.setState({ [id]: parts });
  keeper.change(id, 'correction', Object.keys(parts).length === 0 ? '' : JSON.stringify(parts));
  // What was sent or given up must not come back after a power cut.
  if (value === null) keeper.flush();
}

/** Brings back what the signed-in person left. What cannot be read stays on disk and is not shown. */
export function restoreUnfinished(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    keeper.restored(draft, draft.savedAt);
    const parts = partsOf(draft.text);
    if (parts !== null) useKept.setState({ [draft.call]: parts });
  }
}

function partsOf(text: string): Parts | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Parts) : null;
  } catch {
    return null;
  }
}

/** Sends what is not on disk yet: the window may be about to go. */
export function flushUnfinished(): void {
  keeper.flush();
}

/** The person leaves: nothing of theirs stays in the window. */
export function leaveUnfinished(): void {
  keeper.flush();
  for (const id of Object.keys(useKept.getState())) keeper.forget(id);
  useKept.setState({}, true);
}
