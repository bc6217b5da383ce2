import { describe, expect, it } from 'vitest';
import { checkCard, isAnonymous } from '../../../../src-shared/appeal/card.ts';
import { aCard, aPerson } from '../builders.ts';

const nowhere = { district: '', settlement: '', street: '' };
const nobody = aPerson({ surname: '', givenName: '', patronymic: '', phone: null, address: nowhere });
const codes = (card: Parameters<typeof checkCard>[0]) =>
  checkCard(card).map(({ field, code }) => `${field}: ${code}`);

describe('what a card lacks', () => {
  it.each([
    ['nothing', aCard(), []],
    ['kind', aCard({ kind: null }), ['kind: kind_required']],
    ['topic', aCard({ topic: '' }), ['topic: topic_required']],
    ['substance', aCard({ text: ' \n' }), ['text: text_required']],
    ['surname', aCard({ applicant: aPerson({ surname: '' }) }), ['applicant.surname: surname_required']],
    [
      'given name',
      aCard({ applicant: aPerson({ givenName: '' }) }),
      ['applicant.givenName: given_name_required'],
    ],
    ['no patronymic: not everybody has one', aCard({ applicant: aPerson({ patronymic: '' }) }), []],
    ['no telephone: it may be withheld', aCard({ applicant: aPerson({ phone: null }) }), []],
    [
      'residence',
      aCard({ applicant: aPerson({ address: nowhere }) }),
      [
        'applicant.address.district: district_required',
        'applicant.address.settlement: settlement_required',
        'applicant.address.street: street_required',
      ],
    ],
    ...(['enterprise', 'organisation'] as const).flatMap(
      (type): [string, ReturnType<typeof aCard>, string[]][] => [
        [
          `name of an ${type}`,
          aCard({ applicant: aPerson({ type, organisation: '' }) }),
          ['applicant.organisation: organisation_required'],
        ],
        [
          `no contact person of an ${type}`,
          aCard({ applicant: aPerson({ type, organisation: 'ТОВ «Обрій»', surname: '', givenName: '' }) }),
          [],
        ],
        [
          `seat of an ${type}`,
          aCard({
            applicant: aPerson({ type, organisation: 'Обрій', address: { ...nowhere, district: 'outside' } }),
          }),
          ['applicant.address.settlement: settlement_required', 'applicant.address.street: street_required'],
        ],
      ],
    ),
    ['place of danger', aCard({ urgent: true, applicant: nobody }), ['place.settlement: place_required']],
    [
      'a district alone: too wide for a brigade',
      aCard({ urgent: true, applicant: nobody, place: { ...nowhere, district: 'UA14120000000070232' } }),
      ['place.settlement: place_required'],
    ],
    [
      'nothing: danger at a known street, nameless',
      aCard({ urgent: true, applicant: nobody, place: { ...nowhere, street: 'Садова, 1' } }),
      [],
    ],
    [
      'nothing: danger at home, nameless',
      aCard({ urgent: true, applicant: { ...nobody, address: { ...nowhere, settlement: 'Лиман' } } }),
      [],
    ],
    [
      'substance of danger',
      aCard({ urgent: true, text: '', kind: null, topic: '' }),
      ['kind: kind_required', 'topic: topic_required', 'text: text_required'],
    ],
  ])('%s', (_name, card, expected) => {
    expect(codes(card)).toEqual(expected);
  });

  it('knows who named nobody', () => {
    expect(isAnonymous(aCard({ applicant: nobody }))).toBe(true);
    expect(isAnonymous(aCard())).toBe(false);
    expect(isAnonymous(aCard({ applicant: aPerson({ type: 'organisation', organisation: '' }) }))).toBe(true);
  });
});
