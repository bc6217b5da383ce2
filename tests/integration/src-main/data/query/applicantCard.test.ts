import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { peopleAlike } from '../../../../../src-main/data/query/applicantAlike.ts';
import { whoIsCalling } from '../../../../../src-main/data/query/applicantCaller.ts';
import { getApplicant } from '../../../../../src-main/data/query/applicantCard.ts';
import { listApplicants, pairsOfApplicants } from '../../../../../src-main/data/query/applicantFind.ts';
import type { Applicant, ApplicantCard } from '../../../../../src-shared/applicant/model.ts';
import { aTestDesk, REGION, type TestDesk } from '../../../../support/desk.ts';
import { removeFolders } from '../../../../support/workstation.ts';
import { anAppeal, aPerson } from '../../../../unit/src-shared/builders.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await aTestDesk();
});
afterEach(() => at.close());
afterAll(removeFolders);

let made = 0;
function person(over: Partial<ApplicantCard> & { isProtected?: boolean } = {}): Applicant {
  made += 1;
  const createdAt = `2026-10-01T10:00:00.${String(made).padStart(3, '0')}Z`;
  const card = { ...aPerson(), id: randomUUID(), region: REGION, createdAt, ...over } as Applicant;
  put('applicant', card);
  return card;
}

function put(type: 'applicant' | 'appeal', doc: { readonly id: string }): void {
  const text = JSON.stringify(doc);
  at.desk.stores.records.record.put({ type, id: doc.id, region: REGION, version: 1, ordinal: 0, doc: text });
}

function appealOf({ id: applicant }: Applicant): string {
  const id = randomUUID();
  const appeal = { ...anAppeal(), id, applicant };
  put('appeal', appeal);
  return id;
}

const lead = { id: '' as never, role: 'lead' } as const;
const get = (id: string, role: 'lead' | 'operator' = 'lead') =>
  getApplicant(at.desk, () => false, { ...lead, id: at.session.operator.id, role }, id);
const names = (text: string) => listApplicants(at.desk, { text, limit: 20 }).lines.map(({ name }) => name);
const other = '+380671112233' as never;

/** Everything any list shows of these people. */
const visible = (...cards: Applicant[]) =>
  JSON.stringify([
    ...cards.map(({ id }) => {
      const { history: _history, delivery: _delivery, ...detail } = get(id) ?? { history: [], delivery: '' };
      return { ...detail, names: {} };
    }),
    listApplicants(at.desk, { text: '', limit: 50 }),
    pairsOfApplicants(at.desk),
    whoIsCalling(at.desk, { phone: '0501234567', call: null }),
  ]);

describe('merging', () => {
  test('cards of one person join: appeals of both, equal numbers once; taken apart everything is as it was', () => {
    const kept = person();
    const double = person({
      surname: 'Іваненко',
      phone: other,
      phones: [{ phone: '+380501234567' as never, answeredBy: '', notAfter: null }],
    });
    const third = person({ needs: 'погано чує' });
    const appeals = [appealOf(kept), appealOf(double), appealOf(third)];
    const before = visible(kept, double, third);
    const merge = (from: string, into: string) =>
      at.act([{ kind: 'applicant.merge', payload: { from, into } }]);
    expect(merge(double.id, kept.id)).toBeNull();
    expect(merge(third.id, double.id)).toBeNull();
    const joined = get(third.id);
    expect(joined?.shown.id).toBe(kept.id);
    expect(joined?.appeals.map(({ id }) => id as string).sort()).toEqual([...appeals].sort());
    expect([joined?.shown.phone, ...(joined?.shown.phones ?? []).map(({ phone }) => phone)]).toEqual([
      kept.phone,
      other,
    ]);
    expect(joined?.shown.needs).toBe('погано чує');
    expect(whoIsCalling(at.desk, { phone: '0671112233', call: null }).people).toMatchObject([
      { id: kept.id },
    ]);
    expect(listApplicants(at.desk, { text: '', limit: 50 }).lines).toHaveLength(1);
    for (const { id: applicant } of [third, double])
      expect(at.act([{ kind: 'applicant.unmerge', payload: { applicant } }])).toBeNull();
    expect(visible(kept, double, third)).toBe(before);
  });

  test('a circle that two workstations made is one person, shown the same from everywhere', () => {
    const [a, b, c] = [person(), person(), person()];
    const mergedAt = '2026-11-25T10:00:00.000Z';
    put('applicant', { ...a, mergedInto: b.id, mergedAt } as Applicant);
    put('applicant', { ...b, mergedInto: c.id, mergedAt } as Applicant);
    put('applicant', { ...c, mergedInto: a.id, mergedAt } as Applicant);
    const shown = [a, b, c].map(({ id }) => get(id)?.shown.id);
    expect(new Set(shown).size).toBe(1);
    expect(listApplicants(at.desk, { text: '', limit: 50 }).lines).toHaveLength(1);
  });
});

describe('finding', () => {
  test('a name typed with the Latin layout on is found, a Latin one stays what it is', () => {
    person({ surname: 'Коваль', givenName: 'Олег', patronymic: '' });
    person({ surname: 'Smith', givenName: 'John', patronymic: '' });
    expect(names('rjdfkm')).toEqual(['Коваль Олег']);
    expect(names('smith')).toEqual(['Smith John']);
  });

  test.each([
    'лук’яненко',
    "Лук'яненко",
    'ЛУКЯНЕНКО',
    'марія лук',
    'Lukianenko',
    '1234567',
    '050 123 45 67',
    'садова',
  ])('a person by %s', (text) => {
    person({ surname: 'Лукʼяненко', givenName: 'Марія' });
    person({
      surname: 'Ткач',
      givenName: 'Іван',
      phone: other,
      address: { district: '', settlement: '', street: '' },
    });
    expect(names(text)).toEqual(['Лукʼяненко Марія Петрівна']);
  });

  test('a double with a slip is offered with its reasons, a household is not', () => {
    const one = person({ surname: 'Гончаренко', givenName: 'Марія' });
    const double = person({ surname: 'Гончарнеко', givenName: 'Марія' });
    person({ surname: 'Гончаренко', givenName: 'Петро', patronymic: '' });
    expect(get(one.id)?.same).toMatchObject([
      { line: { id: double.id }, same: { level: 'likely', reasons: ['phone', 'nearName', 'address'] } },
    ]);
    expect(pairsOfApplicants(at.desk).pairs).toHaveLength(1);
  });
});

test('who a card being filled in may describe: by a slip of the name, by another number; nobody for a household or a protected one', () => {
  const one = person({ surname: 'Гончаренко', givenName: 'Марія' });
  person({ surname: 'Гончаренко', givenName: 'Марія', isProtected: true });
  const typed = (over: Partial<ApplicantCard>) =>
    peopleAlike(at.desk, { ...aPerson(), id: randomUUID() as never, patronymic: '', ...over });
  const nowhere = { district: '', settlement: '', street: '' };
  expect(typed({ surname: 'Гончарнеко', givenName: 'Марія', phone: null, address: nowhere })).toMatchObject([
    { person: { id: one.id }, same: { level: 'hint', reasons: ['nearName'] } },
  ]);
  expect(typed({ surname: 'Гончаренко', givenName: 'Марія' })).toMatchObject([{ same: { level: 'sure' } }]);
  expect(typed({ surname: 'Гончаренко', givenName: 'Петро' })).toEqual([]);
});

describe('a protected person', () => {
  test('is hidden from everybody until somebody of a named role gives a reason, which the history keeps', () => {
    const one = person({ isProtected: true, needs: 'переїхала на вул. Таємну' });
    appealOf(one);
    for (const role of ['operator', 'lead'] as const) {
      const hidden = get(one.id, role);
      expect(hidden).toMatchObject({ isHidden: true, appeals: [], history: [], same: [] });
      expect(JSON.stringify(hidden)).not.toContain('Садова');
      expect(JSON.stringify(hidden)).not.toContain('Таємну');
    }
    expect(names('Садова')).toEqual([]);
    expect(names('1234567')).toEqual([]);
    const open = { applicant: one.id, reason: 'перевірка скарги' };
    expect(at.act([{ kind: 'applicant.open', payload: open }])).toBeNull();
    const opened = get(one.id);
    expect(opened).toMatchObject({ isHidden: false, shown: { address: { street: 'вул. Садова, 1' } } });
    expect(opened?.history).toMatchObject([{ kind: 'applicant.open', data: { reason: open.reason } }]);
    expect(get(one.id, 'operator')?.isHidden).toBe(true);
  });
});
