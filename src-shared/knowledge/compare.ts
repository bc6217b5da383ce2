/** One line of a text, and whether the other text lacks it at this place. */
export interface ComparedLine {
  readonly text: string;
  readonly differs: boolean;
}

/** Above this many pairs of lines the whole middle counts as different: nobody compares such texts line by line. */
const MOST_PAIRS = 1_000_000;

/** The lines of a text, marked where another text differs: those that are in no longest common part of both. */
export function comparedLines(text: string, other: string): ComparedLine[] {
  const [lines, others] = [text.split('\n'), other.split('\n')];
  const shorter = Math.min(lines.length, others.length);
  let head = 0;
  while (head < shorter && lines[head] === others[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && lines.at(-1 - tail) === others.at(-1 - tail)) tail += 1;
  const middle = lines.slice(head, lines.length - tail);
  const common = commonLines(middle, others.slice(head, others.length - tail));
  return lines.map((line, at) => {
    const inMiddle = at >= head && at < lines.length - tail;
    return { text: line, differs: inMiddle && !common.has(at - head) };
  });
}

/** Places in `lines` that belong to a longest common subsequence with `others`. */
function commonLines(lines: readonly string[], others: readonly string[]): ReadonlySet<number> {
  const common = new Set<number>();
  if (lines.length * others.length > MOST_PAIRS) return common;
  const width = others.length + 1;
  const longest = new Uint32Array((lines.length + 1) * width);
  const at = (line: number, other: number) => longest[line * width + other] ?? 0;
  for (let line = lines.length - 1; line >= 0; line -= 1) {
    for (let other = others.length - 1; other >= 0; other -= 1) {
      longest[line * width + other] =
        lines[line] === others[other]
          ? at(line + 1, other + 1) + 1
          : Math.max(at(line + 1, other), at(line, other + 1));
    }
  }
  for (let line = 0, other = 0; line < lines.length && other < others.length; ) {
    if (lines[line] === others[other]) {
      common.add(line);
      line += 1;
      other += 1;
    } else if (at(line + 1, other) >= at(line, other + 1)) line += 1;
    else other += 1;
  }
  return common;
}
