import type { Appeal } from '../../../src-shared/appeal/model.ts';
import type { AppealStanding } from '../../../src-shared/applicant/queries.ts';
import { type Day, legalDay } from '../../../src-shared/clock.ts';
import { termOfAppeal } from '../../../src-shared/term/appealTerm.ts';
import type { Calendar } from '../../../src-shared/term/calendar.ts';
import { daysLeft } from '../../../src-shared/term/term.ts';
import type { Desk } from '../desk.ts';
import { regionCalendar } from '../term/regionCalendar.ts';
import { operatorNames } from './names.ts';

/** Appeals of one person looked at; the rest is in the list of appeals. */
const LOOKED_AT = 50;
const EXCERPT = 160;

/** Appeals of these cards, own and joined, the overdue ones first, then by their last day. */
export function standingsOf(desk: Desk, cards: readonly { readonly id: string }[]): AppealStanding[] {
  const { applicant } = desk.stores.records;
  const today = legalDay(desk.time.serverMs());
  const nameOf = operatorNames(desk);
  const calendar = regionCalendar(desk);
  const found = new Map<string, AppealStanding>();
  for (const { id } of cards) {
    for (const appeal of applicant.appealsOf(id, LOOKED_AT))
      found.set(appeal.id, standing(appeal, null, today, calendar, nameOf));
    for (const appeal of applicant.joinedBy(id, LOOKED_AT)) {
      const receipt = appeal.coApplicants?.find((other) => other.applicant === id)?.number ?? null;
      if (!found.has(appeal.id)) found.set(appeal.id, standing(appeal, receipt, today, calendar, nameOf));
    }
  }
  return [...found.values()].sort((a, b) => a.daysLeft - b.daysLeft || (a.id < b.id ? 1 : -1));
}

function standing(
  appeal: Appeal,
  receipt: string | null,
  today: Day,
  calendar: Calendar,
  nameOf: (id: string) => string,
): AppealStanding {
  const { id, number, kind, topic, text, urgent, status, registeredAt, assignee, forwardings } = appeal;
  const term = termOfAppeal(appeal, calendar);
  const last = forwardings.at(-1);
  return {
    id,
    number,
    receipt,
    kind,
    topic,
    excerpt: text.slice(0, EXCERPT),
    urgent,
    status,
    registeredAt,
    due: term.due,
    daysLeft: daysLeft(term, today),
    authority: last?.authority ?? null,
    forwardedAt: last?.at ?? null,
    assigneeName: assignee === null ? null : nameOf(assignee),
  };
}
