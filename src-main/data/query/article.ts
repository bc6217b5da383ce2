import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { ArticleId } from '../../../src-shared/brand.ts';
import { legalDay } from '../../../src-shared/clock.ts';
import { textQuery } from '../../../src-shared/find/query.ts';
import { fromHit } from '../../../src-shared/knowledge/hits.ts';
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

interface Found {
  readonly heads: readonly ArticleHead[];
  /** Rows found by a near spelling only. */
  readonly near: ReadonlySet<number>;
}

/** What one question is ranked by, beside the articles themselves. */
interface Standing {
  readonly asked: Asked;
  readonly today: string;
  readonly stems: readonly string[];
  readonly ofTopic: ReadonlySet<number>;
  readonly near: ReadonlySet<number>;
  readonly uses: ReadonlyMap<string, number>;
}

/** Words of titles, each taken apart once: every letter typed looks at the same thousands. */
const titleWords = new WeakMap<ArticleHead, readonly string[]>();

/** knowledge.find: ordered by `compareRanked`; only the answers that are shown are read whole. */
export function findArticles(desk: Desk, indexer: Indexer, asked: Asked): KnowledgeFound {
  indexer.catchUp();
  const today = legalDay(desk.time.serverMs());
  const state = asked.withdrawn ? 'withdrawn' : 'published';
  const { text, heads, near, turned } = candidates(desk, asked);
  const stems = wordsOf(text).map(stemOf);
  const { article } = desk.stores.records;
  const ofTopic = new Set(asked.topic === '' ? [] : article.rowsOfTopic(asked.topic));
  const standing = { asked, today, stems, ofTopic, near, uses: usesUntil(desk, today) };
  const ranked = heads
    .filter((head) => head.state === state)
    .map((head) => rankedBy(head, standing))
    .filter((one) => text !== '' || asked.topic === '' || one.isForCard)
    .sort(compareRanked);
  return {
    text: asked.text,
    answers: ranked.slice(0, asked.limit).flatMap((one) => answerOf(desk, one, stems, text) ?? []),
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
  const { text } = asked;
  if (wordsOf(text).length === 0) {
    const heads = [...desk.stores.records.article.heads().values()];
    return { text: '', heads, near: new Set(), turned: null };
  }
  const turned = mistyped(text);
  const typed = withWords(desk, text, asked.withdrawn);
  if (typed.heads.length > 0 || turned === null) return { text, ...typed, turned: null };
  return { text: turned, ...withWords(desk, turned, asked.withdrawn), turned };
}

function withWords(desk: Desk, text: string, isWithdrawn: boolean): Found {
  const { article } = desk.stores.records;
  const all = article.heads();
  const stems = wordsOf(text).map(stemOf);
  if (isWithdrawn) {
    // What is out of use is in no index.
    const titled = [...all.values()].filter((head) =>
      stems.every((stem) => beginsAs(wordsOfTitle(head), [stem])),
    );
    return { heads: titled, near: new Set() };
  }
  const query = textQuery(text);
  if (query === null) return { heads: [], near: new Set() };
  const rows = article.rowsFound(query.begun);
  const heads = rows.flatMap((row) => all.get(row) ?? []);
  if (rows.length >= FEW) return { heads, near: new Set() };
  const alike = nearStems(text).filter((stem) => stem !== '');
  if (alike.length === 0) return { heads, near: new Set() };
  const sounding = `near : (${alike.map((stem) => `"${stem}"*`).join(' AND ')})`;
  const further = article.rowsFound(sounding).filter((row) => !rows.includes(row));
  return { heads: [...heads, ...further.flatMap((row) => all.get(row) ?? [])], near: new Set(further) };
}

function wordsOfTitle(head: ArticleHead): readonly string[] {
  const known = titleWords.get(head);
  if (known !== undefined) return known;
  const words = wordsOf(head.title);
  titleWords.set(head, words);
  return words;
}

function rankedBy(head: ArticleHead, standing: Standing): Ranked & { readonly head: ArticleHead } {
  const { asked, today, stems, ofTopic, near, uses } = standing;
  const { districts, savedAt, row } = head;
  const isHere = districts === '[]' || asked.district === '' || districts.includes(`"${asked.district}"`);
  return {
    head,
    isForCard: isHere && ofTopic.has(row),
    isOutOfDate: isOutOfDate(head, today),
    inTitle: stems.length > 0 && beginsAs(wordsOfTitle(head), stems),
    isNear: near.has(row),
    uses: uses.get(head.id) ?? 0,
    savedAt,
  };
}

function answerOf(
  desk: Desk,
  { head, isForCard, isOutOfDate: isOld, uses }: Ranked & { readonly head: ArticleHead },
  stems: readonly string[],
  text: string,
): FoundAnswer | null {
  const article = desk.stores.records.article.at(head.row);
  if (article === undefined) return null;
  const { id, title, body } = article;
  return { id, title, excerpt: excerptOf(body, stems, text), isForCard, isOutOfDate: isOld, uses, article };
}

/** The first line that says what was asked, from shortly before it; or the first line. Only that line is freed of its marks. */
function excerptOf(body: string, stems: readonly string[], text: string): string {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const line = (stems.length > 0 ? lines.find((one) => says(one, stems)) : undefined) ?? lines[0] ?? '';
  return fromHit(plainText(line), text).slice(0, EXCERPT);
}
