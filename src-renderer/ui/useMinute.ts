import { useEffect, useState } from 'react';

/** How often an age in words is looked at again, in milliseconds. */
const LOOK_MS = 15_000;

/**
 * The present moment, renewed often enough for words that change by the minute.
 * @returns milliseconds since 1970
 */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), LOOK_MS);
    return () => window.clearInterval(timer);
  }, []);
  return now;
}
