import { type RefObject, useLayoutEffect } from 'react';

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Marks stretches of the pad: on the copies of its lines that lie under the text, so that the text itself is never touched.
 * @param name of the highlight, see `::highlight()` in the styles
 * @param sheet holds the copies, one `.padMirror` a line
 */
export function usePadHighlight(
  name: string,
  sheet: RefObject<HTMLElement | null>,
  stretches: readonly Stretch[],
): void {
  useLayoutEffect(() => {
    const lines = [...(sheet.current?.querySelectorAll('.padMirror') ?? [])];
    const ranges: Range[] = [];
    let start = 0;
    for (const line of lines) {
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
    CSS.highlights.set(name, new Highlight(...ranges));
    return () => void CSS.highlights.delete(name);
  });
}
