import type { i18n } from 'i18next';
import type { Language } from '../../src-shared/settings/model.ts';
import { holidayName } from '../../src-shared/term/calendar.ts';
import type { Term, TermRule } from '../../src-shared/term/term.ts';
import { formatOf } from '../ui/format.ts';

type T = (key: string, values?: Record<string, unknown>) => string;

/** How long a term is: `один місяць`, `15 днів`. */
function amountWords(texts: i18n, { months, days }: TermRule): string {
  const t = texts.t as unknown as T;
  return months === null
    ? t('term:amount.days', { count: days ?? 0 })
    : t('term:amount.months', { count: months });
}

/** A term on one line: `Строк: один місяць, до 25.12.2026`. */
export function termLine(texts: i18n, { rule, due }: Term): string {
  const t = texts.t as unknown as T;
  const { day } = formatOf(texts.language as Language);
  return t('term:line', { amount: amountWords(texts, rule), due: day(due) });
}

/** Why a term ends on its day, a sentence a step. */
export function termReasons(texts: i18n, term: Term): string[] {
  const t = texts.t as unknown as T;
  const language = texts.language as Language;
  const { day, weekday } = formatOf(language);
  const { rule, received, counted, isMonthShort, movedOver, workedHoliday, due } = term;
  const amount = amountWords(texts, rule);
  return [
    t('term:why.start', { day: day(received) }),
    t('term:why.rule', { article: rule.article, amount, day: weekday(counted) }),
    ...(isMonthShort ? [t('term:why.shortMonth')] : []),
    ...movedOver.map(({ day: over, off }) =>
      t(`term:why.${off.kind}`, {
        day: weekday(over),
        holiday: off.kind === 'weekend' ? '' : holidayName(off.holiday, language),
      }),
    ),
    ...(movedOver.length > 0 ? [t('term:why.moved', { day: weekday(due) })] : []),
    ...(workedHoliday === null
      ? []
      : [t('term:why.worked', { day: day(counted), holiday: holidayName(workedHoliday, language) })]),
  ];
}
