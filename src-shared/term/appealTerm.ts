import type { Day } from '../clock.ts';
import type { AppealTerm } from '../control/course.ts';
import type { Calendar } from './calendar.ts';
import { ruleOn, type Term, TermId, termBy, termOf } from './term.ts';
import type { RuleVersion } from './workCalendar.ts';

/** What a term is asked of: the appeal, as far as it matters. */
export interface Termed {
  /** Legal day of registration. */
  readonly day: Day;
  readonly term?: AppealTerm | undefined;
}

/** The term an appeal is born with. */
export function bornTerm(received: Day, calendar: Calendar, id: TermId = 'appeal_general'): AppealTerm {
  const { rule, due, control } = termOf(id, received, calendar);
  return { rule: id, ruleFrom: rule.from, received, due, control, extensions: [] };
}

/** The term an appeal has: as it was reckoned last, or by the calendar for what is older than calendars are. */
export function termOfAppeal({ day, term }: Termed, calendar: Calendar): AppealTerm {
  return term ?? bornTerm(day, calendar);
}

/** A term reckoned again by a calendar, by the version that holds for its day of receipt. What a head has extended is not taken back. */
export function recounted(term: AppealTerm, calendar: Calendar): AppealTerm {
  const again = bornTerm(term.received, calendar, TermId.parse(term.rule));
  const extended = term.extensions.at(-1)?.to;
  if (extended === undefined) return again;
  const isExtended = extended > again.due;
  return {
    ...again,
    due: isExtended ? extended : again.due,
    control: isExtended ? term.control : again.control,
    extensions: term.extensions,
  };
}

/** Whether a calendar gives a term another last day. */
export function isMoved(term: AppealTerm, calendar: Calendar): boolean {
  if (term.extensions.length > 0) return recounted(term, calendar).due !== term.due;
  const { due, control } = termOf(TermId.parse(term.rule), term.received, calendar);
  return due !== term.due || control !== term.control;
}

/** The version a term was born with; the one that holds for its day when the calendar has lost that. */
export function ruleOf(
  { rule, ruleFrom, received }: AppealTerm,
  calendar: Calendar,
): RuleVersion | undefined {
  return (
    calendar.rules.find(({ id, from }) => id === rule && from === ruleFrom) ??
    ruleOn(rule, received, calendar)
  );
}

/** How the last day of an appeal came about; `isFormer`: by a calendar that has been changed since. */
export interface ExplainedTerm {
  readonly term: AppealTerm;
  /** Null when no calendar explains it any more. */
  readonly counted: Term | null;
  readonly isFormer: boolean;
}

/** Every step of an appeal's term, to be put in words. */
export function explained(appeal: Termed, calendar: Calendar): ExplainedTerm {
  const term = termOfAppeal(appeal, calendar);
  const rule = ruleOf(term, calendar);
  const counted = rule === undefined ? null : termBy(rule, term.received, calendar);
  const isFormer = counted === null || (term.extensions.length === 0 && counted.due !== term.due);
  return { term, counted, isFormer };
}

/** How near the end of a term is. `soon`: within three days. */
export const DUE_STATES = ['overdue', 'today', 'soon', 'week', 'later'] as const;
export type DueState = (typeof DUE_STATES)[number];
export const SOON_DAYS = 3;
export const WEEK_DAYS = 7;

/** @param left days until the end of the last day, negative when it is over */
export function dueState(left: number): DueState {
  if (left < 0) return 'overdue';
  if (left === 0) return 'today';
  if (left <= SOON_DAYS) return 'soon';
  return left <= WEEK_DAYS ? 'week' : 'later';
}
