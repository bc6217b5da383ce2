import { rebase } from './command/rebase.ts';
import type { Desk } from './desk.ts';
import type { Logger } from './log.ts';
import { namedError } from './store/error.ts';
import { isRecordsDamaged, type Stores } from './store/stores.ts';

/** Keeps the records true to the outbox: rebases what could not be shown, replaces what is damaged. */
export function recordsCare(log: Logger, stores: Stores) {
  let desk: Desk | null = null;
  let isStale = false;
  function refresh(): void {
    if (!isStale || desk === null) return;
    try {
      rebase(desk);
      isStale = false;
    } catch (error) {
      if (isRecordsDamaged(namedError(error, 'records.db'))) replace();
      else
        log.error({ err: error }, 'records could not be brought up to date; tried again with the next call');
    }
  }
  function replace(): void {
    log.warn({}, 'records are damaged: moved aside, to be downloaded again');
    // Until the new file is there and shows what waits; making it may fail, and is then tried again with the next use.
    isStale = true;
    stores.replaceRecords();
    if (desk !== null) rebase(desk);
    isStale = false;
  }
  return {
    attach: (of: Desk) => {
      desk = of;
    },
    noteStale: () => {
      isStale = true;
    },
    refresh,
    replace,
  };
}
