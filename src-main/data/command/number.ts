import { type CommandTime, legalDay, occurredMs, yearOf } from '../../../src-shared/clock.ts';
import { formatNumber } from '../../../src-shared/number/number.ts';
import type { Enrolment } from '../store/intent/enrolment.ts';
import type { IntentStore } from '../store/intent/intent.ts';

/**
 * Takes a registration number for a command, inside the transaction that stores it: the next of the leased blocks of the
 * legal day's year or, beyond them, of the workstation's own series. Final for the caller either way (specification 1.11).
 */
export function takeNumber(
  intent: IntentStore,
  enrolment: Enrolment,
  at: CommandTime,
  command: string,
): string {
  const day = legalDay(occurredMs(at));
  const year = yearOf(day);
  const leased = intent.number.takeLeased(year);
  if (leased !== null) {
    const { office, serial, block } = leased;
    const id = formatNumber({ office, year, series: 0, serial });
    intent.number.record({ id, year, day, block, serial, command });
    return id;
  }
  const serial = intent.number.takeOwn(year);
  const id = formatNumber({ office: enrolment.office, year, series: enrolment.series, serial });
  intent.number.record({ id, year, day, block: null, serial, command });
  return id;
}
