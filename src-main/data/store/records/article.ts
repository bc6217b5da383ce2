import type { Article } from '../../../../src-shared/knowledge/model.ts';
import type { Database } from '../open.ts';

/** What a search ranks an article by. */
export interface ArticleHead {
  readonly row: number;
  readonly id: string;
  readonly title: string;
  readonly state: Article['state'];
  /** JSON array of district codes. */
  readonly districts: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly savedAt: string;
  /** Written for the asked topic. */
  readonly ofTopic: 0 | 1;
}

const HEAD = `h.row, h.id, h.title, h.state, h.districts, h.valid_from AS validFrom, h.valid_until AS validUntil,
  h.saved_at AS savedAt`;
const OF_TOPIC = 'EXISTS (SELECT 1 FROM article_topic AS t WHERE t.topic = ? AND t.row = h.row) AS ofTopic';

const ALL_HEADS = `SELECT ${HEAD}, ${OF_TOPIC} FROM article_head AS h`;
const TOPIC_HEADS = `SELECT ${HEAD}, 1 AS ofTopic FROM article_topic AS t CROSS JOIN article_head AS h ON h.row = t.row
  WHERE t.topic = ?`;
const FOUND_HEADS = `SELECT ${HEAD}, ${OF_TOPIC} FROM find_article AS f CROSS JOIN article_head AS h ON h.row = f.rowid
  WHERE find_article MATCH ?`;
const DOC_AT = "SELECT doc FROM record WHERE rowid = ? AND type = 'article'";
const USES =
  'SELECT article, sum(uses) AS uses FROM article_use WHERE day >= ? GROUP BY article HAVING sum(uses) > 0';

/** The statements, exported for the test of their query plans. */
export const ARTICLE_LISTS = [TOPIC_HEADS, FOUND_HEADS, USES];

/** Articles as a search ranks them, and how often each was the answer. */
export function articleStore(db: Database) {
  const all = db.prepare<[string], ArticleHead>(ALL_HEADS);
  const ofTopic = db.prepare<[string], ArticleHead>(TOPIC_HEADS);
  const found = db.prepare<[string, string], ArticleHead>(FOUND_HEADS);
  const docAt = db.prepare<[number], string>(DOC_AT).pluck();
  const uses = db.prepare<[string], { article: string; uses: number }>(USES);
  return {
    /** Every article. @param topic the asked one, or '' */
    heads: (topic: string): ArticleHead[] => all.all(topic),
    headsOfTopic: (topic: string): ArticleHead[] => ofTopic.all(topic),
    /** Articles a question finds. @param query in the index's own language */
    headsFound: (query: string, topic: string): ArticleHead[] => found.all(topic, query),
    /** The whole article of a head. */
    at(row: number): Article | undefined {
      const doc = docAt.get(row);
      return doc === undefined ? undefined : (JSON.parse(doc) as Article);
    },
    /** Article -> consultations answered with it since a day. */
    usesSince: (day: string): ReadonlyMap<string, number> =>
      new Map(uses.all(day).map(({ article, uses: times }) => [article, times])),
  };
}
