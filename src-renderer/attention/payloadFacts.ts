import type { i18n } from 'i18next';
import { readCardField } from '../../src-shared/appeal/cardFields.ts';
import type { AmendField } from '../../src-shared/appeal/fields.ts';
import type { AppealCard } from '../../src-shared/appeal/model.ts';
import { applicantName } from '../../src-shared/applicant/model.ts';
import type { AttentionItem } from '../../src-shared/attention/queries.ts';
import type { NoteLine } from '../../src-shared/call/model.ts';
import { notesText } from '../../src-shared/call/notes.ts';
import { authorityName } from '../../src-shared/catalog/authority.ts';
import { FIRST_SIGN } from '../../src-shared/catalog/classifier.ts';
import { districtName } from '../../src-shared/catalog/district.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import { commandSpec } from '../../src-shared/command/registry.ts';
import { competentBody } from '../../src-shared/competence/body.ts';
import { FieldValue } from '../../src-shared/conflict/model.ts';
import type { Language } from '../../src-shared/settings/model.ts';
import { addressWords } from '../ui/addressWords.ts';
import { fieldLabel, fieldWords } from '../ui/fieldWords.ts';
import { announcedFacts } from './announcedFacts.ts';
import { applicantFacts } from './applicantFacts.ts';
import { articleFacts } from './articleFacts.ts';
import { controlFacts } from './controlFacts.ts';
import type { Fact } from './fact.ts';
import { noteFacts } from './noteFacts.ts';
import { problemFacts } from './problemFacts.ts';
import { questionFacts } from './questionFacts.ts';
import { shiftFacts } from './shiftFacts.ts';
import { termFacts } from './termFacts.ts';

type Described = Pick<AttentionItem, 'kind' | 'payload' | 'base' | 'number' | 'conflicts'>;

/** Words for what a command carries, so that nothing in it is lost to its reader; of a kind we do not know, its fields as they are. */
export function payloadFacts(texts: i18n, item: Described, names: Readonly<Record<string, string>>): Fact[] {
  const t = texts.t as unknown as (key: string) => string;
  const { kind, payload } = item;
  if (commandSpec(kind)?.payload.safeParse(payload).success !== true) return rawFacts(payload);
  const language = texts.language as Language;
  const fact = (label: string, value: string): Fact => ({ label: t(label), value });
  const person = (id: unknown) => (id === null ? t('appeal:nobody') : (names[String(id)] ?? '…'));
  switch (kind) {
    case 'appeal.register':
      return [
        ...written({ label: t('attention:number'), value: item.number ?? '' }),
        ...cardFacts(texts, payload.card as AppealCard),
      ];
    case 'appeal.amend':
      return changeFacts(texts, item);
    case 'appeal.assign':
      return [fact('appeal:assign.to', person(payload.to))];
    case 'appeal.forward':
      return [
        fact('appeal:forward.authority', authorityName(String(payload.authority), language)),
        fact('appeal:forward.channel', t(`appeal:channel.${String(payload.channel)}`)),
        ...written(fact('appeal:forward.note', String(payload.note))),
      ];
    case 'appeal.attach':
      return [fact('attention:file', String((payload.file as { name: string }).name))];
    case 'conflict.resolve':
      return [fact('attention:chosen', choiceWords(texts, payload))];
    case 'attention.settle':
      return [fact('attention:decision', t(`history:attention.way.${String(payload.way ?? 'handed')}`))];
    case 'consultation.record':
      return [
        ...written(fact('consultation:topic', topicName(String(payload.topic), language))),
        ...written(fact('consultation:district', districtName(String(payload.district), language))),
        ...written(fact('consultation:answer', String(payload.answer))),
        ...written(fact('competence:notOurs', competentBody(String(payload.notOurs))?.[language] ?? '')),
      ];
    case 'call.note':
      return [fact('call:pad', notesText(payload.lines as NoteLine[]))];
    case 'call.warn':
      return [
        fact('danger:kind', t(`danger:kind.${String(payload.kind)}`)),
        fact('danger:service', String(payload.service)),
        ...written(fact('danger:words', (payload.words as string[]).join(' '))),
      ];
    case 'call.start':
      return written(fact('call:phone', String(payload.phoneRaw)));
    case 'call.finish':
      return [
        ...written(fact('call:phone', String(payload.phoneRaw))),
        ...(payload.code === null
          ? []
          : [fact('attention:callCode', t(`call:outcome.${String(payload.code)}`))]),
      ];
    default:
      return (
        shiftFacts(texts, item, person) ??
        applicantFacts(texts, item) ??
        problemFacts(texts, item) ??
        articleFacts(texts, item) ??
        questionFacts(texts, item) ??
        announcedFacts(texts, item) ??
        noteFacts(texts, item) ??
        termFacts(texts, item) ??
        controlFacts(texts, item) ??
        rawFacts(payload)
      );
  }
}

function written(fact: Fact): Fact[] {
  return fact.value === '' ? [] : [fact];
}

/** What no screen of this version knows, as it was sent: better a bare name than nothing. */
function rawFacts(payload: Described['payload']): Fact[] {
  return Object.entries(payload).map(([label, value]) => ({
    label,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }));
}

/** Each field with what its author saw and what they made of it. */
function changeFacts(texts: i18n, { payload, base }: Described): Fact[] {
  const before = new Map(base?.map(({ field, value }) => [field, value]));
  return (payload.changes as { field: string; value: FieldValue }[]).map(({ field, value }) => {
    const was = FieldValue.safeParse(before.get(field));
    const words = fieldWords(texts, field, value);
    const isLong = field === 'text' || !was.success;
    return {
      label: fieldLabel(texts, field),
      value: isLong ? words : `${fieldWords(texts, field, was.data)} → ${words}`,
    };
  });
}

/** A value chosen, as far as it can be told without its field. */
function choiceWords(texts: i18n, { choice, value }: Described['payload']): string {
  const t = texts.t as unknown as (key: string) => string;
  if (choice === 'server') return t('attention:conflict.server');
  const field = typeof value === 'boolean' ? 'urgent' : 'text';
  const words = fieldWords(texts, field, value as FieldValue);
  return choice === 'mine' ? `${t('attention:conflict.mine')}: ${words}` : words;
}

function cardFacts(texts: i18n, card: AppealCard): Fact[] {
  const t = texts.t as unknown as (key: string) => string;
  const name = applicantName(card.applicant) || t('applicant:anonymous');
  const said = (field: AmendField): Fact[] => {
    const value = readCardField(card, field);
    const isSaid = value !== null && value !== '' && value !== false && value !== FIRST_SIGN;
    return isSaid ? [{ label: fieldLabel(texts, field), value: fieldWords(texts, field, value) }] : [];
  };
  return [
    { label: t('applicant:title'), value: name },
    ...said('applicant.phone'),
    ...written({ label: t('applicant:address'), value: addressWords(texts, card.applicant.address) }),
    ...said('kind'),
    ...said('topic'),
    ...said('urgent'),
    ...said('urgentReason'),
    ...said('complainedOf'),
    ...written({ label: t('appeal:place'), value: addressWords(texts, card.place) }),
    { label: t('appeal:text'), value: card.text },
    ...(['receiptSign', 'collective', 'categories', 'socialStatus'] as const).flatMap(said),
    ...(['answerWay', 'applicant.email', 'confidential', 'remark'] as const).flatMap(said),
  ];
}
