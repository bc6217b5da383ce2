import { bareWords } from '../address/read.ts';
import type { Street } from '../directory/model.ts';
import type { StreetFact } from './model.ts';

/** The street as the directory calls it, when exactly one of the settlement is called so, now or formerly, in any language; else as it was told. */
export function asKnown(fact: StreetFact, streets: readonly Street[]): StreetFact {
  const told = bareWords(fact.street).join(' ');
  const called = streets.filter(({ uk, ru, former }) =>
    [uk, ru, ...former].some((name) => name !== '' && bareWords(name).join(' ') === told),
  );
  const [street] = called;
  return called.length === 1 && street !== undefined ? { ...fact, street: street.uk } : fact;
}
