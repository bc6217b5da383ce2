import { useEffect, useRef } from 'react';
import type { BoardLive } from '../../src-shared/board/queries.ts';
import type { RecordType } from '../../src-shared/record/model.ts';
import { listen } from '../ipc.ts';
import { useMinute } from '../ui/useMinute.ts';
import { type QueryState, useQuery } from '../useQuery.ts';

/** The board is counted again at most so often, in milliseconds: many changes a second are one new count. */
const AGAIN_MS = 500;
const SHOWN: readonly RecordType[] = ['appeal', 'call', 'operator', 'calendar'];

/** The shift, counted again when something of it changed; the first change is shown at once. */
export function useLiveBoard(): QueryState<BoardLive> {
  const query = useQuery('board.live', {});
  const { reload } = query;
  const now = useMinute();
  const waiting = useRef<number | null>(null);
  useEffect(() => {
    let last = 0;
    const again = () => {
      waiting.current = null;
      last = Date.now();
      reload();
    };
    const end = listen('records.changed', ({ types }) => {
      if (waiting.current !== null || !types.some((type) => SHOWN.includes(type))) return;
      waiting.current = window.setTimeout(again, Math.max(0, last + AGAIN_MS - Date.now()));
    });
    return () => {
      end();
      if (waiting.current !== null) window.clearTimeout(waiting.current);
      waiting.current = null;
    };
  }, [reload]);
  // A term that ends at midnight is overdue after it although no record changed.
  const hour = Math.floor(now / 3_600_000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another hour is asked anew
  useEffect(() => reload(), [hour, reload]);
  return query;
}
