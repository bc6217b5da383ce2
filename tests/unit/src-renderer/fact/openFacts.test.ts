import { describe, expect, it } from 'vitest';
import { newCall, type OpenCall } from '../../../../src-renderer/call/openCall.ts';
import { answerKey, openFacts } from '../../../../src-renderer/fact/openFacts.ts';
import { shippedPlaces } from '../../../../src-shared/directory/place.ts';
import { factKey } from '../../../../src-shared/fact/model.ts';
import { factsIn } from '../../../../src-shared/fact/recognise.ts';
import { IDS, uuid } from '../../src-shared/builders.ts';

const NOTES = 'Шевченко Марія Іванівна, м. Краматорськ, вул. Паркова 12, 050 123 45 67, вчора';
const facts = factsIn(NOTES, '2026-11-30', shippedPlaces);

let minted = 0;
const mint = () => {
  minted += 1;
  return uuid(600 + minted);
};
const fresh: OpenCall = { ...newCall(IDS.call, '2026-11-30T10:00:00.000Z', mint), tab: 'appeal' };
const card = (part: Partial<OpenCall['appeal']>): OpenCall => ({
  ...fresh,
  appeal: { ...fresh.appeal, ...part },
});
const kinds = (call: OpenCall) => openFacts(call, facts).map(({ kind }) => kind);
const ALL = ['name', 'place', 'street', 'phone', 'day'];
const without = (kind: string) => ALL.filter((other) => other !== kind);

describe('facts that are offered', () => {
  it('all of them while the card is empty', () => {
    expect(kinds(fresh)).toEqual(ALL);
  });

  it.each([
    ['a part of the name', card({ givenName: 'Ганна' }), without('name')],
    ['no name wanted', card({ anonymous: true }), without('name')],
    ['the settlement', card({ address: { ...fresh.appeal.address, settlement: 'Інше' } }), without('place')],
    ['the street', card({ address: { ...fresh.appeal.address, street: 'Інша' } }), without('street')],
    ['the same telephone in another form', { ...fresh, phoneRaw: '8 (050) 123-45-67' }, without('phone')],
  ])('nothing that the operator has filled in: %s', (_what, call, offered) => {
    expect(kinds(call)).toEqual(offered);
  });

  it('another telephone is offered beside the first, once', () => {
    expect(kinds({ ...fresh, phoneRaw: '067 765 43 21' })).toContain('phone');
    const phones = [{ phone: '+380501234567', answeredBy: 'сусід', notAfter: null }];
    expect(kinds({ ...card({ phones }), phoneRaw: '067 765 43 21' })).not.toContain('phone');
  });

  it('who is known keeps the name and the home of their card; the place of the matter may be another', () => {
    const chosen = { id: uuid(1), name: 'Шевченко Марія', card: null, before: {} };
    expect(kinds(card({ chosen }))).toEqual(['phone', 'day']);
    expect(kinds(card({ chosen, placeSame: false }))).toEqual(['place', 'street', 'phone', 'day']);
  });

  it('in a consultation only what it has a field for', () => {
    const consultation = { ...fresh, tab: 'consultation' as const };
    expect(kinds(consultation)).toEqual(['place', 'phone', 'day']);
    const known = { ...consultation.consultation, district: 'UA14120000000000000' };
    expect(kinds({ ...consultation, consultation: known })).toEqual(['phone', 'day']);
    expect(kinds({ ...consultation, phoneRaw: '067 765 43 21' })).toEqual(['place', 'day']);
  });

  it('a district taken into a consultation leaves the settlement of an appeal open', () => {
    const place = facts.find(({ kind }) => kind === 'place');
    if (place === undefined) throw new Error('no place');
    const consultation = { ...fresh, tab: 'consultation' as const };
    const answered = { ...consultation, facts: [answerKey(consultation, place)] };
    expect(kinds(answered)).not.toContain('place');
    expect(kinds({ ...answered, tab: 'appeal' })).toContain('place');
  });

  it('what was taken or left is not offered again, and what stands elsewhere in the notes is the same', () => {
    const [name] = facts;
    if (name === undefined) throw new Error('no fact');
    const answered = { ...fresh, facts: [factKey({ ...name, from: 100, to: 120 })] };
    expect(kinds(answered)).toEqual(without('name'));
  });
});
