import { describe, expect, test } from 'vitest';
import { agedOut, companionOf, HORIZON_DAYS, horizonOn } from '../../../../src-shared/replication/age.ts';

const DAY = '2026-11-25';
const horizon = horizonOn(DAY, HORIZON_DAYS, 100);
/** The last instant before the horizon, and the horizon itself. */
const before = '2025-10-20T20:59:59.999Z';
const at = '2025-10-20T21:00:00.000Z';

const aged = (type: string, doc: Record<string, unknown>) => agedOut({ type, version: 100, doc }, horizon);

describe('the horizon', () => {
  test('begins with a legal day in Kyiv, in summer time and in winter time', () => {
    expect(horizon).toEqual({ day: '2025-10-21', instant: at, version: 100 });
    expect(horizonOn('2026-12-05', HORIZON_DAYS, 7)).toEqual({
      day: '2025-10-31',
      instant: '2025-10-30T22:00:00.000Z',
      version: 7,
    });
  });
});

describe('what has aged', () => {
  test.each([
    ['a call that ended before', 'call', { endedAt: before }, true],
    ['a call that ended on the first day held', 'call', { endedAt: at }, false],
    [
      'a call that has not ended, however old',
      'call',
      { startedAt: '2001-01-01T00:00:00.000Z', endedAt: null },
      false,
    ],
    ['a consultation of the day before', 'consultation', { day: '2025-10-20' }, true],
    ['a consultation of the first day held', 'consultation', { day: '2025-10-21' }, false],
    ['history of an old call', 'history', { subject: { type: 'call', id: 'c' }, at: before }, true],
    [
      'history of an old consultation',
      'history',
      { subject: { type: 'consultation', id: 'c' }, at: before },
      true,
    ],
    [
      'old history of an appeal: it goes with the appeal',
      'history',
      { subject: { type: 'appeal', id: 'a' }, at: before },
      false,
    ],
    [
      'an open appeal, however old',
      'appeal',
      { registeredAt: '2001-01-01T00:00:00.000Z', day: '2001-01-01' },
      false,
    ],
    ['an appeal closed before', 'appeal', { closedAt: before }, true],
    ['an appeal closed since', 'appeal', { closedAt: at }, false],
    ['an appeal opened again', 'appeal', { closedAt: null }, false],
    ['a person', 'applicant', { createdAt: before }, false],
    ['a number told to a caller', 'number', { at: before }, false],
    ['a type of a newer build', 'survey', { endedAt: before, day: '2001-01-01' }, false],
    ['a document of a strange shape', 'history', { subject: 'call', at: 7 }, false],
  ])('%s', (_name, type, doc, expected) => {
    expect(aged(type, doc)).toBe(expected);
  });

  test('not what a clock years behind has written since', () => {
    expect(agedOut({ type: 'call', version: 101, doc: { endedAt: before } }, horizon)).toBe(false);
  });

  test('history, conflicts and files of an appeal go with it', () => {
    expect(companionOf({ type: 'history', doc: { subject: { type: 'appeal', id: 'a' } } })).toBe('a');
    expect(companionOf({ type: 'conflict', doc: { appeal: 'a' } })).toBe('a');
    expect(companionOf({ type: 'attachment', doc: { appeal: 'a' } })).toBe('a');
    expect(companionOf({ type: 'history', doc: { subject: { type: 'call', id: 'c' } } })).toBeNull();
    expect(companionOf({ type: 'applicant', doc: { appeal: 'a' } })).toBeNull();
  });
});
