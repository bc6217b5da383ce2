import type { Snippet } from '../../../src-shared/snippet/model.ts';
import type { Desk } from '../desk.ts';

/** snippet.list */
export function listSnippets(desk: Desk): { snippets: Snippet[] } {
  return { snippets: desk.stores.records.record.allOf('snippet').filter(({ isRemoved }) => !isRemoved) };
}
