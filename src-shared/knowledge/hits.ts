import { nearKey } from '../text/near.ts';
import { foldForSearch, stemOf, wordsOf } from '../text/words.ts';

/** A piece of a text; the pieces joined are the text. */
export interface TextPiece {
  readonly text: string;
  /** A word that was searched for, in whatever form it stands here. */
  readonly isHit: boolean;
}

/** A word as people write it, with apostrophes and stress marks inside. */
const WORD = /([\p{L}\p{N}][\p{L}\p{N}\p{M}'’‘`´′ʼ]*)/u;

/** Where a text says what was typed: other endings of the words, and their near spelling in the other language. */
export function textPieces(text: string, typed: string): TextPiece[] {
  const stems = wordsOf(typed).map(stemOf);
  if (stems.length === 0) return text === '' ? [] : [{ text, isHit: false }];
  const near = stems.map(nearKey).filter((stem) => stem !== '');
  const pieces: { text: string; isHit: boolean }[] = [];
  for (const part of text.split(WORD)) {
    if (part === '') continue;
    const isHit = WORD.test(part) && isOneOf(foldForSearch(part), stems, near);
    const last = pieces.at(-1);
    if (last !== undefined && last.isHit === isHit) last.text += part;
    else pieces.push({ text: part, isHit });
  }
  return pieces;
}

/** So much of a line may stand before the first hit, in characters; more is left away. */
const BEFORE_HIT = 30;
/** So much is left before it then. */
const KEPT_BEFORE = 15;

/** A line from shortly before what was searched for, at a word's beginning, so that a narrow place shows it. */
export function fromHit(line: string, typed: string): string {
  const pieces = textPieces(line, typed);
  const first = pieces.findIndex(({ isHit }) => isHit);
  const before = pieces.slice(0, Math.max(0, first)).reduce((length, { text }) => length + text.length, 0);
  if (before <= BEFORE_HIT) return line;
  const start = line.lastIndexOf(' ', before - KEPT_BEFORE) + 1;
  return start === 0 ? line : `…${line.slice(start)}`;
}

function isOneOf(word: string, stems: readonly string[], near: readonly string[]): boolean {
  if (stems.some((stem) => word.startsWith(stem))) return true;
  const sounding = nearKey(word);
  return near.some((stem) => sounding.startsWith(stem));
}
