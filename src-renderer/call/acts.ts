import { v7 as mint } from 'uuid';
import { CallId } from '../../src-shared/brand.ts';
import type { CallCode } from '../../src-shared/call/model.ts';
import { restamp } from '../../src-shared/call/notes.ts';
import { toInstant } from '../../src-shared/clock.ts';
import { checkConsultation } from '../../src-shared/consultation/card.ts';
import type { InputOf, OutputOf } from '../../src-shared/ipc/contract.ts';
import type { Answer } from '../../src-shared/ipc/envelope.ts';
import { openDangers } from '../danger/openDangers.ts';
import { call as ask } from '../ipc.ts';
import { leaveUnfinished, restoreUnfinished } from '../unfinished/unfinished.ts';
import { createDraftKeeper } from './draftKeeper.ts';
import { followEdit, restoreUndo } from './notesUndo.ts';
import {
  type AppealDraft,
  type ConsultationDraft,
  draftTexts,
  newCall,
  type OpenCall,
  type PaperEntry,
} from './openCall.ts';
import { restoreCall } from './restoreCall.ts';
import { clearCalls, updateCall, useCalls } from './store.ts';
import {
  appealErrors,
  appealSubmission,
  consultationSubmission,
  endSubmission,
  startSubmission,
} from './submission.ts';
import { letFilesGo } from './unwantedFiles.ts';

/** Pause before an act whose answer was lost is sent again; its fixed action makes the repeat harmless. */
const REPEAT_MS = 500;
const LOST_ANSWER = ['dataProcessGone', 'storeBusy'];

/** Keeps every open call's text on disk. */
export const drafts = createDraftKeeper({
  save: (draft) => ask('draft.save', draft),
  onState: (id, save) => useCalls.setState((state) => ({ saves: { ...state.saves, [id]: save } })),
});

/** Sends an act until it is answered. */
export async function submit(input: InputOf<'command.submit'>): Promise<Answer<OutputOf<'command.submit'>>> {
  for (;;) {
    const answer = await ask('command.submit', input);
    if (answer.ok || !LOST_ANSWER.includes(answer.error.code)) return answer;
    await new Promise((resolve) => setTimeout(resolve, REPEAT_MS));
  }
}

/** Sends one part of a call to the disk. */
export function keep(call: OpenCall | undefined, field: keyof ReturnType<typeof draftTexts>): void {
  if (call) drafts.change(call.id, field, draftTexts(call)[field]);
}

/** The call as it is now; as it was seen when it is no longer open. */
export function newestOf(seen: OpenCall): OpenCall {
  return useCalls.getState().calls.find(({ id }) => id === seen.id) ?? seen;
}

/** Begins a call; one that is open is parked with everything in it. */
export function startCall(): void {
  beginCall(newCall(mint(), toInstant(Date.now()), mint));
}

/** Begins a call that is filled in as far as is known; one that is open is parked with everything in it. */
export function beginCall(call: OpenCall): void {
  useCalls.setState((state) => ({
    calls: [...state.calls, call],
    active: call.id,
    result: null,
    ended: null,
    ending: null,
  }));
  void recordStart(call);
  keep(call, 'call');
  drafts.flush();
}

/** Begins the entry of a paper blank; one that is being entered already is gone back to. */
export function startPaperEntry(paper: PaperEntry): void {
  const same = useCalls.getState().calls.find((call) => call.paper?.number === paper.number);
  if (same) {
    activateCall(same.id);
    return;
  }
  const call: OpenCall = { ...newCall(mint(), toInstant(Date.now()), mint), tab: 'appeal', paper };
  useCalls.setState((state) => ({
    calls: [...state.calls, call],
    active: call.id,
    result: null,
    ended: null,
    ending: null,
  }));
  keep(call, 'call');
  drafts.flush();
}

/** Gives up entering a blank: it stays open, what was typed is kept for a week. */
export async function putPaperBack(call: OpenCall): Promise<void> {
  drafts.hold(call.id);
  const answer = await ask('paper.putBack', { call: CallId.parse(call.id) });
  if (!answer.ok) {
    drafts.resume(call.id);
    useCalls.setState((state) => ({
      problems: { ...state.problems, [call.id]: answer.error },
      ending: null,
    }));
    return;
  }
  drafts.forget(call.id);
  useCalls.setState((state) => ({
    calls: state.calls.filter(({ id }) => id !== call.id),
    active: state.active === call.id ? null : state.active,
    ending: null,
  }));
}

/** The call's first record. Said aloud when it does not succeed at once, and tried until it does. */
async function recordStart(call: OpenCall): Promise<void> {
  const first = await ask('command.submit', startSubmission(call));
  if (first.ok || first.error.code === 'call_exists') return;
  useCalls.setState((state) => ({ startTroubled: [...state.startTroubled, call.id] }));
  const answer = await submit(startSubmission(call));
  const isThere = answer.ok || answer.error.code === 'call_exists';
  useCalls.setState((state) => ({
    startTroubled: state.startTroubled.filter((id) => id !== call.id),
    problems: isThere ? state.problems : { ...state.problems, [call.id]: answer.error },
  }));
}

/** Goes to a call; the one left is parked as it is. */
export function activateCall(id: string | null): void {
  drafts.flush();
  useCalls.setState({ active: id, ending: null, ...(id === null ? {} : { result: null }) });
}

/** The pad changed. */
export function changeNotes(id: string, text: string): void {
  const before = useCalls.getState().calls.find((call) => call.id === id)?.lines ?? [];
  const changed = updateCall(id, (call) => ({
    ...call,
    lines: restamp(call.lines, text, Math.max(0, Date.now() - Date.parse(call.startedAt))),
  }));
  keep(changed, 'notes');
  const undo = changed === undefined ? null : followEdit(id, before, changed.lines);
  if (undo !== null) drafts.change(id, 'undo', undo);
}

export function changePhone(id: string, phoneRaw: string): void {
  keep(
    updateCall(id, (call) => ({ ...call, phoneRaw })),
    'phone',
  );
}

export function changeTab(id: string, tab: OpenCall['tab']): void {
  useCalls.setState({ ending: null });
  keep(
    updateCall(id, (call) => ({ ...call, tab })),
    'call',
  );
}

export function changeConsultation(id: string, part: Partial<ConsultationDraft>): void {
  keep(
    updateCall(id, (call) => ({ ...call, consultation: { ...call.consultation, ...part } })),
    'consultation',
  );
}

export function changeAppeal(id: string, part: Partial<AppealDraft>): void {
  keep(
    updateCall(id, (call) => ({ ...call, appeal: { ...call.appeal, ...part } })),
    'appeal',
  );
}

/** Sends one act that completes a call. While its answer is awaited nothing of the call changes and no second act starts. */
export async function act(
  id: string,
  input: InputOf<'command.submit'>,
  onDone: (output: OutputOf<'command.submit'>) => void,
): Promise<void> {
  if (useCalls.getState().busy !== null) return;
  useCalls.setState((state) => ({ busy: id, problems: { ...state.problems, [id]: null } }));
  drafts.hold(id);
  const answer = await submit(input);
  useCalls.setState({ busy: null });
  if (!answer.ok) {
    drafts.resume(id);
    useCalls.setState((state) => ({ problems: { ...state.problems, [id]: answer.error } }));
    return;
  }
  drafts.forget(id);
  useCalls.setState((state) => ({
    calls: state.calls.filter((call) => call.id !== id),
    active: state.active === id ? null : state.active,
    recovered: state.recovered.filter((call) => call.id !== id),
    ending: null,
  }));
  onDone(answer.value);
}

/**
 * Completes the card that is open; not while somebody's life may be in danger and nobody has said whom to ring.
 * @returns the first field that is missing, for the focus; null when the card went out
 */
export function completeCard(seen: OpenCall): string | null {
  // The card may have been drawn before the last letter of the notes.
  const call = newestOf(seen);
  const missing =
    call.tab === 'appeal' ? appealErrors(call)[0]?.field : checkConsultation(call.consultation)?.field;
  useCalls.setState((state) => ({ tried: { ...state.tried, [call.id]: true } }));
  if (openDangers(call).length > 0) return 'danger';
  if (missing) return missing;
  const isAppeal = call.tab === 'appeal';
  void act(call.id, isAppeal ? appealSubmission(call) : consultationSubmission(call), (output) => {
    if (!isAppeal) void letFilesGo(call.appeal.files);
    const registered = output.commands.find((command) => command.kind === 'appeal.register');
    useCalls.setState({
      result: {
        kind: call.tab,
        call: call.id,
        appeal: isAppeal ? call.appeal.id : null,
        number: registered?.number ?? null,
        urgent: isAppeal && call.appeal.urgent,
        topic: isAppeal ? call.appeal.topic : call.consultation.topic,
        earlier: call.registered,
      },
    });
  });
  return null;
}

/** Ends a call that brought nothing to record. */
export function endCall(call: OpenCall, code: CallCode): void {
  void act(call.id, endSubmission(newestOf(call), code), () => {
    void letFilesGo(call.appeal.files);
    useCalls.setState({ ended: { startedAt: call.startedAt, code } });
  });
}

/** Brings back what the signed-in operator left unfinished; calls already open stay as they are. */
export async function restoreCalls(): Promise<void> {
  const answer = await ask('draft.list', {});
  if (!answer.ok) return;
  restoreUnfinished(answer.value.corrections);
  const { calls, discarded } = useCalls.getState();
  const open = new Set([...calls, ...discarded].map((call) => call.id));
  const restored: OpenCall[] = [];
  for (const unfinished of answer.value.calls) {
    if (open.has(unfinished.call)) continue;
    for (const draft of unfinished.fields) drafts.restored(draft, draft.savedAt);
    const call = restoreCall(unfinished, mint);
    restored.push(call);
    restoreUndo(call.id, unfinished.fields.find(({ field }) => field === 'undo')?.text, call.lines);
    if (call.paper === null) void recordStart(call);
    // What was minted anew (a card never begun) is kept too, so that its identity is the same after the next restart.
    keep(call, 'call');
  }
  const worked = restored.filter(({ discardedAt }) => discardedAt === null);
  const thrown = restored.filter(({ discardedAt }) => discardedAt !== null);
  useCalls.setState((state) => ({
    calls: [...worked, ...state.calls],
    discarded: [...thrown, ...state.discarded],
    active: state.active ?? worked.at(-1)?.id ?? null,
    recovered: answer.value.recovered ? worked : state.recovered,
    ofOthers: answer.value.ofOthers,
  }));
}

/** A call went to somebody else: nothing of it stays on this screen. */
export function letGo(id: string): void {
  drafts.forget(id);
  useCalls.setState((state) => ({
    calls: state.calls.filter((call) => call.id !== id),
    active: state.active === id ? null : state.active,
    recovered: state.recovered.filter((call) => call.id !== id),
    ending: null,
  }));
}

/** The operator leaves: everything is sent to the disk, nothing of them stays on the screen. */
export function leaveCalls(): void {
  leaveUnfinished();
  drafts.flush();
  const { calls, discarded } = useCalls.getState();
  for (const call of [...calls, ...discarded]) drafts.forget(call.id);
  clearCalls();
}
