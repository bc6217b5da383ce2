import { changedParts } from '../../src-shared/applicant/fields.ts';
import { phonesOf } from '../../src-shared/applicant/group.ts';
import type { ApplicantCard } from '../../src-shared/applicant/model.ts';
import type { OpenCall } from './openCall.ts';

/**
 * The card of a known person as it is after this call: their telephone stays theirs, the one they called from is added to it.
 * @param filledIn the card as it stands on the screen
 */
export function knownApplicant(call: OpenCall, filledIn: ApplicantCard): ApplicantCard {
  const { chosen } = call.appeal;
  if (chosen === null || chosen.card === null || chosen.id !== filledIn.id) return filledIn;
  const { card } = chosen;
  const from = filledIn.phone;
  const isKnown = from === null || phonesOf(card).includes(from);
  const phones = filledIn.phones ?? [];
  const isListed = phones.some(({ phone }) => phone === from);
  return {
    ...filledIn,
    phone: card.phone ?? from,
    ...(isKnown || isListed || card.phone === null || from === null
      ? {}
      : { phones: [...phones, { phone: from, answeredBy: '', notAfter: null }] }),
  };
}

/** What was typed about a known person beside what their card holds, as a command; null when it is all the same. */
export function amendOfKnown(call: OpenCall, applicant: ApplicantCard) {
  const { chosen } = call.appeal;
  if (chosen === null || chosen.card === null || chosen.id !== applicant.id) return null;
  const parts = changedParts(chosen.card, applicant);
  if (parts.length === 0) return null;
  return {
    kind: 'applicant.amend',
    payload: { applicant: applicant.id, changes: parts.map(({ field, value }) => ({ field, value })) },
    base: parts.map(({ field, base }) => ({ field, value: base })),
  };
}
