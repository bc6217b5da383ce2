import { type CommandTime, legalDay, occurredMs, yearOf } from '../../../src-shared/clock.ts';
import { formatNumber } from '../../../src-shared/number/number.ts';
import type { Desk } from '../desk.ts';
import type { Enrolment } from '../store/intent/enrolment.ts';

/** A number taken and not yet bound to a command. */
export interface ReservedNumber {
  readonly id: string;
  readonly year: number;
  /** Null for the workstation's own series. */
  readonly block: string | null;
  readonly serial: number;
}

/** No outage lasts this long, in milliseconds: a clock that says so, with nothing measured in this run, is wrong. */
const LONGEST_OUTAGE_MS = 60 * 24 * 3600_000;

/**
 * Takes a registration number for a command, inside the transaction that stores it, and binds it for ever
 * (sync specification 1.11).
 */
export function takeNumber(desk: Desk, enrolment: Enrolment, at: CommandTime, command: string): string {
  const { id, year, block, serial } = reserveNumber(desk, enrolment, at);
  const day = legalDay(occurredMs(at));
  desk.stores.intent.number.record({ id, year, day, block, serial, command });
  return id;
}

/**
 * The next number of the leased blocks of the legal day's year or, beyond them, of the workstation's own series. Final for the
 * caller either way. A number that the records already know, told by another copy of this database, is passed over.
 */
export function reserveNumber(desk: Desk, enrolment: Enrolment, at: CommandTime): ReservedNumber {
  const { records } = desk.stores;
  const year = yearOf(legalDay(likelyMs(desk, at)));
  for (;;) {
    const reserved = nextNumber(desk, enrolment, year);
    if (records.record.get('number', reserved.id) === undefined) return reserved;
  }
}

/**
 * The time whose year the number carries. With nothing measured in this run it is the best estimate; a clock that is years off
 * must not begin a series of another year.
 */
function likelyMs(desk: Desk, at: CommandTime): number {
  if (at.offsetMs !== null) return occurredMs(at);
  const { serverMs } = desk.stores.intent.identity.get();
  const estimated = desk.time.serverMs();
  return serverMs > 0 && estimated - serverMs > LONGEST_OUTAGE_MS ? serverMs : estimated;
}

function nextNumber(desk: Desk, enrolment: Enrolment, year: number): ReservedNumber {
  const { number } = desk.stores.intent;
  const leased = number.takeLeased(year);
  if (leased !== null) {
    const { office, serial, block } = leased;
    return { id: formatNumber({ office, year, series: 0, serial }), year, block, serial };
  }
  const serial = number.takeOwn(year);
  const { office, series } = enrolment;
  return { id: formatNumber({ office, year, series, serial }), year, block: null, serial };
}

/** With these the number itself was the reason: the corrected registration needs another one. */
const NUMBER_AT_FAULT: readonly (string | null)[] = ['number_taken', 'number_invalid', 'number_not_leased'];

/**
 * Whether a number told to a caller may go over to a corrected registration: it was told here, with a command the centre did not
 * accept and for which nobody has found a way on, and nothing bears it.
 */
export function isReusable(desk: Desk, number: string): boolean {
  const { intent, records } = desk.stores;
  const told = intent.number.commandOf(number);
  const attention = told === null ? undefined : records.record.get('attention', told);
  if (attention === undefined || attention.state === 'settled') return false;
  if (NUMBER_AT_FAULT.includes(attention.code)) return false;
  return records.record.get('number', number) === undefined;
}

/** Takes a number over for a corrected registration. @returns false when it is not one to be taken over */
export function reuseNumber(desk: Desk, number: string, command: string): boolean {
  if (!isReusable(desk, number)) return false;
  desk.stores.intent.number.rebind(number, command);
  return true;
}
