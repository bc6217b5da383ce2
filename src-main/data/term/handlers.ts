import type { OutputOf, ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import type { Answer } from '../../../src-shared/ipc/envelope.ts';
import { err, ok } from '../../../src-shared/result.ts';
import { calendarFault } from '../../../src-shared/term/faults.ts';
import { contentOf } from '../../../src-shared/term/workCalendar.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';
import { breathing } from '../query/browseAppeals.ts';
import { operatorNames } from '../query/names.ts';
import { listTerms } from './dueList.ts';
import { listOwed } from './owed.ts';
import { previewCalendar } from './preview.ts';
import { calendarRecord, regionCalendar } from './regionCalendar.ts';
import { createReminders } from './reminders.ts';

/** The calendar, the terms that run, and what somebody is to be reminded of. */
export function termHandlers(parts: HandlerParts) {
  const { desk, sync } = parts;
  const reminders = createReminders(desk);
  return {
    'calendar.get': () =>
      signedIn(parts, () => {
        const record = calendarRecord(desk);
        return ok({
          content: contentOf(regionCalendar(desk)),
          revision: record?.revision ?? 0,
          changedAt: record?.changedAt ?? null,
          changedByName: record === undefined ? null : operatorNames(desk)(record.changedBy),
        });
      }),
    async 'calendar.preview'({
      content,
    }: ParsedInputOf<'calendar.preview'>): Promise<Answer<OutputOf<'calendar.preview'>>> {
      const me = signedIn(parts, ({ operator }) => ok(operator));
      if (!me.ok) return me;
      const fault = calendarFault(content);
      if (fault !== null)
        return err({ code: 'calendar_faulty', data: { fault: fault.fault, what: fault.what } });
      return ok(await previewCalendar(desk, content, breathing(desk)));
    },
    'term.list': (input: ParsedInputOf<'term.list'>) =>
      signedIn(parts, ({ operator }) =>
        ok(listTerms(desk, (seq) => sync.isInFlight(seq), operator.id, input)),
      ),
    'term.owed': () => signedIn(parts, () => ok(listOwed(desk))),
    'term.reminder': () => signedIn(parts, ({ operator }) => ok({ reminder: reminders.due(operator) })),
    'term.reminded': ({ key }: ParsedInputOf<'term.reminded'>) =>
      signedIn(parts, ({ operator }) => {
        reminders.told(operator, key);
        return ok({});
      }),
  };
}
