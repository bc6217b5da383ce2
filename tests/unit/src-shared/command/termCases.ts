import { CALENDAR } from '../../../../src-shared/term/calendar.ts';
import type { WorkCalendar } from '../../../../src-shared/term/workCalendar.ts';
import { aCall, aCommand, anAppeal, IDS, type Records, STAFF } from '../builders.ts';
import type { Case } from './cases.ts';

const at = (command: Case['command'], ...records: Records): Case => ({
  command,
  records: [...STAFF, ...records],
});

/** The region's calendar, as a lead saved it. */
export function aCalendar(over: Partial<WorkCalendar> = {}): WorkCalendar {
  const { region, operator } = aCall();
  return {
    ...CALENDAR,
    id: region,
    region,
    revision: 2,
    changedAt: '2026-11-20T10:00:00.000Z',
    changedBy: operator,
    ...over,
  };
}

const byLead = { actor: IDS.lead };
const save = { expected: 2, content: CALENDAR };
const backwards = { ...CALENDAR, martialLaw: [{ from: '2026-12-31', to: '2026-01-01' }] };
const recount = { appeal: IDS.appeal };

export const TERM_APPLIED = {
  'calendar.save': at(aCommand('calendar.save', save, byLead), { calendar: aCalendar() }),
  'appeal.recount': at(aCommand('appeal.recount', recount, byLead), { appeal: anAppeal() }),
};

export const TERM_REFUSED = {
  'calendar.save': {
    calendar_changed: [
      at(aCommand('calendar.save', save, byLead)),
      at(aCommand('calendar.save', { ...save, expected: 1 }, byLead), { calendar: aCalendar() }),
    ],
    calendar_faulty: [
      at(aCommand('calendar.save', { ...save, content: backwards }, byLead), { calendar: aCalendar() }),
    ],
  },
  'appeal.recount': { appeal_unknown: [at(aCommand('appeal.recount', recount, byLead))] },
};
