import type { Day } from '../../../src-shared/clock.ts';
import { bornTerm, type Termed } from '../../../src-shared/term/appealTerm.ts';
import { CALENDAR, type Calendar } from '../../../src-shared/term/calendar.ts';
import { contentOf, type WorkCalendar } from '../../../src-shared/term/workCalendar.ts';
import type { Desk } from '../desk.ts';

/** The calendar last read, by desk: reckoning by the same object finds what was counted before. */
const lastRead = new WeakMap<Desk, { readonly key: string; readonly calendar: Calendar }>();

/** The record of the region's calendar; undefined while it has none of its own. */
export function calendarRecord(desk: Desk): WorkCalendar | undefined {
  const region = desk.stores.intent.enrolment.get()?.region;
  return region === undefined ? undefined : desk.stores.records.record.get('calendar', region);
}

/** What terms are reckoned by here: the region's calendar, or the one of this release. */
export function regionCalendar(desk: Desk): Calendar {
  const record = calendarRecord(desk);
  if (record === undefined) return CALENDAR;
  const key = `${record.revision} ${record.changedAt} ${record.changedBy}`;
  const known = lastRead.get(desk);
  if (known?.key === key) return known.calendar;
  const calendar = contentOf(record);
  lastRead.set(desk, { key, calendar });
  return calendar;
}

/** The last day of an appeal's term; the calendar is read only for what has none stored. */
export function dueOf(desk: Desk, { day, term }: Termed): Day {
  return term?.due ?? bornTerm(day, regionCalendar(desk)).due;
}
