import { z } from 'zod';
import { NoteLine } from './model.ts';
import { notesText } from './notes.ts';

/**
 * One step back: `put` takes the place of `taken` at a place of the text, and the lines it touches get their times again.
 * Done to a text it gives the text and the step that leads forward again.
 */
export const Step = z.strictObject({
  at: z.int().nonnegative(),
  taken: z.string(),
  put: z.string(),
  /** Times of the lines that `put` lies on, from its first to its last. */
  stamps: z.array(z.number()),
});
export type Step = z.infer<typeof Step>;

/** How the notes of a call came to be, for going back and forth; kept with the draft, so that it outlives a restart. */
export const NotesUndo = z.strictObject({
  /** The notes these steps lead back from. */
  lines: z.array(NoteLine.extend({ text: z.string() })),
  back: z.array(Step),
  forward: z.array(Step),
});
export type NotesUndo = z.infer<typeof NotesUndo>;

/** Characters all steps back may hold; the oldest are forgotten first. */
const MOST_CHARACTERS = 100_000;
const MOST_STEPS = 400;
/** What one step of typing holds: blanks and the word after them. */
const ONE_WORD = /^\s*\S*$/u;

/** Notes without a past. */
export function withoutPast(lines: readonly NoteLine[]): NotesUndo {
  return { lines: [...lines], back: [], forward: [] };
}

/**
 * Notes an edit. Letters of one word are one step, a deletion of neighbouring letters too; what could be done again is forgotten.
 * @param lines the notes after the edit
 */
export function edited(undo: NotesUndo, lines: readonly NoteLine[]): NotesUndo {
  const step = stepBetween(undo.lines, lines);
  if (step === null) return { ...undo, lines: [...lines] };
  const last = undo.back.at(-1);
  const joined = last === undefined ? null : join(last, step);
  const back = joined === null ? [...undo.back, step] : [...undo.back.slice(0, -1), joined];
  return { lines: [...lines], back: recent(back), forward: [] };
}

/** What came of going a step: the notes and where the caret belongs. */
export interface Stepped {
  readonly undo: NotesUndo;
  readonly caret: number;
}

/** One step back; null when there is none. */
export function steppedBack(undo: NotesUndo): Stepped | null {
  return stepped(undo, undo.back.at(-1), (lines, inverse) => ({
    lines,
    back: undo.back.slice(0, -1),
    forward: [...undo.forward, inverse],
  }));
}

/** One step forward again; null when nothing was taken back. */
export function steppedForward(undo: NotesUndo): Stepped | null {
  return stepped(undo, undo.forward.at(-1), (lines, inverse) => ({
    lines,
    back: [...undo.back, inverse],
    forward: undo.forward.slice(0, -1),
  }));
}

function stepped(
  { lines }: NotesUndo,
  step: Step | undefined,
  after: (lines: NoteLine[], inverse: Step) => NotesUndo,
): Stepped | null {
  const done = step === undefined ? null : applied(lines, step);
  if (step === undefined || done === null) return null;
  return { undo: after(done.lines, done.inverse), caret: step.at + step.put.length };
}

/** Does a step; null when the text is not the one it belongs to. */
function applied(lines: readonly NoteLine[], step: Step): { lines: NoteLine[]; inverse: Step } | null {
  const { at, taken, put, stamps } = step;
  const text = notesText(lines);
  if (text.slice(at, at + taken.length) !== taken) return null;
  const first = lineAt(text, at);
  const last = lineAt(text, at + taken.length);
  const texts = `${text.slice(0, at)}${put}${text.slice(at + taken.length)}`.split('\n');
  const touched = lineAt(put, put.length) + 1;
  const changed = texts.map((lineText, index): NoteLine => {
    if (index < first) return lines[index] ?? { atMs: 0, text: lineText };
    if (index >= first + touched)
      return lines[index - touched + (last - first + 1)] ?? { atMs: 0, text: lineText };
    return { atMs: stamps[index - first] ?? lines[first]?.atMs ?? 0, text: lineText };
  });
  const inverse = {
    at,
    taken: put,
    put: taken,
    stamps: lines.slice(first, last + 1).map(({ atMs }) => atMs),
  };
  return { lines: changed, inverse };
}

/** The step that leads from the second text back to the first; null when they are equal. */
function stepBetween(before: readonly NoteLine[], after: readonly NoteLine[]): Step | null {
  const [from, to] = [notesText(before), notesText(after)];
  if (from === to) return null;
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  const put = from.slice(head, from.length - tail);
  const [first, last] = [lineAt(from, head), lineAt(from, head + put.length)];
  return {
    at: head,
    taken: to.slice(head, to.length - tail),
    put,
    stamps: before.slice(first, last + 1).map(({ atMs }) => atMs),
  };
}

/** Number of the line a place of a text is on. */
function lineAt(text: string, at: number): number {
  let line = 0;
  for (let place = text.indexOf('\n'); place !== -1 && place < at; place = text.indexOf('\n', place + 1))
    line += 1;
  return line;
}

/** Two edits, the second made right after the first, as one; null when they are two. */
function join(first: Step, second: Step): Step | null {
  if (second.put === '' && second.at === first.at + first.taken.length) {
    const taken = first.taken + second.taken;
    return first.taken !== '' && ONE_WORD.test(taken) ? { ...first, taken } : null;
  }
  if (second.taken !== '' || second.put === '') return null;
  // A letter of the word being typed is taken back.
  const end = second.at + second.put.length;
  if (second.at > first.at && ONE_WORD.test(first.taken) && end === first.at + first.taken.length) {
    return { ...first, taken: first.taken.slice(0, -second.put.length) };
  }
  if (first.taken !== '' || !ONE_WORD.test(second.put + first.put)) return null;
  if (end !== first.at) return null;
  return {
    at: second.at,
    taken: '',
    put: second.put + first.put,
    stamps: [...second.stamps.slice(0, -1), ...first.stamps],
  };
}

function recent(back: readonly Step[]): Step[] {
  let characters = 0;
  const kept: Step[] = [];
  for (const step of back.slice(-MOST_STEPS).reverse()) {
    characters += step.put.length + step.taken.length;
    if (kept.length > 0 && characters > MOST_CHARACTERS) break;
    kept.push(step);
  }
  return kept.reverse();
}

/**
 * Notes and steps as they come back after a restart. The steps may be a word older than the notes: what lies between becomes
 * one more step.
 * @param kept the steps as they were kept; null when there are none or they cannot be read
 */
export function undoAfterRestart(kept: NotesUndo | null, lines: readonly NoteLine[]): NotesUndo {
  return kept === null ? withoutPast(lines) : edited(kept, lines);
}
