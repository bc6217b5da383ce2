import type { Timers } from '../../src-shared/timers.ts';
import type { BlobFolder } from './blob/folder.ts';
import type { Logger } from './log.ts';
import type { Stores } from './store/stores.ts';
import type { Timekeeper } from './time.ts';

/** What the parts of the data process share: the open stores, the time and the log. Passed in, never imported. */
export interface Desk {
  readonly stores: Stores;
  readonly time: Timekeeper;
  /** Bytes of attached files. */
  readonly blobs: BlobFolder;
  readonly log: Logger;
  /** A new identity: UUID version 7. */
  readonly newId: () => string;
  readonly timers: Timers;
  /** Between 0 and 1, for spreading what many workstations do at once. */
  readonly random: () => number;
  /** The records do not show every act: a rebase is due as soon as they can be written again. */
  noteStaleRecords(error: unknown): void;
}
