import { displayPhone } from '../../src-shared/applicant/phone.ts';
import type { Street } from '../../src-shared/directory/model.ts';
import { type Place, placeName } from '../../src-shared/directory/place.ts';
import { asKnown } from '../../src-shared/fact/known.ts';
import type { Fact } from '../../src-shared/fact/model.ts';
import type { Language } from '../../src-shared/settings/model.ts';
import { changeAppeal, changeConsultation, changePhone, drafts, keep, newestOf } from '../call/acts.ts';
import type { AppealDraft, OpenCall } from '../call/openCall.ts';
import { replaceInPad } from '../call/padArea.ts';
import { updateCall } from '../call/store.ts';
import { answerKey, freeAddress, isFirstPhone } from './openFacts.ts';

interface Words {
  readonly language: Language;
  readonly day: (day: string) => string;
  readonly places: readonly Place[];
  /** Streets of the settlement of the address that is filled, as far as the directory has them. */
  readonly streets: readonly Street[];
}

/** Puts a fact where it belongs: into a field that is empty, a further telephone beside the first, a date behind the words that told it. */
export function takeFact(seen: OpenCall, fact: Fact, words: Words): void {
  const call = newestOf(seen);
  switch (fact.kind) {
    case 'phone':
      if (isFirstPhone(call)) changePhone(call.id, displayPhone(fact.phone));
      else changeAppeal(call.id, { phones: withPhone(call, fact.phone) });
      break;
    case 'name': {
      const { surname, givenName, patronymic } = fact;
      changeAppeal(call.id, { surname, givenName, patronymic });
      break;
    }
    case 'place':
      takePlace(
        call,
        words.places.find(({ code }) => code === fact.code),
        words.language,
      );
      break;
    case 'street':
      takeStreet(call, asKnown(fact, words.streets));
      break;
    case 'day':
      replaceInPad(fact.to, fact.to, ` (${words.day(fact.day)})`);
      break;
  }
  answered(call.id, fact);
}

/** The fact is none, or not for the card: it is not offered again in this call. */
export function dropFact(call: OpenCall, fact: Fact): void {
  answered(call.id, fact);
}

function answered(id: string, fact: Fact): void {
  keep(
    updateCall(id, (call) => ({ ...call, facts: [...new Set([...call.facts, answerKey(call, fact)])] })),
    'call',
  );
  drafts.flush();
}

function withPhone({ appeal }: OpenCall, phone: string): AppealDraft['phones'] {
  return [...appeal.phones, { phone, answeredBy: '', notAfter: null }];
}

function takePlace(call: OpenCall, place: Place | undefined, language: Language): void {
  if (place === undefined) return;
  if (call.tab === 'consultation') {
    changeConsultation(call.id, { district: place.district });
    return;
  }
  const free = freeAddress(call, 'settlement');
  if (free === null) return;
  const { code: settlementCode, district } = place;
  const settlement = placeName(place, language);
  changeAppeal(call.id, { [free]: { ...call.appeal[free], settlement, settlementCode, district } });
}

function takeStreet(call: OpenCall, { street, building, flat }: Extract<Fact, { kind: 'street' }>): void {
  const free = freeAddress(call, 'street');
  if (free === null) return;
  const before = call.appeal[free];
  changeAppeal(call.id, {
    [free]: {
      ...before,
      street,
      // What the operator filled in stays.
      building: before.building || building,
      flat: before.flat || flat,
    },
  });
}
