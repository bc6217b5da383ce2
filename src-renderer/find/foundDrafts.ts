import { stemOf, wordsOf } from '../../src-shared/text/words.ts';
import { activateCall } from '../call/acts.ts';
import type { OpenCall } from '../call/openCall.ts';
import { useFrame } from '../frame/store.ts';

/** An unfinished call in which typed words or digits stand. */
export interface FoundDraft {
  readonly call: string;
  readonly startedAt: string;
  readonly phone: string;
  readonly name: string;
  /** The line in which the words stand, or the first one. */
  readonly line: string;
}

/** Fewer digits say nothing about a telephone. */
const LEAST_DIGITS = 4;

/** Unfinished calls, the latest first, that hold every typed word or its beginning, or the digits of the telephone. */
export function foundDrafts(calls: readonly OpenCall[], text: string): FoundDraft[] {
  const stems = wordsOf(text).map(stemOf);
  if (stems.length === 0) return [];
  const digits = /^[\s\d()+.-]+$/.test(text) ? text.replace(/\D/g, '') : '';
  return calls
    .filter((call) => {
      return isPhone(call.phoneRaw.replace(/\D/g, ''), digits) || holds(wordsOf(textOf(call)), stems);
    })
    .map((call) => ({
      call: call.id,
      startedAt: call.startedAt,
      phone: call.phoneRaw,
      name: nameOf(call),
      line:
        (call.lines.find(({ text: line }) => holds(wordsOf(line), stems.slice(0, 1))) ?? call.lines[0])
          ?.text ?? '',
    }))
    .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

/** Goes to an unfinished call. */
export function openDraft({ call }: FoundDraft): void {
  useFrame.getState().go('call');
  activateCall(call);
}

/** With or without the country's code, whole or in part. */
function isPhone(noted: string, digits: string): boolean {
  if (digits.length < LEAST_DIGITS || noted.length < LEAST_DIGITS) return false;
  return noted.includes(digits) || digits.endsWith(noted);
}

function holds(words: readonly string[], stems: readonly string[]): boolean {
  return stems.every((stem) => words.some((word) => word.startsWith(stem)));
}

function nameOf({ appeal }: OpenCall): string {
  const parts = [appeal.organisation, appeal.surname, appeal.givenName, appeal.patronymic];
  return parts.filter((part) => part !== '').join(' ');
}

function textOf(call: OpenCall): string {
  const { appeal, consultation, lines } = call;
  const { address, place } = appeal;
  return [
    ...lines.map(({ text }) => text),
    ...[nameOf(call), appeal.text ?? '', consultation.answer],
    ...[address.settlement, address.street, place.settlement, place.street],
  ].join(' ');
}
