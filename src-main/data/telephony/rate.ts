/** Lets so many through at once and so many a second afterwards. */
export interface Rate {
  /** False when too many came. */
  take(): boolean;
}

/**
 * @param burst most at once
 * @param perSecond how many more each second
 * @param monoMs milliseconds that only rise
 */
export function createRate(burst: number, perSecond: number, monoMs: () => number): Rate {
  let left = burst;
  let at = monoMs();
  return {
    take() {
      const now = monoMs();
      left = Math.min(burst, left + ((now - at) / 1000) * perSecond);
      at = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
