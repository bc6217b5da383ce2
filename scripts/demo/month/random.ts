/** A stream of chance that is the same for the same seed, on every machine and in every version of Node. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of the items, each as likely. */
  pick<T>(items: readonly T[]): T;
  /** One of the items, as likely as its weight says. */
  weighted<T>(items: readonly T[], weight: (item: T) => number): T;
  /** Log-normally distributed: half of the values lie below `median`. */
  logNormal(median: number, sigma: number): number;
  /** The items in another order. */
  shuffled<T>(items: readonly T[]): T[];
  /** A UUID of version 7 minted at that moment. */
  uuid(epochMs: number): string;
}

/**
 * Starts a stream (mulberry32, a public-domain generator of 32 bits by T. Ettinger).
 * @param seed any whole number
 */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => at(items, int(0, items.length - 1));
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    weighted(items, weight) {
      let rest = next() * items.reduce((sum, item) => sum + weight(item), 0);
      for (const item of items) {
        rest -= weight(item);
        if (rest < 0) return item;
      }
      return at(items, items.length - 1);
    },
    logNormal(median, sigma) {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(sigma * normal);
    },
    shuffled(items) {
      const left = [...items];
      return items.map(() => at(left.splice(int(0, left.length - 1), 1), 0));
    },
    uuid(epochMs) {
      const hex = (digits: number) => Array.from({ length: digits }, () => int(0, 15).toString(16)).join('');
      const time = epochMs.toString(16).padStart(12, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`;
    },
  };
}

function at<T>(items: readonly T[], index: number): T {
  if (index >= items.length) throw new RangeError('there is nothing to choose from');
  return items[index] as T;
}
