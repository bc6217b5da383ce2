import { afterSnippet, nextPlaceholder } from '../../src-shared/snippet/placeholder.ts';
import { replaceInPad, selectInPad } from '../call/padArea.ts';

/**
 * Puts a filled snippet into the pad and goes to its first free placeholder, chosen whole: what is typed next takes its place.
 * @param before the pad's text, `from` and `to` the stretch that is replaced: a typed code, a selection, or the caret
 */
export function putSnippet(before: string, from: number, to: number, filled: string): void {
  if (!replaceInPad(from, to, filled)) return;
  const after = before.slice(0, from) + filled + before.slice(to);
  const next = afterSnippet(after, from, filled.length);
  selectInPad(next.from, next.to);
}

/**
 * To the next free placeholder behind the caret.
 * @returns false when there is none: the key means what it means elsewhere
 */
export function toNextPlaceholder(text: string, caret: number): boolean {
  const next = nextPlaceholder(text, caret);
  if (next === null) return false;
  selectInPad(next.from, next.to);
  return true;
}
