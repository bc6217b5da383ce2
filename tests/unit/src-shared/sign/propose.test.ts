import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Address } from '../../../../src-shared/applicant/model.ts';
import {
  type Earlier,
  isRecent,
  isSameIssue,
  mayStayUnconsidered,
  proposeSign,
  termKept,
} from '../../../../src-shared/sign/propose.ts';

const TODAY = '2026-11-30';
const overdue: Earlier = { receiptForm: '1.1-1', due: '2026-11-27', answeredOn: null };
const running: Earlier = { receiptForm: '1.1-1', due: '2026-12-25', answeredOn: null };
const answered: Earlier = { receiptForm: '1.1-1', due: '2026-11-27', answeredOn: '2026-11-20' };
const byPost: Earlier = { receiptForm: '1.1', due: '2026-12-25', answeredOn: null };

describe('the sign that the facts speak for', () => {
  test.each<[string, readonly Earlier[], number, string, string]>([
    ['nothing earlier: first', [], 1, '2.1', 'none'],
    ['the term has run out unanswered: repeated', [overdue], 1, '2.2', 'overdue'],
    ['still within the term: many times', [running], 1, '2.4', 'withinTerm'],
    ['on its last day the term still runs', [{ ...running, due: TODAY }], 1, '2.4', 'withinTerm'],
    ['answered and asked again: repeated', [answered], 1, '2.2', 'answered'],
    ['open and come by post: duplicate', [byPost], 1, '2.3', 'otherWay'],
    ['overdue weighs more than one still running', [running, overdue], 1, '2.2', 'overdue'],
    ['an open one weighs more than an answered one', [answered, running], 1, '2.4', 'withinTerm'],
    ['four people are not a mass', [], 4, '2.1', 'none'],
    ['five people within a day are', [], 5, '2.5', 'mass'],
    ['one’s own earlier appeal weighs more than the others’', [running], 9, '2.4', 'withinTerm'],
  ])('%s', (_, earlier, people, sign, reason) => {
    expect(proposeSign(earlier, { withinDay: people, inProblem: 0 }, TODAY)).toMatchObject({ sign, reason });
  });

  test('five people in the shared problem make it a mass whenever they called', () => {
    const people = { withinDay: 1, inProblem: 5 };
    expect(proposeSign([], people, TODAY)).toMatchObject({ sign: '2.5', reason: 'shared' });
    expect(proposeSign([], { ...people, inProblem: 4 }, TODAY)).toMatchObject({ sign: '2.1' });
    expect(proposeSign([running], people, TODAY)).toMatchObject({ sign: '2.4' });
  });

  test('an earlier appeal it rests on is one of those given; without any none is named', () => {
    const one = fc.record({
      receiptForm: fc.constantFrom('1.1-1', '1.1', '1.2'),
      due: fc.constantFrom('2026-11-29', TODAY, '2026-12-01'),
      answeredOn: fc.constantFrom(null, '2026-11-28', TODAY),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), fc.nat(8), (earlier, people) => {
        const proposed = proposeSign(earlier, { withinDay: people, inProblem: people }, TODAY);
        if (earlier.length === 0) expect(proposed.earlier).toBeNull();
        else expect(earlier).toContain(proposed.earlier);
      }),
    );
  });
});

test.each([
  [{ due: '2026-11-27', answeredOn: '2026-11-27' }, 'kept'],
  [{ due: '2026-11-27', answeredOn: '2026-11-28' }, 'missed'],
  [{ due: '2026-11-29', answeredOn: null }, 'missed'],
  [{ due: TODAY, answeredOn: null }, 'running'],
])('whether a term was kept: %o is %s', (earlier, kept) => {
  expect(termKept(earlier, TODAY)).toBe(kept);
});

test.each([
  ['9.1', true],
  ['9.3', true],
  ['9.4', false],
  ['9.6', false],
  [null, true],
])('after result %s the head may leave a repeat without consideration: %s', (result, may) => {
  expect(mayStayUnconsidered(result)).toBe(may);
});

test('a year back is recent, a day more is not', () => {
  expect(isRecent('2025-11-30', TODAY)).toBe(true);
  expect(isRecent('2025-11-29', TODAY)).toBe(false);
});

describe('one issue', () => {
  const here: Address = { district: '', settlement: 'Краматорськ', street: 'вул. Паркова, 12' };
  const there: Address = { ...here, street: 'вул. Садова, 3' };
  const elsewhere: Address = { ...here, settlement: 'Словʼянськ' };
  const unknown: Address = { district: '', settlement: '', street: '' };
  test.each<[string, string, Address, string, Address, boolean]>([
    ['one topic, one settlement', '03.01', here, '03.01', there, true],
    ['one topic, another settlement', '03.01', here, '03.01', elsewhere, false],
    ['one topic, the place of one is not known', '03.01', here, '03.01', unknown, true],
    [
      'another topic of the group, one street',
      '03.01',
      here,
      '03.02',
      { ...here, street: 'Паркова 14' },
      true,
    ],
    ['another topic of the group, another street', '03.01', here, '03.02', there, false],
    ['another group, one house', '03.01', here, '05.01', here, false],
  ])('%s', (_, topicA, placeA, topicB, placeB, same) => {
    expect(isSameIssue({ topic: topicA, place: placeA }, { topic: topicB, place: placeB })).toBe(same);
    expect(isSameIssue({ topic: topicB, place: placeB }, { topic: topicA, place: placeA })).toBe(same);
  });
});
