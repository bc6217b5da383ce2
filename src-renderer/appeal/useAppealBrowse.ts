import { useCallback, useEffect, useRef, useState } from 'react';
import type { BrowseFilter } from '../../src-shared/appeal/browse.ts';
import type { AppealLine } from '../../src-shared/appeal/queries.ts';
import type { InputOf, OutputOf } from '../../src-shared/ipc/contract.ts';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { call, listen } from '../ipc.ts';

/** Lines fetched at a time. */
const PAGE = 100;

/** Which list is wanted. */
interface Wanted {
  readonly filter: BrowseFilter;
  readonly order: InputOf<'appeal.browse'>['order'];
}

/** The full list as far as it was fetched. */
export interface AppealBrowse {
  /** Undefined until the first answer. */
  readonly lines: AppealLine[] | undefined;
  /** There is more, or may be. */
  readonly hasMore: boolean;
  readonly problem: Problem | null;
  readonly more: () => void;
  readonly reload: () => void;
}

interface Fetched {
  readonly lines: AppealLine[] | undefined;
  readonly next: OutputOf<'appeal.browse'>['next'];
  readonly problem: Problem | null;
}

const NOTHING: Fetched = { lines: undefined, next: null, problem: null };

/**
 * Fetches the full list page by page. A rare kind takes many short questions, and what was found shows meanwhile; when records change,
 * what is shown is fetched again behind the scenes and changes in one piece.
 * @param wanted null fetches nothing
 */
export function useAppealBrowse(wanted: Wanted | null): AppealBrowse {
  const key = wanted === null ? null : JSON.stringify(wanted);
  const [fetched, setFetched] = useState<Fetched>(NOTHING);
  const latest = useRef(fetched);
  const work = useRef({ key, isBusy: false, isStale: false });

  const fetch = useCallback(async (isAnew: boolean) => {
    const mine = work.current;
    if (mine.key === null) return;
    if (mine.isBusy) {
      mine.isStale ||= isAnew;
      return;
    }
    mine.isBusy = true;
    let fromStart = isAnew;
    do {
      mine.isStale = false;
      await fetchPages(mine.key, fromStart);
      fromStart = true;
    } while (mine.isStale && work.current === mine);
    mine.isBusy = false;

    async function fetchPages(asked: string, isFromStart: boolean): Promise<void> {
      const { lines: before, next: place } = latest.current;
      const had = before?.length ?? 0;
      const goal = isFromStart ? Math.max(PAGE, had) : had + PAGE;
      const lines: AppealLine[] = isFromStart ? [] : [...(before ?? [])];
      let after = isFromStart ? null : place;
      do {
        const limit = Math.min(PAGE, goal - lines.length);
        const answer = await call('appeal.browse', { ...(JSON.parse(asked) as Wanted), after, limit });
        if (work.current !== mine) return;
        if (!answer.ok) {
          show({ ...latest.current, problem: answer.error });
          return;
        }
        lines.push(...answer.value.lines);
        after = answer.value.next;
        // A fetch behind the scenes shows itself only when it is complete.
        if (lines.length > had || after === null) show({ lines: [...lines], next: after, problem: null });
      } while (after !== null && lines.length < goal);
    }

    function show(now: Fetched): void {
      latest.current = now;
      setFetched(now);
    }
  }, []);

  useEffect(() => {
    work.current = { key, isBusy: false, isStale: false };
    latest.current = NOTHING;
    setFetched(NOTHING);
    void fetch(true);
    const ends = [
      listen('records.changed', ({ types }) => {
        if (types.some((type) => type === 'appeal' || type === 'operator')) void fetch(true);
      }),
      listen('sync.changed', () => void fetch(true)),
      listen('data.changed', ({ running }) => running && void fetch(true)),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [key, fetch]);

  const { lines, next, problem } = fetched;
  const more = useCallback(() => {
    if (latest.current.next !== null) void fetch(false);
  }, [fetch]);
  const reload = useCallback(() => void fetch(true), [fetch]);
  return { lines, hasMore: lines !== undefined && next !== null, problem, more, reload };
}
