import type { i18n } from 'i18next';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import type { HistoryEntry } from '../../src-shared/history/model.ts';
import type { Language } from '../../src-shared/settings/model.ts';
import { controlSentence } from '../control/controlSentence.ts';
import { fieldLabels } from '../ui/fieldWords.ts';
import { formatOf } from '../ui/format.ts';

/** Kinds whose line names from whom and to whom. */
const PASSED_ON = ['appeal.assign', 'promise.pass', 'draft.hand', 'draft.accept'];

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
  if (PASSED_ON.includes(entry.kind)) {
    const owner = (id: unknown) =>
      id === null && entry.kind !== 'appeal.assign' ? t('promise:owner.shift') : person(id);
    Object.assign(values, { from: owner(data.from), to: owner(data.to) });
  }
  if (entry.kind === 'appeal.forward') {
    values.authority = authorityName(String(data.authority), texts.language as Language);
    values.channel = t(`appeal:channel.${String(data.channel)}`);
  }
  const onControl = controlSentence(texts, entry);
  if (onControl !== null) return t(onControl.key, { ...values, ...onControl.words });
  if (typeof data.fields === 'string') values.fields = fieldLabels(texts, named(data.fields));
  if (typeof data.conflicts === 'string') values.conflicts = fieldLabels(texts, named(data.conflicts));
  if (typeof data.author === 'string') values.author = person(data.author);
  if (entry.kind === 'conflict.resolve')
    values.choice = t(`history:conflict.choice.${String(data.choice)}`, { author: person(data.author) });
  if (entry.kind === 'attention.settle') {
    const what = `attention:kind.${String(data.kind)}`;
    values.what = t(texts.exists(what) ? what : 'attention:kind.other');
    values.way = t(`history:attention.way.${String(data.way)}`);
  }
  if (entry.kind === 'appeal.register' && typeof data.takenAt === 'string') {
    const takenAt = formatOf(texts.language as Language).moment(data.takenAt, 0);
    return t('history:appeal.register.paper', { ...values, takenAt });
  }
  if (entry.kind === 'appeal.recount') {
    const { day } = formatOf(texts.language as Language);
    const days = { ...values, due: day(String(data.due)), before: day(String(data.before)) };
    return t(data.due === data.before ? 'history:appeal.recount.same' : 'history:appeal.recount', days);
  }
  if (entry.kind === 'applicant.protect' && data.isProtected === false)
    return t('history:applicant.protect.off', values);
  if (entry.kind === 'problem.attach' && data.joins === false) return t('history:problem.attach.out', values);
  const key = texts.exists(`history:${entry.kind}`) ? `history:${entry.kind}` : 'history:other';
  return t(entry.kind === 'appeal.amend' ? amendKey(data) : key, values);
}

/** Names out of a list written with commas; none out of an empty one. */
function named(list: string): string[] {
  return list === '' ? [] : list.split(',');
}

/** Whether everything was written, everything waits for a choice, or some of both. */
function amendKey({ fields, conflicts }: HistoryEntry['data']): string {
  if (conflicts === '') return 'history:appeal.amend';
  return fields === '' ? 'history:appeal.amend.conflicted' : 'history:appeal.amend.both';
}
