import { z } from 'zod';
import { Instant } from '../clock.ts';

/** How what is kept on this workstation is doing: its local copies and its second journal. */
export const StoreCare = z.strictObject({
  /** Last good copy of the precious file; null while there is none, or where none are made. */
  lastBackupAt: Instant.nullable(),
  /** Why the last attempt failed, as a problem code; null when it did not. */
  backupTrouble: z.string().nullable(),
  /** The second journal cannot be written at present. */
  journalTrouble: z.boolean(),
});
export type StoreCare = z.infer<typeof StoreCare>;

/** What a file of the store holds, in numbers a person can compare. */
export const IntentCounts = z.strictObject({
  /** Commands not yet confirmed by the centre. */
  waiting: z.int().nonnegative(),
  /** Unfinished texts. */
  drafts: z.int().nonnegative(),
  /** Registration numbers told here. */
  numbers: z.int().nonnegative(),
});
export type IntentCounts = z.infer<typeof IntentCounts>;

/** A local copy to begin from again; `counts` null when it cannot be read. */
export const BackupFacts = z.strictObject({
  name: z.string(),
  at: Instant,
  counts: IntentCounts.nullable(),
});
export type BackupFacts = z.infer<typeof BackupFacts>;

/** What is left of a damaged store, for the person who decides how to go on. Nothing of it is changed by looking. */
export const StoreDamage = z.strictObject({
  /** `missing`: the file is not there. `unreadable`: nothing in it can be read. `partly`: some of it can. */
  state: z.enum(['missing', 'unreadable', 'partly']),
  /** What can still be read in it. */
  readable: IntentCounts.nullable(),
  /** Newest first. */
  backups: z.array(BackupFacts),
  /** Waiting commands in the second journal; null when there is none. */
  journal: z.int().nonnegative().nullable(),
});
export type StoreDamage = z.infer<typeof StoreDamage>;

/** Which copy to begin from; null without any. */
export const StoreRestoreInput = z.strictObject({ backup: z.string().max(80).nullable() });

/** What a restore brought together. */
export const StoreRestored = z.strictObject({
  /** Name of the folder, beside the stores, in which the damaged files lie now; null when there was none. */
  keptIn: z.string().nullable(),
  before: IntentCounts.nullable(),
  after: IntentCounts,
});
export type StoreRestored = z.infer<typeof StoreRestored>;
