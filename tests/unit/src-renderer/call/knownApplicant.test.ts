import { describe, expect, test } from 'vitest';
import { newCall, type OpenCall } from '../../../../src-renderer/call/openCall.ts';
import { appealSubmission, hasOwnWords } from '../../../../src-renderer/call/submission.ts';
import type { ApplicantCard } from '../../../../src-shared/applicant/model.ts';
import { aPerson, uuid } from '../../src-shared/builders.ts';

let minted = 500;
const mint = () => uuid(minted++);

/** A call in which a person of the register was chosen. */
function callOf(card: ApplicantCard, phoneRaw: string, typed: Partial<OpenCall['appeal']> = {}): OpenCall {
  const call = newCall(mint(), '2026-11-25T10:00:00.000Z', mint);
  const { id, type, surname, givenName, patronymic, organisation, address, phones = [] } = card;
  const chosen = { id, name: surname, card, before: {} };
  const filled = {
    applicant: id,
    type,
    surname,
    givenName,
    patronymic,
    organisation,
    address,
    phones,
    chosen,
  };
  return { ...call, phoneRaw, appeal: { ...call.appeal, ...filled, ...typed } };
}

const amendOf = (call: OpenCall) =>
  appealSubmission(call).commands.find(({ kind }) => kind === 'applicant.amend');

describe('what is typed about a known person', () => {
  test('nothing new sends nothing beside the appeal', () => {
    expect(amendOf(callOf(aPerson(), '050 123 45 67'))).toBeUndefined();
  });

  test('the number called from is added, their own one stays', () => {
    const added = [{ phone: '+380671112233', answeredBy: '', notAfter: null }];
    const call = callOf(aPerson(), '067 111 22 33');
    expect(amendOf(call)).toEqual({
      kind: 'applicant.amend',
      payload: { applicant: aPerson().id, changes: [{ field: 'phones', value: added }] },
      base: [{ field: 'phones', value: null }],
    });
  });

  test('a number that is theirs already, a withheld one and none are no news', () => {
    const phones = [{ phone: '+380671112233', answeredBy: 'донька', notAfter: null }];
    for (const raw of ['067 111 22 33', 'anonymous', ''])
      expect(amendOf(callOf(aPerson({ phones }), raw))).toBeUndefined();
  });

  test('a person without a number gets the one called from', () => {
    const call = callOf(aPerson({ phone: null }), '067 111 22 33');
    expect(amendOf(call)?.base).toEqual([{ field: 'phone', value: null }]);
  });

  test('another street goes with what stood there', () => {
    const address = { ...aPerson().address, street: 'вул. Нова, 3' };
    expect(amendOf(callOf(aPerson(), '050 123 45 67', { address }))).toMatchObject({
      payload: { changes: [{ field: 'address', value: address }] },
      base: [{ field: 'address', value: aPerson().address }],
    });
  });

  test('a protected person, of whom nothing is known here, is not amended', () => {
    const call = callOf(aPerson(), '067 111 22 33');
    const { chosen } = call.appeal;
    if (chosen === null) throw new Error('nobody is chosen');
    const appeal = { ...call.appeal, chosen: { ...chosen, card: null } };
    expect(amendOf({ ...call, appeal })).toBeUndefined();
  });

  test('the chosen person’s own data are no words of the operator; a topic is', () => {
    const call = callOf(aPerson(), '');
    expect(hasOwnWords(call)).toBe(false);
    expect(hasOwnWords({ ...call, appeal: { ...call.appeal, topic: '03.01' } })).toBe(true);
    expect(hasOwnWords({ ...call, appeal: { ...call.appeal, chosen: null } })).toBe(true);
  });
});
