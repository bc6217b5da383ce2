import type { i18n } from 'i18next';
import type { Language } from '../../src-shared/settings/model.ts';
import type { EarlierAppeal, SignProposal } from '../../src-shared/sign/queries.ts';
import { formatOf } from '../ui/format.ts';

type T = (key: string, values?: Record<string, unknown>) => string;

/** Why a sign is proposed, with the earlier appeal, as one sentence. */
export function signReason(texts: i18n, { reason, earlier, same, people }: SignProposal): string {
  const t = texts.t as unknown as T;
  if (earlier === null) return t(`sign:why.${reason}`, { count: people });
  const { moment, day } = formatOf(texts.language as Language);
  const values = {
    number: earlier.number,
    registered: moment(earlier.registeredAt, Date.now()),
    due: day(earlier.due),
    answered: earlier.told === null ? '' : moment(earlier.told.at, Date.now()),
  };
  const why = t(`sign:why.${reason}`, values);
  return same === 'likely' ? t('sign:likely', { why }) : why;
}

/** Whether the term of an earlier appeal was kept: `Строк до 14.11 минув без відповіді`. */
export function termSentence(texts: i18n, { term, due, told }: EarlierAppeal): string {
  const t = texts.t as unknown as T;
  const isAnswered = told?.kind === 'answer';
  const key = term === 'missed' && isAnswered ? 'late' : term;
  return t(`sign:term.${key}`, { due: formatOf(texts.language as Language).day(due) });
}
