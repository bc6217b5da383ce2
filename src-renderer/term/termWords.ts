import type { i18n } from 'i18next';
import type { Language } from '../../src-shared/settings/model.ts';
import type { ExplainedTerm } from '../../src-shared/term/appealTerm.ts';
import { CALENDAR, type Calendar, type DayOff, holidayName } from '../../src-shared/term/calendar.ts';
import type { Term } from '../../src-shared/term/term.ts';
import type { RuleVersion } from '../../src-shared/term/workCalendar.ts';
import { formatOf } from '../ui/format.ts';

type T = (key: string, values?: Record<string, unknown>) => string;

/** How long a term is: `один місяць`, `15 днів`, `5 робочих днів`, `24 години`. */
export function amountWords(texts: i18n, { months, days, hours, minutes, unit }: RuleVersion): string {
  const t = texts.t as unknown as T;
  if (months !== null) {
    const isYears = months > 0 && months % 12 === 0;
    return isYears
      ? t('term:amount.years', { count: months / 12 })
      : t('term:amount.months', { count: months });
  }
  if (days !== null)
    return t(unit === 'working' ? 'term:amount.working' : 'term:amount.days', { count: days });
  if (hours !== null)
    return t(unit === 'working' ? 'term:amount.openHours' : 'term:amount.hours', { count: hours });
  return t(unit === 'working' ? 'term:amount.openMinutes' : 'term:amount.minutes', { count: minutes ?? 0 });
}

/** What a rule rests on: an article of a law, an instruction, a rule of the house. */
export function actWords(texts: i18n, { act, article }: Pick<RuleVersion, 'act' | 'article'>): string {
  const t = texts.t as unknown as T;
  return t(`term:act.${act}`, { article });
}

/** A term on one line: `Строк: один місяць, до 25.12.2026`. */
export function termLine(texts: i18n, { rule, due }: Pick<Term, 'rule' | 'due'>): string {
  const t = texts.t as unknown as T;
  const { day } = formatOf(texts.language as Language);
  return t('term:line', { amount: amountWords(texts, rule), due: day(due) });
}

/** The term of an appeal on one line, an extension reckoned in. */
export function appealTermLine(texts: i18n, { term, counted }: ExplainedTerm): string {
  const t = texts.t as unknown as T;
  if (counted !== null && term.extensions.length === 0)
    return termLine(texts, { rule: counted.rule, due: term.due });
  return t('term:until', { due: formatOf(texts.language as Language).day(term.due) });
}

/** Why a day does not count. */
function offWords(texts: i18n, day: string, off: DayOff, calendar: Calendar): string {
  const t = texts.t as unknown as T;
  const language = texts.language as Language;
  return t(`term:why.${off.kind}`, {
    day: formatOf(language).weekday(day),
    holiday: 'holiday' in off ? holidayName(off.holiday, language, calendar) : '',
    reason: 'reason' in off ? off.reason : '',
  });
}

/** Why a term ends on its day, a sentence a step. */
export function termReasons(texts: i18n, term: Term, calendar: Calendar = CALENDAR): string[] {
  const t = texts.t as unknown as T;
  const language = texts.language as Language;
  const { day, weekday } = formatOf(language);
  const { rule, received, counted, isMonthShort, skipped, movedOver, workedHoliday, due } = term;
  const holiday = (id: string) => holidayName(id, language, calendar);
  return [
    t('term:why.start', { day: day(received) }),
    t('term:why.rule', {
      act: actWords(texts, rule),
      amount: amountWords(texts, rule),
      day: weekday(counted),
    }),
    ...(skipped.length > 0 ? [t('term:why.skipped', { count: skipped.length })] : []),
    ...(isMonthShort ? [t('term:why.shortMonth')] : []),
    ...movedOver.map((over) => offWords(texts, over.day, over.off, calendar)),
    ...(movedOver.length > 0 ? [t('term:why.moved', { day: weekday(due) })] : []),
    ...(workedHoliday === null
      ? []
      : [t('term:why.worked', { day: day(counted), holiday: holiday(workedHoliday) })]),
  ];
}

/** Why the term of an appeal ends on its day: counting, what a head extended, and whether the calendar has been changed since. */
export function appealTermReasons(texts: i18n, explained: ExplainedTerm, calendar: Calendar): string[] {
  const t = texts.t as unknown as T;
  const { day } = formatOf(texts.language as Language);
  const { term, counted, isFormer } = explained;
  return [
    ...(counted === null ? [] : termReasons(texts, counted, calendar)),
    ...(isFormer ? [t('term:why.former', { day: day(term.due) })] : []),
    ...term.extensions.map(({ to, reason, decidedBy, notice }) =>
      t('term:why.extended', { day: day(to), reason, decidedBy, notice }),
    ),
  ];
}
