import { describe, expect, it } from 'vitest';
import type { OperatorId } from '../../../../src-shared/brand.ts';
import {
  bornTerm,
  dueState,
  explained,
  isMoved,
  recounted,
  termOfAppeal,
} from '../../../../src-shared/term/appealTerm.ts';
import { CALENDAR, type Calendar } from '../../../../src-shared/term/calendar.ts';
import { withAmount, withVersion } from '../../../../src-shared/term/versions.ts';
import { IDS } from '../builders.ts';

const RECEIVED = '2026-11-25';
const born = bornTerm(RECEIVED, CALENDAR);
const PEACE: Calendar = { ...CALENDAR, martialLaw: [] };
const extended = {
  ...born,
  due: '2027-01-08',
  extensions: [
    {
      to: '2027-01-08',
      reason: 'Потрібна експертиза.',
      decidedBy: 'Заступник',
      notice: 'телефоном 20.12',
      at: '2026-12-20T10:00:00.000Z',
      by: IDS.lead as OperatorId,
    },
  ],
};

describe('the term of an appeal', () => {
  it('of a release before calendars is reckoned from its day', () => {
    expect(termOfAppeal({ day: RECEIVED }, CALENDAR)).toEqual(born);
    expect(termOfAppeal({ day: RECEIVED, term: extended }, CALENDAR)).toBe(extended);
  });

  it('moves only when it is counted again', () => {
    expect(isMoved(born, CALENDAR)).toBe(false);
    expect(isMoved(born, PEACE)).toBe(true);
    expect(recounted(born, PEACE)).toMatchObject({ due: '2026-12-28', control: '2026-12-24' });
    expect(recounted(recounted(born, PEACE), CALENDAR)).toEqual(born);
  });

  it('that a head extended is not taken back', () => {
    expect(recounted(extended, PEACE)).toMatchObject({ due: '2027-01-08', extensions: extended.extensions });
    expect(isMoved(extended, PEACE)).toBe(false);
  });

  it('is explained by the version it was born with, and says when the calendar has been changed since', () => {
    const rule = CALENDAR.rules.find(({ id }) => id === 'appeal_general');
    if (rule === undefined) throw new Error('no rule');
    const newer = {
      ...CALENDAR,
      rules: withVersion(CALENDAR.rules, withAmount(rule, 'days', 20), '2026-11-01'),
    };
    expect(explained({ day: RECEIVED, term: born }, newer)).toMatchObject({
      counted: { due: '2026-12-25', rule: { months: 1 } },
      isFormer: false,
    });
    expect(recounted(born, newer)).toMatchObject({ due: '2026-12-15', ruleFrom: '2026-11-01' });
    expect(explained({ day: RECEIVED, term: born }, PEACE).isFormer).toBe(true);
    expect(explained({ day: RECEIVED, term: extended }, CALENDAR).isFormer).toBe(false);
  });

  it.each([
    [-1, 'overdue'],
    [0, 'today'],
    [1, 'soon'],
    [3, 'soon'],
    [4, 'week'],
    [7, 'week'],
    [8, 'later'],
  ])('with %i days left is %s', (left, state) => {
    expect(dueState(left)).toBe(state);
  });
});
