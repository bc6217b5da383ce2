import type { NoteLine } from './model.ts';

/** The pad as plain text. */
export function notesText(lines: readonly NoteLine[]): string {
  return lines.map((line) => line.text).join('\n');
}

/**
 * Carries the time stamps of the pad's lines over an edit. Lines untouched by the edit keep theirs, a line edited in place
 * keeps its own, lines that are new are stamped with the present time into the call.
 * @param before lines before the edit
 * @param text the whole pad after the edit
 * @param nowMs milliseconds into the call
 */
export function restamp(before: readonly NoteLine[], text: string, nowMs: number): NoteLine[] {
  const after = text.split('\n');
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head]?.text === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail]?.text === after[after.length - 1 - tail]) {
    tail += 1;
  }
  const editedBefore = before.slice(head, before.length - tail);
  return after.map((lineText, index) => {
    if (index < head) return before[index] ?? { atMs: nowMs, text: lineText };
    if (index >= after.length - tail) {
      return before[before.length - (after.length - index)] ?? { atMs: nowMs, text: lineText };
    }
    return { atMs: stampFor(editedBefore[index - head], lineText, nowMs), text: lineText };
  });
}

/** An empty line has not been begun: its stamp is taken when its first character comes. */
function stampFor(previous: NoteLine | undefined, text: string, nowMs: number): number {
  if (previous === undefined) return nowMs;
  const justBegun = previous.text === '' && text !== '';
  return justBegun ? nowMs : previous.atMs;
}

/** Time into the call as `mm:ss`, or `h:mm:ss` from the first hour on. */
export function formatOffset(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const seconds = String(total % 60).padStart(2, '0');
  const minutes = Math.floor(total / 60) % 60;
  const hours = Math.floor(total / 3600);
  const two = String(minutes).padStart(2, '0');
  return hours > 0 ? `${hours}:${two}:${seconds}` : `${two}:${seconds}`;
}
