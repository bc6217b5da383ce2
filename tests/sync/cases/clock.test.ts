// A public bug report of another product about clocks, as what must hold here (case 32).
import { describe, expect, test } from 'vitest';
import { toEpochMs } from '../../../src-shared/clock.ts';
import { newIds, shownOf, useCentre } from '../../support/centre.ts';
import { aClock, aLine, aRegisteredCall } from '../../support/workstation.ts';

const centre = useCentre();
const HOUR = 3600_000;
const YEARS = 10 * 365 * 24 * HOUR;

describe('a clock that is wrong', () => {
  test.each([
    ['an hour ahead', HOUR],
    ['an hour behind', -HOUR],
    ['ten years ahead', YEARS],
    ['ten years behind', -YEARS],
  ])(
    'case 32: %s on one workstation: its work is accepted with the true time, and nobody else is shut out',
    async (_name, shift) => {
      const clock = aClock();
      clock.shiftWall(shift);
      const wrong = await centre.desk('koval', { clock });
      const right = await centre.desk('bondar');
      const began = Date.now();
      const theirs = newIds();
      const mine = newIds();
      await wrong.submit(aRegisteredCall(mine.call, mine.appeal));
      await wrong.settled();
      await right.submit(aRegisteredCall(theirs.call, theirs.appeal));
      await right.settled();
      for (const desk of [wrong, right]) {
        for (const { appeal } of [mine, theirs]) {
          await desk.until(async () => (await shownOf(desk, appeal))?.delivery === 'accepted');
          const at = toEpochMs((await shownOf(desk, appeal))?.appeal.registeredAt ?? '');
          expect(Math.abs(at - began)).toBeLessThan(HOUR / 2);
        }
      }
    },
  );

  test.each([
    ['ahead', YEARS],
    ['behind', -YEARS],
  ])(
    'case 32: ten years %s and never measured before the end of the run: accepted, flagged for a person, others unaffected',
    async (_name, shift) => {
      const desk = await centre.desk('koval');
      desk.line.cut();
      const clock = aClock();
      const line = aLine();
      line.cut();
      const unmeasured = await desk.reopen({ clock, line });
      clock.shiftWall(shift);
      const { call, appeal } = newIds();
      await unmeasured.submit(aRegisteredCall(call, appeal));
      const later = await unmeasured.reopen({ clock, line: aLine() });
      await later.settled();
      const shown = await shownOf(later, appeal);
      expect(shown?.delivery).toBe('accepted');
      expect(shown?.history[0]?.marks).toContain('clock_suspect');
      const right = await centre.desk('bondar');
      const theirs = newIds();
      await right.submit(aRegisteredCall(theirs.call, theirs.appeal));
      await right.settled();
      expect((await shownOf(right, theirs.appeal))?.history[0]?.marks).toBeUndefined();
      expect((await shownOf(right, appeal))?.history[0]?.marks).toContain('clock_suspect');
      await later.close();
    },
  );
});
