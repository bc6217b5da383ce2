import type { i18n } from 'i18next';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import { classifierName } from '../../src-shared/catalog/classifier.ts';
import type { HistoryEntry } from '../../src-shared/history/model.ts';
import type { Language } from '../../src-shared/settings/model.ts';
import { formatOf } from '../ui/format.ts';

/** Key and words of a line of an appeal's history on control; null for any other kind. */
export function controlSentence(
  texts: i18n,
  { kind, data }: Pick<HistoryEntry, 'kind' | 'data'>,
): { readonly key: string; readonly words: Record<string, unknown> } | null {
  const t = texts.t as unknown as (key: string) => string;
  const language = texts.language as Language;
  const { day } = formatOf(language);
  const words: Record<string, unknown> = {};
  if (typeof data.authority === 'string') words.authority = authorityName(data.authority, language);
  if (typeof data.result === 'string') words.result = classifierName(data.result, language);
  switch (kind) {
    case 'execution.contact':
      words.contact = t(`control:contact.${String(data.contact)}`);
      words.channel = t(`appeal:channel.${String(data.channel)}`);
      break;
    case 'response.record':
      if (data.isInterim === true) return { key: 'history:response.record.interim', words };
      break;
    case 'response.return':
      words.due = day(String(data.due));
      break;
    case 'appeal.extendTerm':
      words.from = day(String(data.from));
      words.to = day(String(data.to));
      break;
    case 'appeal.close':
      words.ending = t(`control:ending.${String(data.ending)}`);
      break;
    case 'appeal.verdict':
      words.verdict = t(`control:verdict.${String(data.verdict)}`);
      if (data.isBack === true) return { key: 'history:appeal.verdict.back', words };
      break;
    case 'appeal.removeFromControl':
      if (data.note !== '') return { key: 'history:appeal.removeFromControl.noted', words };
      break;
    case 'execution.notOurs':
    case 'execution.recall':
    case 'appeal.reopen':
      break;
    default:
      return null;
  }
  return { key: `history:${kind}`, words };
}
