import { type Day, legalDay } from '../../../src-shared/clock.ts';
import { owesAnswer } from '../../../src-shared/control/parts.ts';
import { SOON_DAYS, WEEK_DAYS } from '../../../src-shared/term/appealTerm.ts';
import { addDays, daysBetween } from '../../../src-shared/term/calendar.ts';
import {
  OWED_SHOWN,
  type OwedAnswer,
  type OwingBody,
  type TermOwed,
} from '../../../src-shared/term/queries.ts';
import type { Desk } from '../desk.ts';
import { openEnds } from './dueList.ts';

/**
 * term.owed: which bodies owe an answer whose term is over or near, the most overdue first; all of one body together, so that it is rung once
 * about everything. What was forwarded before bodies' parts were kept has none.
 */
export function listOwed(desk: Desk): TermOwed {
  const { appealDue, record } = desk.stores.records;
  const today = legalDay(desk.time.serverMs());
  const ends = openEnds(desk, '0001-01-01', addDays(today, WEEK_DAYS));
  const bodies = new Map<string, OwedAnswer[]>();
  for (const appeal of appealDue.appealsOf(ends.slice(0, OWED_SHOWN).map(({ id }) => id))) {
    for (const { execution: id } of appeal.forwardings) {
      const part = id === undefined ? undefined : record.get('execution', id);
      if (part === undefined || !owesAnswer(part)) continue;
      const reminders = part.contacts.filter(({ kind }) => kind === 'reminder' || kind === 'escalation');
      const answer: OwedAnswer = {
        appeal: appeal.id,
        execution: part.id,
        number: appeal.number,
        topic: appeal.topic,
        urgent: appeal.urgent,
        state: part.state,
        due: part.due,
        reminders: reminders.length,
        remindedAt: reminders.at(-1)?.at ?? null,
      };
      bodies.set(part.authority, [...(bodies.get(part.authority) ?? []), answer]);
    }
  }
  const owing = [...bodies].map(([authority, answers]) => bodyOf(authority, answers, today));
  owing.sort((a, b) => b.overdue - a.overdue || b.near - a.near || (a.authority < b.authority ? -1 : 1));
  return { today, bodies: owing, isCut: ends.length > OWED_SHOWN };
}

function bodyOf(authority: string, answers: readonly OwedAnswer[], today: Day): OwingBody {
  const left = (answer: OwedAnswer) => daysBetween(today, answer.due);
  return {
    authority,
    overdue: answers.filter((answer) => left(answer) < 0).length,
    near: answers.filter((answer) => left(answer) >= 0 && left(answer) <= SOON_DAYS).length,
    answers: answers.toSorted((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1)),
  };
}
