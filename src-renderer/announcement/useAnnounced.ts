import { useEffect } from 'react';
import type { AnnouncementLine } from '../../src-shared/announcement/queries.ts';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { useMinute } from '../ui/useMinute.ts';
import { useQuery } from '../useQuery.ts';

/** Every announcement with its phase, asked again as time passes: one that is over leaves by itself. */
export function useAnnounced(): {
  readonly lines: readonly AnnouncementLine[] | undefined;
  readonly problem: Problem | null;
  readonly reload: () => void;
} {
  const { value, problem, reload } = useQuery('announcement.list', {}, { records: ['announcement'] });
  useAsTimePasses(reload);
  return { lines: value?.lines, problem, reload };
}

/** Asks again every few seconds, as the words that change by the minute do. */
export function useAsTimePasses(reload: () => void): void {
  const now = useMinute();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the passing of time is the reason to ask
  useEffect(() => reload(), [now, reload]);
}
