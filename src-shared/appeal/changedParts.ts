import { hunksOf } from './mergeText.ts';

/** A piece of a text, and whether it is new in it. */
export interface TextPart {
  readonly text: string;
  readonly isNew: boolean;
}

/** A text in pieces, those that another one lacks marked word by word; together they are the text. */
export function changedParts(before: string, after: string): TextPart[] {
  const [old, words] = [wordsOf(before), wordsOf(after)];
  const parts: TextPart[] = [];
  const add = (pieces: readonly string[], isNew: boolean) => {
    if (pieces.length > 0) parts.push({ text: pieces.join(''), isNew });
  };
  let [nextOld, next] = [0, 0];
  for (const { from, to, lines } of hunksOf(old, words)) {
    const kept = from - nextOld;
    add(words.slice(next, next + kept), false);
    add(lines, true);
    next += kept + lines.length;
    nextOld = to;
  }
  add(words.slice(next), false);
  return parts;
}

/** Words, and what stands between them, each apart. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}'’ʼ-]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];
}
