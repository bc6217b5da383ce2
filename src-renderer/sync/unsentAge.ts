import type { SyncStatus } from '../../src-shared/sync/status.ts';
import { type UnsentTone, unsentTone } from '../../src-shared/sync/unsent.ts';
import type { Translate } from '../useTexts.ts';

/** Below a minute nobody is told how long something has waited. */
const WORTH_SAYING_MS = 60_000;

/** Age of the oldest unsent work in words, with how it is to be taken by the centre's own limits. */
export interface UnsentAge {
  readonly words: string;
  readonly tone: UnsentTone;
}

/** @returns null while nothing waits, or not for long enough to be worth a word */
export function unsentAge(t: Translate, status: SyncStatus, nowMs: number): UnsentAge | null {
  if (status.waiting === 0 || status.oldestWaitingAt === null) return null;
  const age = nowMs - Date.parse(status.oldestWaitingAt);
  if (age < WORTH_SAYING_MS) return null;
  return { words: ageWords(t, age), tone: unsentTone(age, status.limits) };
}

/** `12 хв`, `3 год 5 хв`, `2 дн. 4 год`. @param ms length of time in milliseconds */
export function ageWords(t: Translate, ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return t('sync:age.minutes', { minutes });
  if (hours < 24) return t('sync:age.hours', { hours, minutes: minutes % 60 });
  return t('sync:age.days', { days: Math.floor(hours / 24), hours: hours % 24 });
}
