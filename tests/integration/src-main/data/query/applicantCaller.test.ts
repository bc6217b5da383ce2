import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { whoIsCalling } from '../../../../../src-main/data/query/applicantCaller.ts';
import type { Appeal } from '../../../../../src-shared/appeal/model.ts';
import type { Applicant } from '../../../../../src-shared/applicant/model.ts';
import type { RecordType } from '../../../../../src-shared/record/model.ts';
import { aTestDesk, REGION, type TestDesk } from '../../../../support/desk.ts';
import { removeFolders } from '../../../../support/workstation.ts';
import { aCall, anAppeal, aPerson, uuid } from '../../../../unit/src-shared/builders.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await aTestDesk();
});
afterEach(() => at.close());
afterAll(removeFolders);

let version = 0;
function put(type: RecordType, doc: { readonly id: string }): void {
  version += 1;
  at.desk.stores.records.record.put({
    type,
    id: doc.id,
    region: REGION,
    version,
    ordinal: 0,
    doc: JSON.stringify(doc),
  });
}

function person(n: number, over: Partial<Applicant> = {}): Applicant {
  const card = { ...aPerson(), id: uuid(n), region: REGION, createdAt: '2026-10-01T10:00:00.000Z', ...over };
  put('applicant', card as Applicant);
  return card as Applicant;
}

function appeal(n: number, applicant: Applicant, over: Partial<Appeal> = {}): Appeal {
  const made = { ...anAppeal(), id: uuid(n), applicant: applicant.id, ...over } as Appeal;
  put('appeal', made);
  return made;
}

const who = (phone: string, call: string | null = null) =>
  whoIsCalling(at.desk, { phone, call: call as never });
const ids = (phone: string) =>
  who(phone)
    .people.map(({ id }) => id)
    .sort();

describe('who may be calling', () => {
  test.each([
    '0501234567',
    '050 123-45-67',
    '8-050-123-45-67',
    '+380501234567',
    '380501234567',
    '(050) 1234567',
  ])('a number in any form: %s', (typed) => {
    const one = person(201);
    expect(ids(typed)).toEqual([one.id]);
    expect(who(typed).phone).toBe('+380501234567');
  });

  test('a household: everybody with the number, also as a further one, each with address and last topic', () => {
    const mother = person(201);
    const son = person(202, {
      givenName: 'Петро',
      phone: '+380671112233',
      phones: [{ phone: '+380501234567' as never, answeredBy: 'мати', notAfter: '20:00' }],
    });
    appeal(301, mother, { topic: '03.01', day: '2026-11-20' });
    const found = who('0501234567');
    expect(found.people.map(({ id }) => id)).toEqual([mother.id, son.id]);
    expect(found.people[0]).toMatchObject({ lastTopic: '03.01', address: { settlement: 'Краматорськ' } });
    expect(found.people[1]).toMatchObject({ answeredBy: 'мати', appeals: [], lastTopic: null });
  });

  test('the overdue appeal comes first, with its last day by law', () => {
    const one = person(201);
    appeal(301, one, { day: '2026-11-20', registeredAt: '2026-11-20T10:00:00.000Z' });
    appeal(302, one, { day: '2026-01-05', registeredAt: '2026-01-05T10:00:00.000Z' });
    const [first, second] = who('0501234567').people[0]?.appeals ?? [];
    expect([first?.id, second?.id]).toEqual([uuid(302), uuid(301)]);
    expect(first?.due).toBe('2026-02-05');
    expect(first?.daysLeft).toBeLessThan(0);
  });

  test('who joined the appeal of another finds it under the own receipt', () => {
    const owner = person(201, { phone: '+380671112233' as never });
    const neighbour = person(202);
    const joined = {
      applicant: neighbour.id,
      number: 'ДН-2026-000009-1',
      call: null,
      at: '2026-11-20T10:00:00.000Z',
      by: uuid(11),
    };
    appeal(301, owner, { coApplicants: [joined as never] });
    expect(who('0501234567').people[0]?.appeals).toMatchObject([{ id: uuid(301), receipt: joined.number }]);
  });

  test('a number that changed no longer leads to the person; a card that is gone leads nowhere', () => {
    const one = person(201);
    person(201, { phone: '+380671112233' as never });
    expect(ids('0501234567')).toEqual([]);
    expect(ids('0671112233')).toEqual([one.id]);
    at.desk.stores.records.record.remove({ type: 'applicant', id: one.id });
    expect(ids('0671112233')).toEqual([]);
  });

  test('merged cards are one caller with the appeals of both', () => {
    const root = person(201, { phone: '+380671112233' as never });
    const double = person(202, { mergedInto: root.id });
    appeal(301, root);
    appeal(302, double);
    const [one, ...others] = who('0501234567').people;
    expect(others).toEqual([]);
    expect(one?.id).toBe(root.id);
    expect(one?.appeals.map(({ id }) => id).sort()).toEqual([uuid(301), uuid(302)]);
  });

  test.each(['', 'anonymous', '<unknown>', 'Номер приховано', '12', 'абв'])(
    'a number that is none is nobody: "%s"',
    (typed) => {
      person(201, { phone: null });
      person(202);
      expect(who(typed)).toMatchObject({ phone: null, people: [], calls: [] });
    },
  );

  test('the last digits alone are a hint', () => {
    const one = person(201);
    person(202, { phone: '+380671112233' as never });
    expect(who('45-67')).toMatchObject({ phone: null, isPart: true, people: [{ id: one.id }], calls: [] });
    expect(ids('5555')).toEqual([]);
  });

  test('a marked number is nobody’s until the mark is taken away; the latest word counts', () => {
    const one = person(201);
    const mark = { region: REGION, phone: '+380501234567', note: 'лікарня', by: uuid(11) };
    put('phoneMark', { ...mark, id: uuid(401), kind: 'shared', at: '2026-11-20T10:00:00.000Z' } as never);
    expect(who('0501234567')).toMatchObject({ people: [], mark: { kind: 'shared', note: 'лікарня' } });
    put('phoneMark', { ...mark, id: uuid(402), kind: null, at: '2026-11-21T10:00:00.000Z' } as never);
    expect(ids('0501234567')).toEqual([one.id]);
  });

  test('a protected person shows a name and nothing that leads to the door', () => {
    const one = person(201, { isProtected: true, needs: 'не називати адресу' });
    appeal(301, one, { text: 'переїхала на вулицю Таємну' });
    put(
      'call',
      aCall({ id: uuid(501) as never, phone: '+380501234567', notes: [{ atMs: 0, text: 'Таємна' }] }),
    );
    const found = who('0501234567');
    expect(found.people[0]).toMatchObject({ name: 'Іваненко Ганна Петрівна', address: null, appeals: [] });
    expect(JSON.stringify(found)).not.toMatch(/Садова|Таємн/);
  });

  test('the last calls of the number, the present one left out', () => {
    const now = aCall({ id: uuid(501) as never, phone: '+380501234567' });
    put('call', now);
    put('call', aCall({ id: uuid(502) as never, phone: '+380501234567', outcome: 'dropped' }));
    expect(who('0501234567', now.id).calls).toMatchObject([{ id: uuid(502), outcome: 'dropped' }]);
  });

  test('a number inside other people’s texts is not theirs', () => {
    appeal(301, person(201, { phone: '+380671112233' as never }), { text: 'дзвоніть 050 123 45 67' });
    expect(ids('0501234567')).toEqual([]);
  });

  test('answered from an index, whoever else is in the register', () => {
    for (let n = 0; n < 300; n += 1)
      put('applicant', {
        ...person(201),
        id: randomUUID(),
        phone: `+38067${String(n).padStart(7, '0')}`,
      } as never);
    expect(ids('0670000123')).toHaveLength(1);
  });
});
