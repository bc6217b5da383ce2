import { v7 as mint } from 'uuid';
import type { ApplicantCard } from '../../src-shared/applicant/model.ts';
import type { CallerPerson } from '../../src-shared/applicant/queries.ts';
import { canonicalJson } from '../../src-shared/command/canonical.ts';
import { keep } from './acts.ts';
import type { AppealDraft } from './openCall.ts';
import { updateCall } from './store.ts';

/** Fields of the draft that say who appeals. */
const OF_APPLICANT = [
  'applicant',
  'type',
  'surname',
  'givenName',
  'patronymic',
  'organisation',
  'address',
  'anonymous',
  'email',
  'sex',
  'socialStatus',
  'needs',
  'benefits',
  'phones',
  'addresses',
] as const satisfies readonly (keyof AppealDraft)[];

/** What a card of the register fills in: all of it, the empty parts too, so that nothing of anybody else is left. */
function partsOf(card: ApplicantCard): Partial<AppealDraft> {
  const { id, type, surname, givenName, patronymic, organisation, address } = card;
  return {
    applicant: id,
    type,
    surname,
    givenName,
    patronymic,
    organisation,
    address,
    anonymous: false,
    email: card.email ?? '',
    sex: card.sex ?? '',
    socialStatus: card.socialStatus ?? '',
    needs: card.needs ?? '',
    benefits: card.benefits ?? [],
    phones: card.phones ?? [],
    addresses: card.addresses ?? [],
  };
}

/** The caller is known: the appeal's card is theirs. What was typed before comes back if it was somebody else. */
export function chooseApplicant(id: string, { name, card, isProtected }: CallerPerson): void {
  const changed = updateCall(id, (call) => {
    const { appeal } = call;
    const typed = Object.fromEntries(OF_APPLICANT.map((field) => [field, appeal[field]]));
    const before = appeal.chosen?.before ?? typed;
    return {
      ...call,
      appeal: {
        ...appeal,
        ...partsOf(card),
        chosen: { id: card.id, name, card: isProtected ? null : card, before },
      },
    };
  });
  keep(changed, 'appeal');
}

/** It is somebody else: what the choice filled in goes, what was typed before it comes back, under an identity of its own. */
export function undoChoice(id: string): void {
  const changed = updateCall(id, (call) => {
    const { appeal } = call;
    if (appeal.chosen === null) return call;
    const before = appeal.chosen.before as Partial<AppealDraft>;
    return { ...call, appeal: { ...appeal, ...before, applicant: mint(), chosen: null } };
  });
  keep(changed, 'appeal');
}

/** Somebody else has changed the chosen card meanwhile: what was not touched here follows it, what was typed stays. */
export function rebaseChoice(id: string, { card, isProtected }: CallerPerson): void {
  const changed = updateCall(id, (call) => {
    const { appeal } = call;
    const { chosen } = appeal;
    if (chosen?.card == null || chosen.id !== card.id || isProtected) return call;
    if (canonicalJson(chosen.card) === canonicalJson(card)) return call;
    const [was, now] = [partsOf(chosen.card), partsOf(card)];
    const untouched = OF_APPLICANT.filter(
      (field) => canonicalJson(appeal[field]) === canonicalJson(was[field]),
    );
    const follows = Object.fromEntries(untouched.map((field) => [field, now[field]]));
    return { ...call, appeal: { ...appeal, ...follows, chosen: { ...chosen, card } } };
  });
  keep(changed, 'appeal');
}
