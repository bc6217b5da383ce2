import { type Day, legalDay } from '../../../src-shared/clock.ts';
import type { Operator } from '../../../src-shared/operator/model.ts';
import { isOpenAt } from '../../../src-shared/term/moment.ts';
import type { ReminderGroup, TermReminder } from '../../../src-shared/term/queries.ts';
import { lastTold, reminderStep, stepKey, workingDaysLeft } from '../../../src-shared/term/reminder.ts';
import type { Desk } from '../desk.ts';
import { endOf } from './dueList.ts';
import { regionCalendar } from './regionCalendar.ts';

/** Who answers for appeals that nobody has. */
const OF_NOBODY: readonly Operator['role'][] = ['lead', 'control'];

const FIRST_DAY = '0001-01-01';
/** One message is of so many terms of one person at most: it tells to look, and the list has them all. */
const MOST_TOLD = 500;

/** Reminders of terms: one message a person of everything that has come up, each thing once, never at night or on a day off. */
export interface Reminders {
  due(me: Operator): TermReminder | null;
  /** It was shown; from now on it is not told again on this workstation. */
  told(me: Operator, key: string): void;
}

export function createReminders(desk: Desk): Reminders {
  let last: { readonly key: string; readonly steps: readonly string[] } | null = null;

  return {
    due(me) {
      const nowMs = desk.time.serverMs();
      const calendar = regionCalendar(desk);
      if (!isOpenAt(nowMs, calendar)) return null;
      const today = legalDay(nowMs);
      const groups = new Map<string, ReminderGroup>();
      const steps: string[] = [];
      for (const { id, due } of latestEnds(desk, me, lastTold(today, calendar))) {
        const step = reminderStep(due, today, calendar);
        if (step === null) continue;
        const name = stepKey(id, due, today, step);
        if (desk.stores.intent.notice.hasSeen(me.id, name)) continue;
        steps.push(name);
        const days = step.kind === 'before' ? workingDaysLeft(today, due, calendar) : 0;
        const group = `${step.kind}:${days}`;
        groups.set(group, { kind: step.kind, days, count: (groups.get(group)?.count ?? 0) + 1 });
      }
      if (steps.length === 0) return null;
      // Asked again before it was shown, it is the same message.
      if (last === null || last.steps.join() !== steps.join()) last = { key: desk.newId(), steps };
      return { key: last.key, groups: [...groups.values()].sort(byUrgency) };
    },
    told(me, key) {
      if (last?.key !== key) return;
      const { steps } = last;
      desk.stores.intent.transact(() => {
        for (const step of steps) desk.stores.intent.notice.see(me.id, step, desk.time.now());
      });
      last = null;
    },
  };
}

/** Open terms of whoever answers for them that end until a day, the latest ones of very many. */
function latestEnds(desk: Desk, me: Operator, until: Day): { readonly id: string; readonly due: Day }[] {
  const { appealDue } = desk.stores.records;
  const calendar = regionCalendar(desk);
  const owners: (string | null)[] = [me.id, ...(OF_NOBODY.includes(me.role) ? [null] : [])];
  const stored = owners.flatMap((owner) => appealDue.latestOf(owner, FIRST_DAY, until, MOST_TOLD));
  const old = appealDue.unstored().filter(({ assignee }) => owners.includes(assignee));
  return [...stored, ...old]
    .map((end) => ({ id: end.id, due: endOf(end, calendar) }))
    .filter(({ due }) => due <= until)
    .sort((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1));
}

const KINDS: readonly ReminderGroup['kind'][] = ['overdue', 'today', 'before'];

function byUrgency(a: ReminderGroup, b: ReminderGroup): number {
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.days - b.days;
}
