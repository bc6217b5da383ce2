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
