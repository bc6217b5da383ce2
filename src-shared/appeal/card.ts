import { type ApplicantCard, applicantName } from '../applicant/model.ts';
import type { AppealCard } from './model.ts';

/** A field of the card as a path, such as `applicant.surname`. */
export type CardField =
  | 'kind'
  | 'topic'
  | 'text'
  | 'applicant.surname'
  | 'applicant.givenName'
  | 'applicant.organisation'
  | 'applicant.email'
  | 'applicant.phone'
  | 'applicant.address.district'
  | 'applicant.address.settlement'
  | 'applicant.address.street'
  | 'place.district'
  | 'place.settlement'
  | 'place.street';

/** What is missing, by field; the text for the operator is `cardError.<code>` in every language. */
export interface CardError {
  readonly field: CardField;
  readonly code:
    | 'kind_required'
    | 'topic_required'
    | 'text_required'
    | 'surname_required'
    | 'given_name_required'
    | 'organisation_required'
    | 'district_required'
    | 'settlement_required'
    | 'street_required'
    | 'email_required'
    | 'phone_required'
    | 'place_required';
}

/**
 * What a card still lacks before it can be registered; empty when it is complete.
 *
 * - Law 393/96-ВР, article 5: surname, given name (patronymic where there is one), place of residence, substance.
 * - Enterprises and organisations (resolution 976, point 1): name and seat instead of a person's name.
 * - A caller who will not give a name: the appeal is registered as anonymous (article 8 leaves what follows to the head of the body).
 * - The way the answer is wanted in must be open: no e-mail without an address, no call without a number.
 * - Danger to life or health (house rule for urgent appeals): substance and where it is are enough, also without a name;
 *   nothing may delay the relay.
 */
export function checkCard(card: AppealCard): CardError[] {
  const errors: CardError[] = [];
  const need = (missing: boolean, error: CardError) => {
    if (missing) errors.push(error);
  };
  need(card.kind === null, { field: 'kind', code: 'kind_required' });
  need(card.topic === '', { field: 'topic', code: 'topic_required' });
  need(card.text.trim() === '', { field: 'text', code: 'text_required' });
  if (card.urgent) {
    const placeKnown = isKnown(card.place) || isKnown(card.applicant.address);
    need(!placeKnown, { field: 'place.settlement', code: 'place_required' });
    return errors;
  }
  const { applicant } = card;
  if (card.anonymous !== true) errors.push(...checkApplicant(applicant));
  need(card.answerWay === 'email' && (applicant.email ?? '') === '', {
    field: 'applicant.email',
    code: 'email_required',
  });
  need(card.answerWay === 'phone' && applicant.phone === null && (applicant.phones ?? []).length === 0, {
    field: 'applicant.phone',
    code: 'phone_required',
  });
  return errors;
}

function isKnown(address: ApplicantCard['address']): boolean {
  return address.settlement !== '' || address.street !== '';
}

function checkApplicant(applicant: ApplicantCard): CardError[] {
  const errors: CardError[] = [];
  if (applicant.type === 'person') {
    if (applicant.surname === '') errors.push({ field: 'applicant.surname', code: 'surname_required' });
    if (applicant.givenName === '') {
      errors.push({ field: 'applicant.givenName', code: 'given_name_required' });
    }
  } else if (applicant.organisation === '') {
    errors.push({ field: 'applicant.organisation', code: 'organisation_required' });
  }
  const { district, settlement, street } = applicant.address;
  if (district === '') errors.push({ field: 'applicant.address.district', code: 'district_required' });
  if (settlement === '') errors.push({ field: 'applicant.address.settlement', code: 'settlement_required' });
  if (street === '') errors.push({ field: 'applicant.address.street', code: 'street_required' });
  return errors;
}

/** Whether the card names nobody: an urgent appeal, or a caller who would not; classifier code 5.3. */
export function isAnonymous(card: AppealCard): boolean {
  return applicantName(card.applicant) === '';
}
