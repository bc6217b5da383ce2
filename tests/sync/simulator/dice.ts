/** A repeatable source of chance: the same seed gives the same throws in every process. */
export interface Dice {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** From 0 up to, but not including, `limit`. */
  below(limit: number): number;
  /** True in `share` of the throws. */
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  bytes(size: number): Buffer;
  /** UUID version 4. */
  uuid(): string;
  /** UUID version 7 at a moment; two of one moment keep their order. */
  uuidAt(ms: number): string;
}

/**
 * Throws by the generator "sfc32" of the PractRand suite: small, quick, without visible patterns.
 * @param stream sources of one seed with different names share nothing
 */
export function diceOf(seed: number, stream: string): Dice {
  let a = hashOf(stream);
  let b = 0x243f6a88;
  let c = seed >>> 0;
  let counter = 1;
  let serial = 0;
  const word = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 12; warm += 1) word();
  const next = () => word() / 2 ** 32;
  const hex = (digits: number) => {
    let text = '';
    while (text.length < digits) text += word().toString(16).padStart(8, '0');
    return text.slice(0, digits);
  };
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    chance: (share) => next() < share,
    pick: (list) => {
      const chosen = list[Math.floor(next() * list.length)];
      if (chosen === undefined) throw new Error('picked from an empty list');
      return chosen;
    },
    bytes: (size) => Buffer.from(hex(size * 2), 'hex'),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
    uuidAt(ms) {
      serial = (serial + 1) % 4096;
      const time = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0').slice(-12);
      const order = serial.toString(16).padStart(3, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-9${hex(3)}-${hex(12)}`;
    },
  };
}

/** FNV-1a: spreads a name over 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
