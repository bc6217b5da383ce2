import { legalDay } from '../../../src-shared/clock.ts';
import { agedOut, type Horizon, horizonOn, mayAge } from '../../../src-shared/replication/age.ts';
import type { PullRow } from '../../../src-shared/sync/pull.ts';
import type { Desk } from '../desk.ts';

/** Where the past begins that this workstation leaves at the centre. */
export function horizonNow(desk: Desk): Horizon {
  const { days, version } = desk.stores.records.meta.horizon();
  return horizonOn(legalDay(desk.time.serverMs()), days, version);
}

/** Whether a record stays here however old it is: held on request, or own work on it has yet to be confirmed. */
export function isKept(desk: Desk, type: string, id: string): boolean {
  const { intent, records } = desk.stores;
  return (
    records.pinned.has(type, id) ||
    records.ageing.isBusy(type, id) ||
    intent.outbox.seqsTouching(type, id).length > 0
  );
}

/**
 * Rows of a pull as this workstation takes them in: what is aged comes as gone. The centre keeps no list of what each workstation holds;
 * each drops what is outside its scope (sync specification 1.8).
 */
export function rowsInScope(desk: Desk, rows: readonly PullRow[]): PullRow[] {
  const told = desk.stores.records.meta.horizon();
  if (!rows.some(({ type, version }) => version <= told.version && mayAge(type))) return [...rows];
  const horizon = horizonNow(desk);
  return rows.map((row) => {
    const { type, version, doc } = row;
    const isAged = doc !== null && mayAge(type) && agedOut({ type, version, doc }, horizon);
    return isAged && !isKept(desk, row.type, row.id) ? { ...row, deleted: true, doc: null } : row;
  });
}
