import type { Address } from '../../src-shared/applicant/model.ts';
import { recognisePhone } from '../../src-shared/applicant/phone.ts';
import { type Fact, factKey } from '../../src-shared/fact/model.ts';
import type { OpenCall } from '../call/openCall.ts';

/** Address of the card that is still to be filled, in the order in which it is asked for. */
export type FreeAddress = 'address' | 'place';

/** The address whose part is empty; null when nothing is to be filled. */
export function freeAddress({ appeal }: OpenCall, part: 'settlement' | 'street'): FreeAddress | null {
  // Who is known lives where their card says: the place of the matter may be another.
  if (appeal.chosen === null && isFree(appeal.address, part)) return 'address';
  return !appeal.placeSame && isFree(appeal.place, part) ? 'place' : null;
}

function isFree(address: Address, part: 'settlement' | 'street'): boolean {
  return address[part].trim() === '';
}

/** By what an answered fact is remembered: in a consultation a settlement only gives its district, so that an appeal still asks about it. */
export function answerKey({ tab }: OpenCall, fact: Fact): string {
  return tab === 'consultation' && fact.kind === 'place' ? `district|${fact.code}` : factKey(fact);
}

/** The facts that would fill an empty field of what is on the screen, and were neither taken nor left. */
export function openFacts(call: OpenCall, facts: readonly Fact[]): Fact[] {
  return facts.filter((fact) => !call.facts.includes(answerKey(call, fact)) && isWanted(call, fact));
}

function isWanted(call: OpenCall, fact: Fact): boolean {
  const { appeal, tab } = call;
  switch (fact.kind) {
    case 'phone':
      // A further telephone belongs to the card of an applicant, which a consultation does not record.
      return (tab === 'appeal' || isFirstPhone(call)) && !knownPhones(call).includes(fact.phone);
    case 'name': {
      const { surname, givenName, patronymic, anonymous, chosen } = appeal;
      const isEmpty = [surname, givenName, patronymic].every((part) => part.trim() === '');
      return tab === 'appeal' && isEmpty && !anonymous && chosen === null;
    }
    case 'place':
      return tab === 'appeal' ? freeAddress(call, 'settlement') !== null : call.consultation.district === '';
    case 'street':
      return tab === 'appeal' && freeAddress(call, 'street') !== null;
    case 'day':
      return true;
  }
}

/** Whether the number of the call itself is still to be filled in. */
export function isFirstPhone({ phoneRaw }: OpenCall): boolean {
  return phoneRaw.trim() === '';
}

function knownPhones(call: OpenCall): (string | null)[] {
  return [recognisePhone(call.phoneRaw)?.e164 ?? null, ...call.appeal.phones.map(({ phone }) => phone)];
}
