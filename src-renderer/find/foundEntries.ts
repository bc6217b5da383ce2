import { displayPhone } from '../../src-shared/applicant/phone.ts';
import { topicName } from '../../src-shared/catalog/topic.ts';
import type { Find } from '../../src-shared/find/queries.ts';
import type { Language } from '../../src-shared/settings/model.ts';
import { openAppeal } from '../frame/openAppeal.ts';
import { openApplicant } from '../frame/openApplicant.ts';
import { useFrame } from '../frame/store.ts';
import { openArticle, useKnowledge } from '../knowledge/store.ts';
import type { formatOf } from '../ui/format.ts';
import { useKept } from '../unfinished/store.ts';
import type { Translate } from '../useTexts.ts';
import { type FoundDraft, openDraft } from './foundDrafts.ts';

/** One line of the box: what it is, what is said beside it, what Enter does. */
export interface FoundEntry {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly run: () => void;
}

/** Lines of one kind under their heading. */
export interface FoundGroup {
  readonly group: string;
  readonly entries: readonly FoundEntry[];
}

interface Words {
  readonly t: Translate;
  readonly language: Language;
  readonly format: ReturnType<typeof formatOf>;
  readonly nowMs: number;
}

function joined(...parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join(' · ');
}

/** What was found, as lines of the box: appeals, people, calls, articles. */
export function foundGroups(found: Find, words: Words): FoundGroup[] {
  const { t } = words;
  const more = (kind: Find['more'][number]) => (found.more.includes(kind) ? ` · ${t('find:more')}` : '');
  const groups: FoundGroup[] = [
    { group: t('find:appeals') + more('appeals'), entries: appealEntries(found, words) },
    { group: t('find:applicants') + more('applicants'), entries: applicantEntries(found, words) },
    { group: t('find:calls') + more('calls'), entries: callEntries(found, words) },
    { group: t('find:articles') + more('articles'), entries: articleEntries(found) },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

function appealEntries({ appeals }: Find, { t, language, format, nowMs }: Words): FoundEntry[] {
  return appeals.map((line) => ({
    id: `appeal-${line.id}`,
    label: joined(line.number, topicName(line.topic, language)),
    description: joined(
      line.applicantName || t('applicant:anonymous'),
      format.moment(line.registeredAt, nowMs),
      line.delivery !== 'accepted' && t(`delivery:${line.delivery}`),
      useKept.getState()[line.id] !== undefined && t('find:correction'),
      line.excerpt.slice(0, 90),
    ),
    run: () => openAppeal('all', line.id),
  }));
}

function applicantEntries({ applicants, nearFrom }: Find, { t }: Words): FoundEntry[] {
  return applicants.map((card, index) => ({
    id: `applicant-${card.id}`,
    label: card.name || t('applicant:anonymous'),
    description: joined(
      index >= nearFrom && t('find:near'),
      card.phone !== null && displayPhone(card.phone),
      card.where,
      card.isProtected && t('find:protected'),
    ),
    run: () => openApplicant(card.id),
  }));
}

function articleEntries({ articles }: Find): FoundEntry[] {
  return articles.map(({ id, title }) => ({
    id: `article-${id}`,
    label: title,
    description: '',
    run: () => {
      useKnowledge.setState({ part: 'articles' });
      openArticle(id);
      useFrame.getState().go('knowledge');
    },
  }));
}

function callEntries({ calls }: Find, { t, format, nowMs }: Words): FoundEntry[] {
  return calls.map((call) => ({
    id: `call-${call.id}`,
    label: joined(format.moment(call.startedAt, nowMs), t(`call:outcome.${call.outcome}`)),
    description: joined(call.phone === null ? call.phoneRaw : displayPhone(call.phone), call.line),
    run: () => useFrame.getState().go('calls'),
  }));
}

/** Unfinished calls as lines of the box. */
export function draftGroup(drafts: readonly FoundDraft[], { t, format, nowMs }: Words): FoundGroup[] {
  if (drafts.length === 0) return [];
  const entries = drafts.map((draft) => ({
    id: `draft-${draft.call}`,
    label: joined(format.moment(draft.startedAt, nowMs), draft.name || draft.phone),
    description: joined(draft.name !== '' && draft.phone, draft.line),
    run: () => openDraft(draft),
  }));
  return [{ group: t('find:drafts'), entries }];
}

/** What was recognised in what was typed; null when there is nothing to say. */
export function meaningSentence(
  found: Pick<Find, 'meaning' | 'wrongNumber' | 'isTurned' | 'turned'>,
  { t }: Pick<Words, 't'>,
): string | null {
  if (found.wrongNumber) return t('find:wrongNumber');
  if (found.isTurned) return t('find:turned', { text: found.turned ?? '' });
  if (found.meaning === 'number') return t('find:looksLike.number');
  if (found.meaning === 'phone') return t('find:looksLike.phone');
  return null;
}

/** What a search on this workstation covers, as a sentence. */
export function coverageSentence(
  { searchedPercent, since }: Pick<Find, 'searchedPercent' | 'since'>,
  { t, format }: Pick<Words, 't' | 'format'>,
): string {
  return searchedPercent < 100
    ? t('find:partial', { percent: searchedPercent })
    : t('find:covers', { since: format.day(since) });
}
