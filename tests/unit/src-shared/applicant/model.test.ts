import { describe, expect, it } from 'vitest';
import { ApplicantCard, applicantName } from '../../../../src-shared/applicant/model.ts';
import { aPerson } from '../builders.ts';

describe('applicant', () => {
  it('is named surname first, without gaps for what is missing', () => {
    expect(applicantName(aPerson({ surname: 'Іваненко', givenName: 'Петро', patronymic: 'Олегович' }))).toBe(
      'Іваненко Петро Олегович',
    );
    expect(applicantName(aPerson({ surname: '', givenName: 'Петро', patronymic: '' }))).toBe('Петро');
  });

  it('is named by the organisation, whoever speaks for it', () => {
    expect(applicantName(aPerson({ type: 'enterprise', organisation: 'ТОВ «Обрій»' }))).toBe('ТОВ «Обрій»');
  });

  it('is stored without the spaces typed around', () => {
    expect(ApplicantCard.parse(aPerson({ surname: '  Іваненко ' })).surname).toBe('Іваненко');
  });

  it('keeps only an international telephone number', () => {
    expect(ApplicantCard.safeParse(aPerson({ phone: '050 123' })).success).toBe(false);
    expect(ApplicantCard.safeParse(aPerson({ phone: null })).success).toBe(true);
  });
});
