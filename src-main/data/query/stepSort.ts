/** Called between two short steps; gives others a turn when the time for it has come. */
export type Breathe = () => Promise<void>;

/** Sorted in one go: some milliseconds. */
const RUN = 4096;
/** Places filled between two breaths. */
const STRIDE = 16_384;

/**
 * Places 0 to `size - 1` in order, by joining sorted runs: never more than some milliseconds without a breath. Equal ones keep their order.
 * @param compare as for sorting arrays, of two places
 */
export async function sortInSteps(
  size: number,
  compare: (a: number, b: number) => number,
  breathe: Breathe,
): Promise<Uint32Array> {
  let from: Uint32Array = Uint32Array.from({ length: size }, (_, index) => index);
  for (let start = 0; start < size; start += RUN) {
    from.subarray(start, start + RUN).sort(compare);
    await breathe();
  }
  let to: Uint32Array = new Uint32Array(size);
  for (let width = RUN; width < size; width *= 2) {
    await join(width);
    [from, to] = [to, from];
  }
  return from;

  async function join(width: number): Promise<void> {
    let left = 0;
    let right = width;
    let end = width;
    for (let at = 0; at < size; at += 1) {
      if (at % (2 * width) === 0) {
        left = at;
        right = Math.min(at + width, size);
        end = right;
      }
      const rightEnd = Math.min(end + width, size);
      const a = from[left] ?? 0;
      const b = from[right] ?? 0;
      const isLeft = left < end && (right >= rightEnd || compare(a, b) <= 0);
      to[at] = isLeft ? a : b;
      if (isLeft) left += 1;
      else right += 1;
      if (at % STRIDE === STRIDE - 1) await breathe();
    }
  }
}
