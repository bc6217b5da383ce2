/** Lines `from` (included) to `to` (excluded) of the common ancestor, and what stands in their place. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** A table of comparisons above this size is not worth its time: what differs then counts as one change. */
const MOST_COMPARISONS = 4_000_000;

/**
 * Joins two versions of a text that began alike, paragraph by paragraph (sync specification 1.7). The order of the two versions does
 * not matter.
 * @returns null when both changed the same paragraph differently, or both put something into the same place
 */
export function mergeText(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const lines = base.split('\n');
  const hunks = joined(hunksOf(lines, mine.split('\n')), hunksOf(lines, theirs.split('\n')));
  if (hunks === null) return null;
  const parts: (readonly string[])[] = [];
  let next = 0;
  for (const hunk of hunks) {
    parts.push(lines.slice(next, hunk.from), hunk.lines);
    next = hunk.to;
  }
  parts.push(lines.slice(next));
  return parts.flat().join('\n');
}

/** Both lists of changes as one, in order; null when two of them meet. A change made by both counts once. */
function joined(mine: readonly Hunk[], theirs: readonly Hunk[]): Hunk[] | null {
  const all = [...mine];
  for (const hunk of theirs) {
    if (mine.some((other) => isSame(hunk, other))) continue;
    if (mine.some((other) => meet(hunk, other))) return null;
    all.push(hunk);
  }
  return all.sort((a, b) => a.from - b.from || a.to - b.to);
}

function isSame(a: Hunk, b: Hunk): boolean {
  // No line and one empty line are told apart: joined they would look alike.
  const isPlace = a.from === b.from && a.to === b.to && a.lines.length === b.lines.length;
  return isPlace && a.lines.every((line, index) => line === b.lines[index]);
}

/** Whether two changes touch the same paragraph, or the same gap between two. A new paragraph before a changed one does neither. */
function meet(a: Hunk, b: Hunk): boolean {
  const isSameGap = a.from === a.to && b.from === b.to && a.from === b.from;
  return isSameGap || (a.from < b.to && b.from < a.to);
}

/** What turns `before` into `after`: the longest common subsequence stays. */
export function hunksOf(before: readonly string[], after: readonly string[]): Hunk[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let endBefore = before.length;
  let endAfter = after.length;
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore -= 1;
    endAfter -= 1;
  }
  if (start === endBefore && start === endAfter) return [];
  const old = before.slice(start, endBefore);
  const fresh = after.slice(start, endAfter);
  if (old.length * fresh.length > MOST_COMPARISONS) return [{ from: start, to: endBefore, lines: fresh }];
  return walk(old, fresh, lengths(old, fresh), start);
}

/** Length of the longest common subsequence of every pair of ends, row by row. */
function lengths(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const below = table[(i + 1) * width + j] ?? 0;
      const right = table[i * width + j + 1] ?? 0;
      const diagonal = table[(i + 1) * width + j + 1] ?? 0;
      table[i * width + j] = a[i] === b[j] ? diagonal + 1 : Math.max(below, right);
    }
  }
  return table;
}

function walk(a: readonly string[], b: readonly string[], table: Uint32Array, offset: number): Hunk[] {
  const width = b.length + 1;
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  const hunks: Hunk[] = [];
  let [i, j, fromA, fromB] = [0, 0, 0, 0];
  const close = () => {
    if (i > fromA || j > fromB) {
      hunks.push({ from: offset + fromA, to: offset + i, lines: b.slice(fromB, j) });
    }
  };
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      close();
      i += 1;
      j += 1;
      fromA = i;
      fromB = j;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  i = a.length;
  j = b.length;
  close();
  return hunks;
}
