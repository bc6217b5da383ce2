import type { z } from 'zod';
import { legalDay } from '../../../src-shared/clock.ts';
import { textQuery } from '../../../src-shared/find/query.ts';
import type { Article } from '../../../src-shared/knowledge/model.ts';
import { plainText } from '../../../src-shared/knowledge/plainText.ts';
import type { KnowledgeFindInput, KnowledgeFound } from '../../../src-shared/knowledge/queries.ts';
import { mistyped } from '../../../src-shared/text/layout.ts';
import { stemOf, wordsOf } from '../../../src-shared/text/words.ts';
import type { Desk } from '../desk.ts';
import type { Indexer } from '../search/indexer.ts';

type Asked = z.output<typeof KnowledgeFindInput>;

/** Most articles the words are looked for in; a region has some hundreds. */
const LOOKED_AT = 500;
const EXCERPT = 200;

/** knowledge.find: for the topic and place of the card first, then what holds today, then by title, then the newest. */
export function findArticles(desk: Desk, indexer: Indexer, asked: Asked): KnowledgeFound {
  indexer.catchUp();
  const today = legalDay(desk.time.serverMs());
  const { text, articles } = candidates(desk, asked.text);
  const stems = wordsOf(text).map(stemOf);
  const ranked = articles
    .filter(({ state }) => state === 'published')
    .map((article) => ({
      article,
      isForCard: isForCard(article, asked),
      isOutOfDate: isOutOfDate(article, today),
      inTitle: stems.length > 0 && says(article.title, stems),
    }))
    .filter((one) => text !== '' || asked.topic === '' || one.isForCard)
    .sort(
      (a, b) =>
        Number(b.isForCard) - Number(a.isForCard) ||
        Number(a.isOutOfDate) - Number(b.isOutOfDate) ||
        Number(b.inTitle) - Number(a.inTitle) ||
        (a.article.savedAt < b.article.savedAt ? 1 : -1),
    );
  return {
    answers: ranked.slice(0, asked.limit).map(({ article, ...marks }) => ({
      id: article.id,
      title: article.title,
      excerpt: excerptOf(article.body, stems),
      isForCard: marks.isForCard,
      isOutOfDate: marks.isOutOfDate,
      article,
    })),
  };
}

/** What the words find; in the other keyboard layout when they find nothing as typed. */
function candidates(desk: Desk, text: string): { text: string; articles: readonly Article[] } {
  if (wordsOf(text).length === 0) return { text: '', articles: desk.stores.records.record.allOf('article') };
  const turned = mistyped(text);
  const found = withWords(desk, text);
  if (found.length > 0 || turned === null) return { text, articles: found };
  return { text: turned, articles: withWords(desk, turned) };
}

function withWords(desk: Desk, text: string): Article[] {
  const query = textQuery(text);
  if (query === null) return [];
  const rows = desk.stores.records.textIndex.find('article', query.begun, LOOKED_AT);
  return rows.map(({ doc }) => JSON.parse(doc) as Article);
}

function isForCard({ topics, districts }: Article, { topic, district }: Asked): boolean {
  if (!topics.includes(topic)) return false;
  return districts.length === 0 || district === '' || districts.includes(district);
}

function isOutOfDate({ validFrom, validUntil }: Article, today: string): boolean {
  return (validFrom !== null && today < validFrom) || (validUntil !== null && today > validUntil);
}

function says(text: string, stems: readonly string[]): boolean {
  return wordsOf(text).some((word) => stems.some((stem) => word.startsWith(stem)));
}

function excerptOf(body: string, stems: readonly string[]): string {
  const lines = plainText(body)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return (lines.find((line) => says(line, stems)) ?? lines[0] ?? '').slice(0, EXCERPT);
}
