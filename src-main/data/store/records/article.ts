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
}

const HEADS = `SELECT row, id, title, state, districts, valid_from AS validFrom, valid_until AS validUntil,
  saved_at AS savedAt FROM article_head`;
const OF_TOPIC = 'SELECT row FROM article_topic WHERE topic = ?';
const FOUND = 'SELECT rowid FROM find_article WHERE find_article MATCH ?';
const DOC_AT = "SELECT doc FROM record WHERE rowid = ? AND type = 'article'";
const USES =
  'SELECT article, sum(uses) AS uses FROM article_use WHERE day >= ? GROUP BY article HAVING sum(uses) > 0';

/** The statements, exported for the test of their query plans. */
export const ARTICLE_LISTS = [HEADS, OF_TOPIC, FOUND, USES];

/** Articles as a search ranks them, and how often each was the answer. */
export function articleStore(db: Database) {
  const all = db.prepare<[], ArticleHead>(HEADS);
  const ofTopic = db.prepare<[string], number>(OF_TOPIC).pluck();
  const found = db.prepare<[string], number>(FOUND).pluck();
  const docAt = db.prepare<[number], string>(DOC_AT).pluck();
  const uses = db.prepare<[string], { article: string; uses: number }>(USES);
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  let heads: ReadonlyMap<number, ArticleHead> = new Map();
  let readAt: number | undefined;

  return {
    /** Every article by its row; read again only when something was written since: each letter typed asks for all of them. */
    heads(): ReadonlyMap<number, ArticleHead> {
      const now = changes.get();
      if (readAt !== now) heads = new Map(all.all().map((head) => [head.row, head]));
      readAt = now;
      return heads;
    },
    rowsOfTopic: (topic: string): number[] => ofTopic.all(topic),
    /** Rows a question finds. @param query in the index's own language */
    rowsFound: (query: string): number[] => found.all(query),
    /** The whole article of a row. */
    at(row: number): Article | undefined {
      const doc = docAt.get(row);
      return doc === undefined ? undefined : (JSON.parse(doc) as Article);
    },
    /** Article -> consultations answered with it since a day. */
    usesSince: (day: string): ReadonlyMap<string, number> =>
      new Map(uses.all(day).map(({ article, uses: times }) => [article, times])),
  };
}
