import { useEffect, useRef, useState } from 'react';
import type { AppealFound } from '../../src-shared/appeal/queries.ts';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { call } from '../ipc.ts';

/** Pause in typing after which what is held here is searched. */
const PAUSE_MS = 250;
/** Lines of one search; more is said in words. */
const LIMIT = 50;

/** A search as it stands: the last result stays until the next one is there, so that nothing on the screen jumps. */
export interface AppealFind {
  /** The result of the text typed, or of a text typed before while the new one is being searched. */
  readonly found: AppealFound | null;
  readonly problem: Problem | null;
  /** A search is under way. */
  readonly isSearching: boolean;
  /** Searches here and at the centre, now. */
  readonly askCentre: () => void;
}

/**
 * Searches while somebody types: first what is held here. The centre is asked by itself only when nothing was found here, otherwise when
 * somebody wants it: it looks through everything it has.
 * @param text empty searches nothing
 */
export function useAppealFind(text: string): AppealFind {
  const typed = text.trim();
  const [state, setState] = useState<Omit<AppealFind, 'askCentre'>>({
    found: null,
    problem: null,
    isSearching: false,
  });
  const round = useRef(0);

  const search = async (where: 'here' | 'centre') => {
    round.current += 1;
    const mine = round.current;
    setState((before) => ({ ...before, isSearching: true }));
    const answer = await call('appeal.find', { text: typed, where, limit: LIMIT });
    if (round.current !== mine) return;
    if (!answer.ok) return setState({ found: null, problem: answer.error, isSearching: false });
    const { lines, wrongNumber } = answer.value;
    const goesOn = where === 'here' && lines.length === 0 && !wrongNumber;
    setState({ found: answer.value, problem: null, isSearching: goesOn });
    if (goesOn) await search('centre');
  };
  const latest = useRef(search);
  latest.current = search;

  useEffect(() => {
    round.current += 1;
    if (typed === '') {
      setState({ found: null, problem: null, isSearching: false });
      return;
    }
    setState((before) => ({ ...before, isSearching: true }));
    const timer = setTimeout(() => void latest.current('here'), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  return {
    ...state,
    askCentre: () => {
      if (typed !== '') void search('centre');
    },
  };
}
