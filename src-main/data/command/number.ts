import { type CommandTime, legalDay, occurredMs, yearOf } from '../../../src-shared/clock.ts';
import { formatNumber } from '../../../src-shared/number/number.ts';
import type { Desk } from '../desk.ts';
import type { Enrolment } from '../store/intent/enrolment.ts';

/**
 * Takes a registration number for a command, inside the transaction that stores it: the next of the leased blocks of the
 * legal day's year or, beyond them, of the workstation's own series. Final for the caller either way (specification 1.11).
 * A number that the records already know, told by another copy of this database, is passed over.
 */
export function takeNumber(desk: Desk, enrolment: Enrolment, at: CommandTime, command: string): string {
  const { intent, records } = desk.stores;
  const day = legalDay(occurredMs(at));
  for (;;) {
    const { id, block, serial } = nextNumber(desk, enrolment, yearOf(day));
    if (records.record.get('number', id) !== undefined) continue;
    intent.number.record({ id, year: yearOf(day), day, block, serial, command });
    return id;
  }
}

function nextNumber(
  desk: Desk,
  enrolment: Enrolment,
  year: number,
): { readonly id: string; readonly block: string | null; readonly serial: number } {
  const { number } = desk.stores.intent;
  const leased = number.takeLeased(year);
  if (leased !== null) {
    const { office, serial, block } = leased;
    return { id: formatNumber({ office, year, series: 0, serial }), block, serial };
  }
  const serial = number.takeOwn(year);
  const { office, series } = enrolment;
  return { id: formatNumber({ office, year, series, serial }), block: null, serial };
}
