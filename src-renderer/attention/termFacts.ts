import type { i18n } from 'i18next';
import type { AttentionItem } from '../../src-shared/attention/queries.ts';
import type { CalendarContent } from '../../src-shared/term/workCalendar.ts';
import type { Fact } from './fact.ts';

/** Words for the commands of the calendar and of terms; null for any other kind. */
export function termFacts(
  texts: i18n,
  { kind, payload }: Pick<AttentionItem, 'kind' | 'payload'>,
): Fact[] | null {
  const t = texts.t as unknown as (key: string, values?: Record<string, unknown>) => string;
  if (kind === 'appeal.recount') return [];
  if (kind !== 'calendar.save') return null;
  const { holidays, days, martialLaw, rules } = payload.content as CalendarContent;
  return [
    { label: t('calendar:title'), value: t('calendar:revision', { count: Number(payload.expected) + 1 }) },
    { label: t('calendar:holidays'), value: String(holidays.length) },
    { label: t('calendar:days'), value: String(days.length) },
    { label: t('calendar:martialLaw'), value: String(martialLaw.length) },
    { label: t('calendar:rules'), value: String(rules.length) },
  ];
}
