import { FIRST_SIGN } from '../catalog/classifier.ts';
import type { FieldValue } from '../conflict/model.ts';
import { type AmendField, readPath, withPath } from './fields.ts';
import type { AppealCard } from './model.ts';

/** What a field holds on a card, by the same names as on a registered appeal. */
export function readCardField(card: AppealCard, field: AmendField): FieldValue {
  switch (field) {
    case 'categories':
      return (card.applicant.benefits ?? []).map(({ code }) => code).join(',');
    case 'socialStatus':
      return card.applicant.socialStatus ?? '';
    case 'receiptSign':
      return card.receiptSign ?? FIRST_SIGN;
    default:
      return readPath(card, field);
  }
}

/** The card with another value in a field; what is known of a category that stays is kept. */
export function withCardField(card: AppealCard, field: AmendField, value: FieldValue): AppealCard {
  switch (field) {
    case 'categories': {
      const known = card.applicant.benefits ?? [];
      const benefits = String(value)
        .split(',')
        .filter(Boolean)
        .map((code) => known.find((benefit) => benefit.code === code) ?? { code, until: null, source: '' });
      const { benefits: _before, ...applicant } = card.applicant;
      return { ...card, applicant: benefits.length === 0 ? applicant : { ...applicant, benefits } };
    }
    case 'socialStatus':
      return { ...card, applicant: withPath(card.applicant, ['socialStatus'], value) };
    case 'receiptSign': {
      const { receiptSign: _before, ...rest } = card;
      return value === FIRST_SIGN ? rest : { ...rest, receiptSign: String(value) };
    }
    default:
      return withPath(card, field.split('.'), value);
  }
}
