import type { i18n } from 'i18next';
import type { AttentionItem } from '../../src-shared/attention/queries.ts';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import { classifierName } from '../../src-shared/catalog/classifier.ts';
import type { Language } from '../../src-shared/settings/model.ts';
import { formatOf } from '../ui/format.ts';
import type { Fact } from './fact.ts';

/** Words for the commands of an appeal's life on control; null for any other kind. */
export function controlFacts(
  texts: i18n,
  { kind, payload }: Pick<AttentionItem, 'kind' | 'payload'>,
): Fact[] | null {
  const t = texts.t as unknown as (key: string, values?: Record<string, unknown>) => string;
  const language = texts.language as Language;
  const { day } = formatOf(language);
  const fact = (label: string, value: string): Fact[] => (value === '' ? [] : [{ label: t(label), value }]);
  const said = (label: string, key: string) => fact(label, String(payload[key] ?? ''));
  switch (kind) {
    case 'execution.contact':
      return [
        ...fact('control:contact', t(`control:contact.${String(payload.kind)}`)),
        ...fact('appeal:forward.channel', t(`appeal:channel.${String(payload.channel)}`)),
        ...(payload.kind === 'escalation'
          ? fact(
              'control:to',
              payload.to === null ? t('control:toLead') : authorityName(String(payload.to), language),
            )
          : []),
        ...said('control:note', 'note'),
      ];
    case 'execution.notOurs':
    case 'execution.recall':
    case 'appeal.reopen':
      return said('control:reason', 'reason');
    case 'response.record':
      return responseFacts(t, language, payload.response as Record<string, unknown>);
    case 'response.return':
      return [...said('control:reason', 'reason'), ...fact('control:due', day(String(payload.due)))];
    case 'appeal.extendTerm':
      return [
        ...fact('control:due', day(String(payload.to))),
        ...said('control:reason', 'reason'),
        ...said('control:decidedBy', 'decidedBy'),
        ...said('control:notice', 'notice'),
      ];
    case 'appeal.close':
      return [
        ...fact('control:result', classifierName(String(payload.result), language)),
        ...fact('control:ending', t(`control:ending.${String(payload.ending)}`)),
        ...said('control:answer', 'answer'),
        ...fact(
          'control:promisedFor',
          payload.promisedFor === undefined ? '' : day(String(payload.promisedFor)),
        ),
      ];
    case 'appeal.verdict':
      return [
        ...fact('control:verdict', t(`control:verdict.${String(payload.verdict)}`)),
        ...said('control:note', 'note'),
      ];
    case 'appeal.removeFromControl':
      return said('control:note', 'note');
    default:
      return null;
  }
}

function responseFacts(
  t: (key: string) => string,
  language: Language,
  response: Record<string, unknown>,
): Fact[] {
  const result =
    response.result === null ? t('control:interim') : classifierName(String(response.result), language);
  const all = [
    { label: t('control:receivedOn'), value: formatOf(language).day(String(response.receivedOn)) },
    { label: t('control:number'), value: String(response.number) },
    { label: t('control:result'), value: result },
    { label: t('control:answer'), value: String(response.text) },
  ];
  return all.filter(({ value }) => value !== '');
}
