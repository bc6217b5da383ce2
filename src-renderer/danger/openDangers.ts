import { notesText } from '../../src-shared/call/notes.ts';
import { type FoundDanger, recogniseDangers } from '../../src-shared/danger/recognise.ts';
import type { OpenCall } from '../call/openCall.ts';

/** A danger that nobody has answered yet, with the words around as they were typed. */
export interface OpenDanger {
  readonly kind: FoundDanger['kind'];
  /** The words that tell it. */
  readonly words: readonly string[];
  /** The line in which they stand, cut into stretches; `told` marks those words. */
  readonly line: readonly { readonly text: string; readonly told: boolean }[];
}

const LONGEST_WORD = 80;
const MOST_WORDS = 20;

/**
 * Dangers to life told of in the notes or in the typed text of the card, and neither told to the caller nor dismissed. A paper blank tells of
 * a call that is over.
 */
export function openDangers(call: OpenCall): OpenDanger[] {
  if (call.paper !== null) return [];
  const answered = new Set(call.dangers.map(({ kind }) => kind));
  const texts = [notesText(call.lines), call.appeal.text ?? ''];
  const open = new Map<string, OpenDanger>();
  for (const text of texts) {
    for (const danger of recogniseDangers(text)) {
      if (!answered.has(danger.kind) && !open.has(danger.kind)) open.set(danger.kind, shown(text, danger));
    }
  }
  return [...open.values()];
}

function shown(text: string, { kind, spans }: FoundDanger): OpenDanger {
  const words = spans.map(({ from, to }) => text.slice(from, to).slice(0, LONGEST_WORD));
  const start = spans[0]?.from ?? 0;
  const lineFrom = text.lastIndexOf('\n', start - 1) + 1;
  const end = text.indexOf('\n', start);
  const lineTo = end === -1 ? text.length : end;
  const line: { text: string; told: boolean }[] = [];
  let at = lineFrom;
  for (const { from, to } of spans.filter((span) => span.from >= lineFrom && span.to <= lineTo)) {
    line.push({ text: text.slice(at, from), told: false }, { text: text.slice(from, to), told: true });
    at = to;
  }
  line.push({ text: text.slice(at, lineTo), told: false });
  return { kind, words: words.slice(0, MOST_WORDS), line: line.filter((part) => part.text !== '') };
}
