import type { i18n } from 'i18next';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import type { RefusalData } from '../../src-shared/command/outcome.ts';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import type { Language } from '../../src-shared/settings/model.ts';
import { termName } from '../../src-shared/term/termName.ts';
import { fieldLabel } from './fieldWords.ts';
import { formatOf } from './format.ts';

/** Turns the ids in a refusal's data into words; operators by the names the caller knows. */
function inWords(
  texts: i18n,
  data: RefusalData,
  names: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const t = texts.t as unknown as (key: string, values?: Record<string, unknown>) => string;
  const words: Record<string, unknown> = { ...data };
  if ('assignee' in data) words.assignee = names[String(data.assignee)] ?? t('appeal:nobody');
  if (typeof data.authority === 'string')
    words.authority = authorityName(data.authority, texts.language as Language);
  if (typeof data.status === 'string') words.status = t(`appeal:status.${data.status}`);
  for (const key of ['due', 'day', 'latest'])
    if (typeof data[key] === 'string') words[key] = formatOf(texts.language as Language).day(data[key]);
  if (typeof data.role === 'string' && texts.exists(`role:${data.role}`)) words.role = t(`role:${data.role}`);
  if (typeof data.field === 'string') words.field = fieldLabel(texts, data.field);
  if ('owner' in data)
    words.owner = data.owner === null ? t('promise:owner.shift') : (names[String(data.owner)] ?? '…');
  if ('by' in data) words.by = names[String(data.by)] ?? '…';
  if (typeof data.fault === 'string') {
    const rule = termName(String(data.what), texts.language as Language);
    words.words = t(`calendar:fault.${data.fault}`, { what: data.what, rule });
  }
  if (typeof data.at === 'string')
    words.at = formatOf(texts.language as Language).moment(data.at, Date.now());
  return words;
}

/** A refusal of a rule as a sentence; one that a newer server invented is said to be so. */
export function refusalText(
  texts: i18n,
  code: string,
  data: RefusalData = {},
  names: Readonly<Record<string, string>> = {},
): string {
  const t = texts.t as unknown as (key: string, values?: Record<string, unknown>) => string;
  const key = texts.exists(`refusal:${code}`) ? `refusal:${code}` : 'refusal:unknown';
  return t(key, inWords(texts, data, names));
}

/** Why a call between window and data process has no value, as a sentence. */
export function problemText(
  texts: i18n,
  problem: Problem,
  names: Readonly<Record<string, string>> = {},
): string {
  const t = texts.t as unknown as (key: string, values?: Record<string, unknown>) => string;
  if (texts.exists(`problem:${problem.code}`)) return t(`problem:${problem.code}`, problem.data);
  if (texts.exists(`refusal:${problem.code}`)) return refusalText(texts, problem.code, problem.data, names);
  return t('problem:internal');
}
