import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { ArticleId } from '../../../src-shared/brand.ts';
import { legalDay } from '../../../src-shared/clock.ts';
import { textQuery } from '../../../src-shared/find/query.ts';
import { plainText } from '../../../src-shared/knowledge/plainText.ts';
import type {
  ArticleWithPast,
  FoundAnswer,
  KnowledgeFindInput,
  KnowledgeFound,
} from '../../../src-shared/knowledge/queries.ts';
import {
  beginsAs,
  compareRanked,
  isOutOfDate,
  nearStems,
  type Ranked,
  says,
  USE_DAYS,
} from '../../../src-shared/knowledge/rank.ts';
import { mistyped } from '../../../src-shared/text/layout.ts';
import { stemOf, wordsOf } from '../../../src-shared/text/words.ts';
import type { Desk } from '../desk.ts';
import type { Indexer } from '../search/indexer.ts';
import type { ArticleHead } from '../store/records/article.ts';
import { operatorNames } from './names.ts';

type Asked = z.output<typeof KnowledgeFindInput>;

const EXCERPT = 200;
/** With fewer answers than this what sounds alike is looked for, too. */
const FEW = 4;

/** Words of titles, each taken apart once: with every letter typed the same thousands are looked at. */
interface Titles {
  wordsOf(title: string): readonly string[];
}

const MOST_TITLES = 20_000;
const knownTitles = new WeakMap<Desk, Map<string, readonly string[]>>();

function titlesOf(desk: Desk): Titles {
  const known = knownTitles.get(desk) ?? new Map<string, readonly string[]>();
  if (known.size > MOST_TITLES) known.clear();
  knownTitles.set(desk, known);
  return {
    wordsOf(title) {
      const words = known.get(title) ?? wordsOf(title);
      known.set(title, words);
      return words;
    },
  };
}

interface Found {
  readonly heads: readonly ArticleHead[];
  /** Rows found by a near spelling only. */
  readonly near: ReadonlySet<number>;
}

/** knowledge.find: ordered by `compareRanked`; only the answers that are shown are read whole. */
export function findArticles(desk: Desk, indexer: Indexer, asked: Asked): KnowledgeFound {
  indexer.catchUp();
  const today = legalDay(desk.time.serverMs());
  const state = asked.withdrawn ? 'withdrawn' : 'published';
  const { text, heads, near, turned } = candidates(desk, asked);
  const stems = wordsOf(text).map(stemOf);
  const uses = usesUntil(desk, today);
  const titles = titlesOf(desk);
  const ranked = heads
    .filter((head) => head.state === state)
    .map((head) => ({ head, ...ranks(head, asked, today, stems, near, uses, titles) }))
    .filter((one) => text !== '' || asked.topic === '' || one.isForCard)
    .sort(compareRanked);
  return {
    text: asked.text,
    answers: ranked.slice(0, asked.limit).flatMap((one) => answerOf(desk, one, stems) ?? []),
    total: ranked.length,
    turned,
  };
}

/** knowledge.get */
export function getArticle(desk: Desk, id: ArticleId): ArticleWithPast | null {
  const { record } = desk.stores.records;
  const article = record.get('article', id);
  if (article === undefined) return null;
  const today = legalDay(desk.time.serverMs());
  const nameOf = operatorNames(desk);
  const versions: ArticleWithPast['versions'] = [];
  // A version without a text of its own was a withdrawal.
  for (let version = article.version - 1; version > 0; version -= 1) {
    const before = record.get('articleVersion', `${id}:${version}`);
    if (before !== undefined) versions.push({ ...before, savedByName: nameOf(before.savedBy) });
  }
  return {
    article,
    isOutOfDate: isOutOfDate(article, today),
    uses: usesUntil(desk, today).get(id) ?? 0,
    savedByName: nameOf(article.savedBy),
    versions,
  };
}

function usesUntil(desk: Desk, today: string): ReadonlyMap<string, number> {
  const since = Temporal.PlainDate.from(today).subtract({ days: USE_DAYS }).toString();
  return desk.stores.records.article.usesSince(since);
}

/** What the words find; in the other keyboard layout when they find nothing as typed. */
function candidates(desk: Desk, asked: Asked): Found & { text: string; turned: string | null } {
  const { article } = desk.stores.records;
  const { text, topic } = asked;
  const none = new Set<number>();
  if (wordsOf(text).length === 0) {
    const heads = topic === '' ? article.heads('') : article.headsOfTopic(topic);
    return { text: '', heads, near: none, turned: null };
  }
  const turned = mistyped(text);
  const typed = withWords(desk, text, asked);
  if (typed.heads.length > 0 || turned === null) return { text, ...typed, turned: null };
  return { text: turned, ...withWords(desk, turned, asked), turned };
}

function withWords(desk: Desk, text: string, { topic, withdrawn }: Asked): Found {
  const { article } = desk.stores.records;
  const stems = wordsOf(text).map(stemOf);
  if (withdrawn) {
    // What is out of use is in no index.
    const titled = article.heads(topic).filter(({ title }) => stems.every((stem) => says(title, [stem])));
    return { heads: titled, near: new Set() };
  }
  const query = textQuery(text);
  if (query === null) return { heads: [], near: new Set() };
  const heads = article.headsFound(query.begun, topic);
  if (heads.length >= FEW) return { heads, near: new Set() };
  const known = new Set(heads.map(({ row }) => row));
  const alike = nearStems(text).filter((stem) => stem !== '');
  const sounding = `near : (${alike.map((stem) => `"${stem}"*`).join(' AND ')})`;
  const further = article.headsFound(sounding, topic).filter(({ row }) => !known.has(row));
  return { heads: [...heads, ...further], near: new Set(further.map(({ row }) => row)) };
}

function ranks(
  head: ArticleHead,
  { district }: Asked,
  today: string,
  stems: readonly string[],
  near: ReadonlySet<number>,
  uses: ReadonlyMap<string, number>,
  titles: Titles,
): Ranked {
  const { districts, savedAt } = head;
  const isHere = districts === '[]' || district === '' || districts.includes(`"${district}"`);
  return {
    isForCard: head.ofTopic === 1 && isHere,
    isOutOfDate: isOutOfDate(head, today),
    inTitle: stems.length > 0 && beginsAs(titles.wordsOf(head.title), stems),
    isNear: near.has(head.row),
    uses: uses.get(head.id) ?? 0,
    savedAt,
  };
}

function answerOf(
  desk: Desk,
  { head, isForCard, isOutOfDate: isOld, uses }: Ranked & { readonly head: ArticleHead },
  stems: readonly string[],
): FoundAnswer | null {
  const article = desk.stores.records.article.at(head.row);
  if (article === undefined) return null;
  const { id, title, body } = article;
  return { id, title, excerpt: excerptOf(body, stems), isForCard, isOutOfDate: isOld, uses, article };
}

/** The first line that says what was asked, or the first one; only that line is freed of its marks. */
function excerptOf(body: string, stems: readonly string[]): string {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const line = (stems.length > 0 ? lines.find((one) => says(one, stems)) : undefined) ?? lines[0] ?? '';
  return plainText(line).slice(0, EXCERPT);
}
