import type { i18n } from 'i18next';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import type { HistoryEntry } from '../../src-shared/history/model.ts';
import type { Language } from '../../src-shared/settings/model.ts';

/** What happened to a record as one sentence, people by name: `Шевчук Ірина: передано, Коваль Олена → Бондар Тарас`. */
export function historySentence(
  texts: i18n,
  entry: Pick<HistoryEntry, 'kind' | 'actor' | 'data'>,
  names: Readonly<Record<string, string>>,
): string {
  const t = texts.t as unknown as (key: string, values?: Record<string, unknown>) => string;
  const person = (id: unknown) => (typeof id === 'string' ? (names[id] ?? '…') : t('appeal:nobody'));
  const { data } = entry;
  const values: Record<string, unknown> = { ...data, actor: person(entry.actor) };
  if (entry.kind === 'appeal.assign') Object.assign(values, { from: person(data.from), to: person(data.to) });
  if (entry.kind === 'appeal.forward') {
    values.authority = authorityName(String(data.authority), texts.language as Language);
    values.channel = t(`appeal:channel.${String(data.channel)}`);
  }
  const key = texts.exists(`history:${entry.kind}`) ? `history:${entry.kind}` : 'history:other';
  return t(key, values);
}
