import type { Day } from '../clock.ts';

/** A stretch of the notes. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A telephone number told in the notes. */
export interface PhoneFact extends Span {
  readonly kind: 'phone';
  /** E.164 */
  readonly phone: string;
}

/** A street told in the notes, with the house and the flat where they were told, too. */
export interface StreetFact extends Span {
  readonly kind: 'street';
  /** As it is called, such as `вул. Паркова`. */
  readonly street: string;
  /** Empty when it was not told. */
  readonly building: string;
  readonly flat: string;
}

/** A settlement of the directory, the only one that is called so. */
export interface PlaceFact extends Span {
  readonly kind: 'place';
  /** KATOTTH code. */
  readonly code: string;
}

/** Who was named; the surname is empty when only the given name and patronymic were told. */
export interface NameFact extends Span {
  readonly kind: 'name';
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic: string;
}

/** A day that was told by the day of the call, such as "the day before yesterday": it says nothing a month later. */
export interface DayFact extends Span {
  readonly kind: 'day';
  readonly day: Day;
}

/** What the notes tell beside their words. */
export type Fact = PhoneFact | StreetFact | PlaceFact | NameFact | DayFact;

/** What a fact says, by which it is known again wherever it stands in the notes. */
export function factKey(fact: Fact): string {
  const { from: _from, to: _to, ...said } = fact;
  return Object.values(said).join('|');
}
