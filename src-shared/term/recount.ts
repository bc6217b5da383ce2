import { z } from 'zod';
import { AppealId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { isTermRunning } from '../control/life.ts';
import { write } from '../record/model.ts';
import { recounted, termOfAppeal } from './appealTerm.ts';
import { CALENDAR } from './calendar.ts';

/**
 * Counts the term of an appeal again by the region's calendar. The centre counts by the calendar it has then. What has been answered or
 * closed meanwhile keeps its term: nobody loses by having asked.
 */
export const appealRecount = defineCommand({
  kind: 'appeal.recount',
  v: 1,
  payload: z.strictObject({ appeal: AppealId }),
  mayRun: ['lead', 'control', 'admin'],
  refusals: ['appeal_unknown'],
  needsNumber: false,
  reads: ({ appeal }, { region }) => [
    { type: 'appeal', id: appeal },
    { type: 'calendar', id: region },
  ],
  decide(view, { appeal: id }, { command }) {
    const appeal = view.get('appeal', id);
    if (appeal === undefined) return refuse('appeal_unknown');
    const calendar = view.get('calendar', command.region) ?? CALENDAR;
    const before = termOfAppeal(appeal, calendar);
    const term = isTermRunning(appeal.status) ? recounted(before, calendar) : before;
    return {
      ok: true,
      writes: [write('appeal', { ...appeal, term })],
      subject: { type: 'appeal', id },
      data: { due: term.due, before: before.due },
    };
  },
});
