import { v7 as mint } from 'uuid';
import { askableText } from '../../src-shared/question/wording.ts';
import { changeConsultation, newestOf, submit } from '../call/acts.ts';
import type { OpenCall } from '../call/openCall.ts';
import { useCalls } from '../call/store.ts';
import { asking } from './asking.ts';

/** Keeps with the call what its last search did not find; it goes to the editors when the card is completed. */
export function noteUnanswered(id: string, typed: string, isEmpty: boolean): void {
  const call = useCalls.getState().calls.find((open) => open.id === id);
  if (call === undefined) return;
  const { unanswered, told } = call.consultation;
  const text = isEmpty && typed !== told ? askableText(typed) : null;
  if (text === (unanswered?.text ?? null)) return;
  changeConsultation(id, { unanswered: text === null ? null : { id: unanswered?.id ?? mint(), text } });
}

/** The operator says that there is no answer to what they searched for: the editors are told at once. */
export async function askEditors(seen: OpenCall): Promise<void> {
  const call = newestOf(seen);
  const typed = call.consultation.sought.trim();
  const text = askableText(typed);
  if (text === null) return;
  const answer = await submit({
    action: mint(),
    commands: [asking(call, mint(), text, 'operator')],
    consumes: [],
  });
  if (answer.ok) changeConsultation(call.id, { told: typed, unanswered: null });
  else useCalls.setState((state) => ({ problems: { ...state.problems, [call.id]: answer.error } }));
}
