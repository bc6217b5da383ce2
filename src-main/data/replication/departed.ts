import type { Desk } from '../desk.ts';

/**
 * Keeps in view what the staged rows take out of the region while own commands on it wait: they are judged all the same, and their author
 * sees what they were about (sync specification 1.7, case 23). Within the transaction that applies the rows.
 */
export function keepDeparting(desk: Desk): void {
  const { intent, records } = desk.stores;
  for (const { type, id, reason } of records.staged.leaving()) {
    if (intent.outbox.seqsTouching(type, id).length > 0) records.departed.put(type, id, reason);
  }
}

/** Lets go of departed records whose commands all have their outcome. @returns what went */
export function releaseDeparted(desk: Desk): { readonly type: string; readonly id: string }[] {
  const { intent, records } = desk.stores;
  const settled = records.departed
    .all()
    .filter(({ type, id }) => intent.outbox.seqsTouching(type, id).length === 0);
  if (settled.length === 0) return settled;
  records.transact(() => {
    for (const { type, id } of settled) {
      records.departed.remove(type, id);
      records.record.remove({ type, id });
    }
  });
  return settled;
}
