import type { i18n } from 'i18next';
import type { Language } from '../../src-shared/settings/model.ts';
import { type Calendar, type DayKind, dayKind, holidayName } from '../../src-shared/term/calendar.ts';

/** What a day is, with its reason: `вихідний`, `свято: Різдво`, `робочий за наказом: …`. */
export function kindWords(texts: i18n, day: string, calendar: Calendar): string {
  const t = texts.t as unknown as (key: string, values?: Record<string, unknown>) => string;
  const kind: DayKind = dayKind(day, calendar);
  return t(`calendar:kind.${kind.kind}`, {
    holiday: 'holiday' in kind ? holidayName(kind.holiday, texts.language as Language, calendar) : '',
    reason: 'reason' in kind ? kind.reason : '',
  });
}
