// The part `terms` of npm run bench -- control: reckoning and looking at the terms of many appeals.
import { performance } from 'node:perf_hooks';
import { bornTerm, dueState, isMoved, recounted } from '../../src-shared/term/appealTerm.ts';
import { addDays, CALENDAR, type Calendar, daysBetween } from '../../src-shared/term/calendar.ts';
import { type Figure, shown } from './table.ts';

/** What was asked of the engine. */
const AIM_MS = 1000;
/** Appeals come on so many different days: fifteen years. */
const DAYS = 5_479;

/** Every appeal is reckoned by a calendar that has counted nothing yet, in peace: with holidays that are carried over. */
export function termFigures(appeals: number): Figure[] {
  const received = Array.from({ length: appeals }, (_, index) =>
    addDays('2012-01-01', (index * 7919) % DAYS),
  );
  const peace: Calendar = { ...CALENDAR, martialLaw: [] };
  const born = timed(() => received.map((day) => bornTerm(day, peace)));
  const changed: Calendar = {
    ...peace,
    days: [{ day: '2019-12-30', isWorking: false, reason: 'an order' }],
  };
  const moved = timed(() => born.result.filter((term) => isMoved(term, changed)));
  const again = timed(() => moved.result.map((term) => recounted(term, changed)));
  const states = timed(() => born.result.map(({ due }) => dueState(daysBetween('2026-11-25', due))));
  const rows = [
    ['term of an appeal, from nothing counted', born, ''],
    ['which of them a changed calendar moves', moved, `; ${moved.result.length} move`],
    ['those counted again', again, ''],
    ['how near the end of each is', states, ''],
  ] as const;
  return rows.map(([name, { ms, onProcessor }, more]) => ({
    name: `${name}, ${appeals.toLocaleString('en')}`,
    value: `${shown(ms)} ms`,
    aim: `< ${AIM_MS.toLocaleString('en')} ms`,
    met: ms < AIM_MS,
    ratio: `on the processor ${shown(onProcessor)} ms${more}`,
  }));
}

function timed<T>(work: () => T): { readonly result: T; readonly ms: number; readonly onProcessor: number } {
  const [began, spent] = [performance.now(), process.cpuUsage()];
  const result = work();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(spent);
  return { result, ms, onProcessor: (user + system) / 1000 };
}
