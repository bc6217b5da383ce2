import { expect, test } from 'vitest';
import { type StateCall, standingOf } from '../../../../src-shared/board/live.ts';
import type { Instant } from '../../../../src-shared/clock.ts';

const at = (time: string) => `2026-11-30T${time}:00.000Z` as Instant;
const DAY = '2026-11-29T22:00:00.000Z' as Instant;

function call(startedAt: Instant, endedAt: Instant | null, more: Partial<StateCall> = {}): StateCall {
  return { startedAt, endedAt, outcome: endedAt === null ? 'open' : 'appeal', talkEndedAt: null, ...more };
}

test('who has had no call today is absent, since no known time', () => {
  expect(standingOf([], DAY)).toEqual({ state: 'absent', since: null, calls: 0 });
});

test('an open call is talked in until the line says the talk is over', () => {
  expect(standingOf([call(at('08:00'), at('08:05')), call(at('08:10'), null)], DAY)).toEqual({
    state: 'talking',
    since: at('08:10'),
    calls: 2,
  });
  expect(standingOf([call(at('08:10'), null, { talkEndedAt: at('08:14') })], DAY)).toMatchObject({
    state: 'writing',
    since: at('08:14'),
  });
});

test('between calls the time runs from the end of the last one, whichever was begun last', () => {
  const long = call(at('07:00'), at('09:00'));
  expect(standingOf([long, call(at('07:30'), at('07:40'))], DAY)).toMatchObject({
    state: 'free',
    since: at('09:00'),
  });
});

test('a call over midnight goes on, but is not of today; a card opened by mistake is no call', () => {
  const night = '2026-11-29T21:50:00.000Z' as Instant;
  expect(standingOf([call(night, null)], DAY)).toEqual({ state: 'talking', since: night, calls: 0 });
  expect(standingOf([call(at('08:00'), at('08:01'), { outcome: 'discarded' })], DAY).state).toBe('absent');
});
