import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEpochMs } from '../../../../src-shared/clock.ts';
import { TrackedCall } from '../../../../src-shared/telephony/call.ts';
import type { CallEvent } from '../../../../src-shared/telephony/event.ts';
import { applyEvent } from '../../../../src-shared/telephony/machine.ts';
import { callsAfter, recordings } from './recordings.ts';

const seed = Number(process.env.HOLOS_SEED ?? Date.now() % 2 ** 31);
const check = (property: Parameters<typeof fc.assert>[0]) => fc.assert(property, { seed, numRuns: 300 });

/** Received in another order: the instants stay with the places, as a clock would have given them. */
const shuffled = (events: readonly CallEvent[]) =>
  fc
    .shuffledSubarray([...events], { minLength: events.length })
    .map((order) => order.map((event, index) => ({ ...event, at: events[index]?.at ?? event.at })));

/** What is true of every call, whatever came of its events. */
function expectSane(calls: readonly TrackedCall[], events: readonly CallEvent[]): void {
  expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length);
  for (const call of calls) {
    TrackedCall.parse(call);
    const marks = [call.ringing, call.answered, call.ended].flatMap((mark) => mark?.at ?? []);
    expect([...marks].sort()).toEqual(marks);
    const isOver = call.phase === 'over' || call.phase === 'closed';
    expect(call.ended !== null).toBe(isOver);
    expect(call.phase).not.toBe('ringing');
    if (call.phase === 'over') expect(call.answered).not.toBeNull();
    if (call.unanswered !== null) expect(call.answered).toBeNull();
    expect(call.heldSince !== null).toBe(call.phase === 'held');
    if (call.answered !== null && call.ended !== null) {
      expect(call.holds.ms).toBeLessThanOrEqual(toEpochMs(call.ended.at) - toEpochMs(call.answered.at));
    }
  }
  if (events.at(-1)?.kind === 'ended')
    expect(calls.every(({ phase }) => !['active', 'held'].includes(phase))).toBe(true);
}

describe.each([...recordings])(`%s (seed ${seed})`, (_name, events) => {
  it('ends in one sane record', () => {
    const calls = callsAfter(events);
    expect(calls).toHaveLength(1);
    expectSane(calls, events);
  });

  it('shuffled', () => {
    check(fc.property(shuffled(events), (order) => expectSane(callsAfter(order), order)));
  });

  it('with every event doubled says what it says once', () => {
    expect(callsAfter(events.flatMap((event) => [event, event]))).toEqual(callsAfter(events));
  });

  it('shuffled, with some doubled', () => {
    const doubled = fc
      .subarray([...events])
      .chain((twice) => shuffled([...events, ...twice].sort((a, b) => (a.at < b.at ? -1 : 1))));
    check(fc.property(doubled, (order) => expectSane(callsAfter(order), order)));
  });

  it('with one event dropped', () => {
    for (const lost of events) {
      const rest = events.filter((event) => event !== lost);
      expectSane(callsAfter(rest), rest);
    }
  });

  it('any event twice in a row is once', () => {
    check(
      fc.property(shuffled(events), (order) => {
        order.reduce<readonly TrackedCall[]>((calls, event) => {
          const once = applyEvent(calls, event);
          expect(applyEvent(once, event)).toEqual(once);
          return once;
        }, []);
      }),
    );
  });
});
