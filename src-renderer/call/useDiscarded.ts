import { useEffect } from 'react';
import { settleDiscarded, UNDO_MS } from './discard.ts';
import { useCalls } from './store.ts';

/** Records discarded cards once the time for bringing them back is over. */
export function useDiscarded(): void {
  const discarded = useCalls((state) => state.discarded);
  useEffect(() => {
    const timers = discarded.map(({ id, discardedAt }) => {
      const left = Date.parse(discardedAt ?? '') + UNDO_MS - Date.now();
      return setTimeout(() => void settleDiscarded(id), Math.max(0, left));
    });
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [discarded]);
}
