import { z } from 'zod';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { calendarFault } from './faults.ts';
import { CalendarContent, contentOf } from './workCalendar.ts';

/** Puts the region's calendar and rules of terms in place of the former ones. Appeals keep their terms until they are counted again. */
export const calendarSave = defineCommand({
  kind: 'calendar.save',
  v: 2,
  payload: z.strictObject({
    /** The revision its author saw; 0 while the region has none of its own. */
    expected: z.int().nonnegative(),
    content: CalendarContent,
  }),
  mayRun: ['lead', 'admin'],
  refusals: ['calendar_changed', 'calendar_faulty'],
  needsNumber: false,
  reads: (_payload, { region }) => [{ type: 'calendar', id: region }],
  decide(view, { expected, content }, { command, at }) {
    const { region, actor } = command;
    const before = view.get('calendar', region);
    if ((before?.revision ?? 0) !== expected) return refuse('calendar_changed');
    const fault = calendarFault(content);
    if (fault !== null) return refuse('calendar_faulty', { fault: fault.fault, what: fault.what });
    const revision = expected + 1;
    const saved = { ...contentOf(content), id: region, region, revision, changedAt: at, changedBy: actor };
    return {
      ok: true,
      writes: [write('calendar', saved)],
      subject: { type: 'calendar', id: region },
      data: { revision },
    };
  },
});
