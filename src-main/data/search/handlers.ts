import type { ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import { ok } from '../../../src-shared/result.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';
import { findArticles, getArticle } from '../query/article.ts';
import { listQuestions } from '../query/question.ts';
import { findAll } from './findAll.ts';

/** The one search box. */
export function findHandlers(parts: HandlerParts) {
  const inFlight = (seq: number) => parts.sync.isInFlight(seq);
  return {
    'knowledge.find': (input: ParsedInputOf<'knowledge.find'>) =>
      signedIn(parts, () => ok(findArticles(parts.desk, parts.indexer, input))),
    'knowledge.get': ({ article }: ParsedInputOf<'knowledge.get'>) =>
      signedIn(parts, () => ok(getArticle(parts.desk, article))),
    'question.list': (input: ParsedInputOf<'question.list'>) =>
      signedIn(parts, () => ok(listQuestions(parts.desk, input))),
    'find.all': (input: ParsedInputOf<'find.all'>) =>
      signedIn(parts, () => ok(findAll(parts.desk, parts.indexer, inFlight, input))),
  };
}
