import { v7 as mint } from 'uuid';
import { openDangers } from '../danger/openDangers.ts';
import { act, drafts, keep, newestOf, submit } from './acts.ts';
import { nextAppeal, type OpenCall } from './openCall.ts';
import { updateCall, useCalls } from './store.ts';
import { appealErrors, questionSubmission, questionsEndSubmission } from './submission.ts';

/**
 * Registers the question on the card and begins the next one of the same applicant; the call goes on.
 * @returns the first field that is missing, for the focus; null when the card went out
 */
export function nextQuestion(seen: OpenCall): string | null {
  const call = newestOf(seen);
  useCalls.setState((state) => ({ tried: { ...state.tried, [call.id]: true } }));
  if (openDangers(call).length > 0) return 'danger';
  const missing = appealErrors(call)[0]?.field;
  if (missing !== undefined) return missing;
  void register(call);
  return null;
}

async function register(call: OpenCall): Promise<void> {
  const { id, appeal } = call;
  if (useCalls.getState().busy !== null) return;
  useCalls.setState((state) => ({ busy: id, problems: { ...state.problems, [id]: null } }));
  drafts.hold(id);
  const answer = await submit(questionSubmission(newestOf(call)));
  const number = answer.ok
    ? answer.value.commands.find(({ kind }) => kind === 'appeal.register')?.number
    : undefined;
  if (answer.ok) {
    const done = { appeal: appeal.id, number: number ?? '', topic: appeal.topic, urgent: appeal.urgent };
    const next = updateCall(id, (open) => ({
      ...open,
      registered: [...open.registered, done],
      appeal: nextAppeal(open, mint),
    }));
    keep(next, 'call');
    keep(next, 'appeal');
    useCalls.setState((state) => ({ tried: { ...state.tried, [id]: false } }));
  } else {
    useCalls.setState((state) => ({ problems: { ...state.problems, [id]: answer.error } }));
  }
  drafts.resume(id);
  useCalls.setState({ busy: null });
}

/** The caller has no further question: the call ends with what was registered, all numbers to be read back. */
export function noMoreQuestions(call: OpenCall): void {
  const last = call.registered.at(-1);
  if (last === undefined) return;
  void act(call.id, questionsEndSubmission(newestOf(call)), () => {
    useCalls.setState({
      result: { kind: 'appeal', call: call.id, ...last, earlier: call.registered.slice(0, -1) },
    });
  });
}
