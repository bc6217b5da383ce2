import { describe, expect, it } from 'vitest';
import { kyivMs } from '../../../../scripts/demo/month/calendar.ts';
import { demoDay } from '../../../../scripts/demo/today.ts';

const callsOf = ({ acts }: ReturnType<typeof demoDay>) => new Set(acts.map((act) => act.call)).size;
const at = (day: string, hour: number) => demoDay(kyivMs(day, Math.round(hour * 3600)));

describe('demo day', () => {
  it('is today until now while the line is open', () => {
    const noon = at('2026-11-25', 12.5);
    expect(noon.day).toBe('2026-11-25');
    expect(callsOf(noon)).toBeGreaterThanOrEqual(10);
    expect(callsOf(noon)).toBeLessThan(46);
    for (const act of noon.acts) expect(act.at).toBeLessThanOrEqual(kyivMs('2026-11-25', 12.5 * 3600));
  });

  it('ends every call it began', () => {
    const kinds = at('2026-11-25', 11).acts.flatMap((act) => act.commands.map((command) => command.kind));
    const count = (kind: string) => kinds.filter((one) => one === kind).length;
    expect(count('call.start')).toBe(count('call.finish'));
  });

  it.each([
    ['the whole of today after closing', '2026-11-25', 18, '2026-11-25'],
    ['yesterday before opening', '2026-11-25', 7, '2026-11-24'],
    ['yesterday just after opening', '2026-11-25', 8.05, '2026-11-24'],
    ['Friday on a Sunday', '2026-11-29', 12, '2026-11-27'],
    ['Friday on a Monday morning', '2026-11-30', 6, '2026-11-27'],
  ])('is %s', (_name, day, hour, expected) => {
    const shown = at(day, hour);
    expect(shown.day).toBe(expected);
    expect(callsOf(shown)).toBe(46);
  });

  it('only grows during the day', () => {
    const early = at('2026-11-25', 11).acts;
    const late = JSON.stringify(at('2026-11-25', 16).acts);
    for (const act of early) expect(late).toContain(JSON.stringify(act));
  });
});
