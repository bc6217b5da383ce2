import type { ParsedInputOf } from '../../src-shared/ipc/contract.ts';
import enNotice from '../../src-shared/locale/en/notice.json' with { type: 'json' };
import ruNotice from '../../src-shared/locale/ru/notice.json' with { type: 'json' };
import ukNotice from '../../src-shared/locale/uk/notice.json' with { type: 'json' };
import type { Language } from '../../src-shared/settings/model.ts';

const texts = { uk: ukNotice, ru: ruNotice, en: enNotice };

/** Words of a reminder for the system's own notice: numbers and nothing else, for everybody near the screen reads it. */
export function noticeWords(
  language: Language,
  counts: ParsedInputOf<'notice.system'>,
): { title: string; body: string } {
  const text = texts[language];
  const body = text['system.body'].replace(/\{\{(overdue|today|before)\}\}/g, (_, name: string) =>
    String(counts[name as keyof typeof counts]),
  );
  return { title: text['system.title'], body };
}
