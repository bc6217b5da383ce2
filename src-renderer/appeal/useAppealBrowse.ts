import { useCallback, useEffect, useRef, useState } from 'react';
import type { BrowseWanted } from '../../src-shared/appeal/browse.ts';
import type { AppealLine } from '../../src-shared/appeal/queries.ts';
import type { OutputOf } from '../../src-shared/ipc/contract.ts';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { call, listen } from '../ipc.ts';

/** Lines fetched at a time: some four screens. */
const PAGE = 100;
/** The list is made anew no more often, in milliseconds, however many records arrive. */
const ANEW_MS = 1500;

/** The full list: as long as it is, with the lines that were looked at. */
export interface AppealBrowse {
  /** Undefined until the first answer. Places nobody has looked at are empty. */
  readonly rows: readonly (AppealLine | undefined)[] | undefined;
  /** How many there are; null while they are being counted. */
  readonly total: number | null;
  /** How many have been found while counting. */
  readonly found: number;
  readonly problem: Problem | null;
  /** These places are in sight. */
  readonly look: (first: number, last: number) => void;
  readonly reload: () => void;
}

interface Known {
  readonly rows: readonly (AppealLine | undefined)[] | undefined;
  readonly total: number | null;
  readonly found: number;
  readonly problem: Problem | null;
}

const NOTHING: Known = { rows: undefined, total: null, found: 0, problem: null };

interface Work {
  readonly wanted: BrowseWanted;
  /** First pages that are asked for or here. */
  readonly pages: Set<number>;
  /** What stands on the screen is of this list. */
  isShown: boolean;
  sight: readonly [first: number, last: number];
  anewAt: number;
  timer: ReturnType<typeof setTimeout> | null;
}

/**
 * Fetches the full list stretch by stretch, as it comes into sight; how many there are is counted behind the scenes. When records change,
 * the list is made anew around the line that is being read, and changes in one piece.
 * @param wanted null fetches nothing
 */
export function useAppealBrowse(wanted: BrowseWanted | null): AppealBrowse {
  const key = wanted === null ? null : JSON.stringify(wanted);
  const [known, setKnown] = useState<Known>(NOTHING);
  const latest = useRef(known);
  const work = useRef<Work | null>(null);

  const show = useCallback((now: Known) => {
    latest.current = now;
    setKnown(now);
  }, []);

  /** One stretch into what is known; true when it was taken. */
  const fetchPage = useCallback(
    async (mine: Work, page: number): Promise<boolean> => {
      const answer = await call('appeal.browse', {
        ...{ wanted: mine.wanted, from: page, limit: PAGE, around: null, isAnew: false, isPatient: true },
      });
      if (work.current !== mine) return false;
      if (!answer.ok) show({ ...latest.current, problem: answer.error });
      else show(withStretch(latest.current, answer.value));
      return answer.ok;
    },
    [show],
  );

  /** The beginning of another list. What stood here stays until there is something to show of it, so that nothing jumps or loses the focus. */
  const begin = useCallback(
    async (mine: Work): Promise<void> => {
      mine.pages.add(0);
      for (const isPatient of [false, true]) {
        const answer = await call('appeal.browse', {
          ...{ wanted: mine.wanted, from: 0, limit: PAGE, around: null, isAnew: false, isPatient },
        });
        if (work.current !== mine) return;
        if (!answer.ok) return show({ ...latest.current, problem: answer.error });
        const { total, found, lines } = answer.value;
        if (total === null && lines.length === 0) show({ ...latest.current, total, found });
        else {
          mine.isShown = true;
          show(withStretch(NOTHING, answer.value));
        }
        if (total !== null) return;
      }
    },
    [show],
  );

  /** What is in sight once more, and the list itself made anew around it, in one piece. */
  const anew = useCallback(
    async (mine: Work, isAnew: boolean): Promise<void> => {
      const [first, last] = mine.sight;
      const reading = first > 0 ? latest.current.rows?.[first] : undefined;
      const before = Math.min(first, PAGE / 2);
      const answer = await call('appeal.browse', {
        wanted: mine.wanted,
        from: Math.max(0, first - before),
        limit: Math.min(500, last - first + 2 * PAGE),
        around: reading === undefined ? null : { appeal: reading.id, before },
        isAnew,
        isPatient: true,
      });
      if (work.current !== mine) return;
      if (!answer.ok) return show({ ...latest.current, problem: answer.error });
      mine.isShown = true;
      if (isAnew) mine.pages.clear();
      show(withStretch(isAnew ? NOTHING : latest.current, answer.value));
    },
    [show],
  );

  useEffect(() => {
    const parsed = key === null ? null : (JSON.parse(key) as BrowseWanted);
    const mine: Work | null =
      parsed === null
        ? null
        : { wanted: parsed, pages: new Set(), isShown: false, sight: [0, 0], anewAt: 0, timer: null };
    work.current = mine;
    if (mine === null) return show(NOTHING);
    show({ ...latest.current, total: null, problem: null });
    void begin(mine);
    let isAnew = false;
    const ask = () => {
      if (mine.timer !== null) return;
      const wait = Math.max(0, mine.anewAt + ANEW_MS - Date.now());
      mine.timer = setTimeout(() => {
        mine.timer = null;
        mine.anewAt = Date.now();
        void anew(mine, isAnew);
        isAnew = false;
      }, wait);
    };
    const changed = () => {
      isAnew = true;
      ask();
    };
    const ends = [
      listen('records.changed', ({ types }) => {
        if (types.some((type) => type === 'appeal' || type === 'operator' || type === 'applicant')) changed();
      }),
      // How far lines are on their way changes, not which there are.
      listen('sync.changed', ask),
      listen('data.changed', ({ running }) => running && changed()),
    ];
    return () => {
      if (mine.timer !== null) clearTimeout(mine.timer);
      for (const end of ends) end();
    };
  }, [key, show, begin, anew]);

  const look = useCallback(
    (first: number, last: number) => {
      const mine = work.current;
      const { rows } = latest.current;
      if (mine === null || rows === undefined || !mine.isShown) return;
      mine.sight = [first, last];
      const end = Math.min(rows.length, last + PAGE / 2);
      for (let page = Math.floor(first / PAGE) * PAGE; page < end; page += PAGE) {
        const isHere = isKnown(rows, page, Math.min(page + PAGE, rows.length));
        if (isHere || mine.pages.has(page)) continue;
        mine.pages.add(page);
        void fetchPage(mine, page).then((isTaken) => {
          if (!isTaken) mine.pages.delete(page);
        });
      }
    },
    [fetchPage],
  );
  const reload = useCallback(() => {
    if (work.current !== null) void anew(work.current, true);
  }, [anew]);
  return { ...known, look, reload };
}

function isKnown(rows: readonly (AppealLine | undefined)[], from: number, to: number): boolean {
  for (let place = from; place < to; place += 1) if (rows[place] === undefined) return false;
  return true;
}

function withStretch(before: Known, { from, lines, total, found }: OutputOf<'appeal.browse'>): Known {
  const rows = (before.rows ?? []).slice();
  lines.forEach((line, index) => {
    // One that has gone meanwhile stays empty until the list is made anew.
    if (line !== null) rows[from + index] = line;
  });
  if (total !== null) rows.length = total;
  return { rows, total, found: total ?? found, problem: null };
}
