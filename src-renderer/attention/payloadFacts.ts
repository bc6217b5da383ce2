import type { i18n } from 'i18next';
import type { AppealCard } from '../../src-shared/appeal/model.ts';
import { applicantName } from '../../src-shared/applicant/model.ts';
import type { NoteLine } from '../../src-shared/call/model.ts';
import { notesText } from '../../src-shared/call/notes.ts';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { commandSpec } from '../../src-shared/command/registry.ts';
import type { Language } from '../../src-shared/settings/model.ts';

/** One thing a command says, in words. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Words for what a command carries, so that nothing in it is lost to its reader; empty for a kind we do not know. */
export function payloadFacts(
  texts: i18n,
  kind: string,
  payload: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, string>>,
): Fact[] {
  const t = texts.t as unknown as (key: string) => string;
  const language = texts.language as Language;
  if (commandSpec(kind)?.payload.safeParse(payload).success !== true) return [];
  const fact = (label: string, value: string): Fact => ({ label: t(label), value });
  const person = (id: unknown) => (id === null ? t('appeal:nobody') : (names[String(id)] ?? '…'));
  switch (kind) {
    case 'appeal.register':
      return cardFacts(payload.card as AppealCard, fact, t, language);
    case 'appeal.assign':
      return [fact('appeal:assign.to', person(payload.to))];
    case 'appeal.forward':
      return [
        fact('appeal:forward.authority', authorityName(String(payload.authority), language)),
        fact('appeal:forward.channel', t(`appeal:channel.${String(payload.channel)}`)),
        ...written(fact('appeal:forward.note', String(payload.note))),
      ];
    case 'consultation.record':
      return [
        ...written(fact('consultation:topic', topicName(String(payload.topic), language))),
        ...written(fact('consultation:answer', String(payload.answer))),
      ];
    case 'call.note':
      return [fact('call:pad', notesText(payload.lines as NoteLine[]))];
    case 'call.start':
    case 'call.finish':
      return written(fact('call:phone', String(payload.phoneRaw)));
    default:
      return [];
  }
}

function written(fact: Fact): Fact[] {
  return fact.value === '' ? [] : [fact];
}

function cardFacts(
  card: AppealCard,
  fact: (label: string, value: string) => Fact,
  t: (key: string) => string,
  language: Language,
): Fact[] {
  const { settlement, street } = card.applicant.address;
  return [
    fact('applicant:title', applicantName(card.applicant) || t('applicant:anonymous')),
    ...written(fact('applicant:address', [settlement, street].filter((part) => part !== '').join(', '))),
    ...(card.kind === null ? [] : [fact('appeal:kind', t(`appeal:kind.${card.kind}`))]),
    ...written(fact('appeal:topic', topicName(card.topic, language))),
    fact('appeal:text', card.text),
  ];
}
