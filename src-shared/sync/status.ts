import { z } from 'zod';
import { Instant } from '../clock.ts';
import { UnsentLimits } from './unsent.ts';

/** What the status bar says in words. */
export const SyncStatus = z.strictObject({
  /** `connecting` until the first answer or failure of this run. `signIn`: the server asks the operator to sign in again. */
  state: z.enum([
    'notEnrolled',
    'connecting',
    'connected',
    'offline',
    'signIn',
    'updateNeeded',
    'forked',
    'practice',
  ]),
  /** Why it is offline, as a code with a text `syncTrouble.<code>`; null while connected. */
  trouble: z
    .enum([
      'unreachable',
      'timeout',
      'foreignAnswer',
      'certificate',
      'serverBusy',
      'serverFault',
      'serverRecovering',
    ])
    .nullable(),
  /** Since when the present state lasts. */
  since: Instant,
  /** Commands not yet confirmed by the centre. */
  waiting: z.int().nonnegative(),
  oldestWaitingAt: Instant.nullable(),
  /** Limits of the age of unsent work, as the centre set them. */
  limits: z.strictObject(UnsentLimits.shape),
  /** Last complete exchange with the centre, also of a run before. */
  lastSuccessAt: Instant.nullable(),
  /** Next attempt by itself, while offline. */
  nextAttemptAt: Instant.nullable(),
  /** Records fetched so far during the first or a renewed download; null when none is under way. */
  download: z
    .strictObject({
      rows: z.int().nonnegative(),
      /** Rows expected; null while only the server knows. */
      total: z.int().nonnegative().nullable(),
    })
    .nullable(),
  /** Until when this workstation practises an outage; null when it does not. */
  practiceUntil: Instant.nullable(),
  /** Files still to be sent to the centre. */
  filesWaiting: z.int().nonnegative(),
  /** Bytes of them still to be sent. */
  fileBytesWaiting: z.int().nonnegative(),
  /** Commands brought from other workstations, not yet handed over to the centre. */
  parcelWaiting: z.int().nonnegative(),
  /** Refused, conflicted and quarantined commands waiting for a person. */
  attention: z.int().nonnegative(),
  /** Registration numbers still in hand. */
  numbersFree: z.int().nonnegative(),
});
export type SyncStatus = z.infer<typeof SyncStatus>;
