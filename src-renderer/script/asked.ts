import { readAddress } from '../../src-shared/address/read.ts';
import { notesText } from '../../src-shared/call/notes.ts';
import {
  answerPlace,
  answerPrefix,
  type QuestionsLeft,
  questionsLeft,
} from '../../src-shared/script/left.ts';
import type { ScriptField, ScriptQuestion } from '../../src-shared/script/model.ts';
import { changeAppeal, newestOf } from '../call/acts.ts';
import type { OpenCall } from '../call/openCall.ts';
import { padNow, replaceInPad, selectInPad } from '../call/padArea.ts';

/** Questions of a script that are open in a call. */
export function askedInCall(call: OpenCall, questions: readonly ScriptQuestion[]): QuestionsLeft {
  return questionsLeft(questions, {
    notes: notesOf(call).own,
    filled: filledFields(call),
    skipped: new Set(call.appeal.skipped),
  });
}

/** Fields of the card that answer a question by themselves. */
function filledFields({ appeal, phoneRaw }: OpenCall): ReadonlySet<ScriptField> {
  const place = appeal.placeSame ? appeal.address : appeal.place;
  const said: Readonly<Record<ScriptField, string>> = {
    name: appeal.anonymous ? '–' : appeal.surname + appeal.givenName + appeal.organisation,
    phone: phoneRaw,
    settlement: place.settlement,
    street: place.street,
    building: readAddress(place).building,
    answerWay: appeal.answerWay ?? '',
  };
  return new Set((Object.keys(said) as ScriptField[]).filter((field) => said[field].trim() !== ''));
}

/** The notes of the question that is on the card, and what was noted for those registered before it. */
function notesOf({ lines, appeal }: OpenCall): { readonly before: string; readonly own: string } {
  const own = lines.slice(appeal.linesBefore);
  const before = lines.slice(0, appeal.linesBefore);
  return { before: before.length === 0 ? '' : `${notesText(before)}\n`, own: notesText(own) };
}

/**
 * Puts the caret where the answer is written: behind the question's label in the notes, which is put at their end where it is not there
 * yet. The answer is a line of the notes, and goes with them into the text of the appeal.
 */
export function writeAnswer(seen: OpenCall, question: ScriptQuestion): void {
  const pad = padNow();
  if (pad === null) return;
  const { before, own } = notesOf(newestOf(seen));
  const place = answerPlace(own, question);
  if (place !== null) {
    selectInPad(before.length + place, before.length + place);
    return;
  }
  const end = pad.text.length;
  const isLineBegun = own !== '' && !own.endsWith('\n');
  const begun = `${isLineBegun ? '\n' : ''}${answerPrefix(question)}`;
  // The answer is written next: unlike what is put in by itself, this leads to the notes.
  if (replaceInPad(end, end, begun)) selectInPad(end + begun.length, end + begun.length);
}

/** Leaves a question out of this call, or takes it back. */
export function skipQuestion(seen: OpenCall, question: string, isSkipped: boolean): void {
  const { id, appeal } = newestOf(seen);
  const others = appeal.skipped.filter((other) => other !== question);
  changeAppeal(id, { skipped: isSkipped ? [...others, question] : others });
}
