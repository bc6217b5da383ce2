import { z } from 'zod';
import { Instant } from '../clock.ts';

/** What the status bar says in words. */
export const SyncStatus = z.strictObject({
  /** `connecting` until the first answer or failure of this run. `signIn`: the server asks the operator to sign in again. */
  state: z.enum(['notEnrolled', 'connecting', 'connected', 'offline', 'signIn', 'updateNeeded', 'forked']),
  /** Why it is offline, as a code with a text `syncTrouble.<code>`; null while connected. */
  trouble: z
    .enum(['unreachable', 'timeout', 'foreignAnswer', 'certificate', 'serverBusy', 'serverFault'])
    .nullable(),
  /** Since when the present state lasts. */
  since: Instant,
  /** Commands not yet confirmed by the centre. */
  waiting: z.int().nonnegative(),
  oldestWaitingAt: Instant.nullable(),
  /** Last complete exchange with the centre. */
  lastSuccessAt: Instant.nullable(),
  /** Next attempt by itself, while offline. */
  nextAttemptAt: Instant.nullable(),
  /** Records fetched so far during the first or a renewed download; null when none is under way. */
  download: z.strictObject({ rows: z.int().nonnegative() }).nullable(),
  /** Refused, conflicted and quarantined commands waiting for a person. */
  attention: z.int().nonnegative(),
  /** Registration numbers still in hand. */
  numbersFree: z.int().nonnegative(),
});
export type SyncStatus = z.infer<typeof SyncStatus>;
