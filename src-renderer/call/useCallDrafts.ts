import { useEffect } from 'react';
import { listen } from '../ipc.ts';
import { flushUnfinished } from '../unfinished/unfinished.ts';
import { drafts, leaveCalls, restoreCalls } from './acts.ts';
import { useDiscarded } from './useDiscarded.ts';

/** While somebody is signed in: brings back their unfinished calls and sends every change before the window can go away. */
export function useCallDrafts(operator: string): void {
  useDiscarded();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another operator's calls are read anew
  useEffect(() => {
    void restoreCalls();
    const flush = () => {
      drafts.flush();
      flushUnfinished();
    };
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('blur', flush);
    window.addEventListener('beforeunload', flush);
    const stop = listen('data.changed', ({ running }) => running && flush());
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('blur', flush);
      window.removeEventListener('beforeunload', flush);
      stop();
      leaveCalls();
    };
  }, [operator]);
}
