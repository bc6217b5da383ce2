import { type RefObject, useLayoutEffect } from 'react';
import { padRanges, type Stretch } from './padRanges.ts';

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
    // Most letters mark nothing: then there is nothing to draw anew.
    if (stretches.length === 0) return;
    CSS.highlights.set(name, new Highlight(...padRanges(sheet.current, stretches)));
    return () => void CSS.highlights.delete(name);
  });
}
