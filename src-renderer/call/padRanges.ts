/** A part of the pad's text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Where stretches of the pad's text lie on the copies of its lines: a text field itself has no places that could be marked.
 * A stretch over several lines gives one range for each.
 * @param sheet holds the copies, one `.padMirror` a line
 */
export function padRanges(sheet: HTMLElement | null, stretches: readonly Stretch[]): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (const line of stretches.length === 0 ? [] : (sheet?.querySelectorAll('.padMirror') ?? [])) {
    const length = line.textContent.length;
    const node = line.firstChild;
    for (const { from, to } of node === null ? [] : stretches) {
      const [begin, end] = [Math.max(from - start, 0), Math.min(to - start, length)];
      if (node === null || begin >= end) continue;
      const range = new Range();
      range.setStart(node, begin);
      range.setEnd(node, end);
      ranges.push(range);
    }
    start += length + 1;
  }
  return ranges;
}
