import type { AppealId } from '../../../src-shared/brand.ts';
import { type CommandTime, legalDay, occurredMs } from '../../../src-shared/clock.ts';
import type { Problem } from '../../../src-shared/ipc/envelope.ts';
import { formatNumber, hasNumberShape, parseNumber } from '../../../src-shared/number/number.ts';
import type { PaperBlank } from '../../../src-shared/paper/model.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { reserveNumber } from '../command/number.ts';
import type { Desk } from '../desk.ts';
import { operatorNames } from '../query/names.ts';
import type { Enrolment } from '../store/intent/enrolment.ts';
import type { Session } from '../store/intent/session.ts';

/** Takes numbers for blanks, all of them or none: final, with their check digit, told to nobody else. */
export function takeForPaper(desk: Desk, session: Session, enrolment: Enrolment, count: number): string[] {
  const { intent } = desk.stores;
  const at = desk.time.stamp();
  return intent.transact(() =>
    Array.from({ length: count }, () => {
      const { id, year, serial } = reserveNumber(desk, enrolment, at);
      intent.paper.add({ number: id, year, serial }, desk.time.now(), session.operator.id);
      return id;
    }),
  );
}

/** Blanks printed here, the open ones first. */
export function listPaper(desk: Desk): PaperBlank[] {
  const { intent, records } = desk.stores;
  const nameOf = operatorNames(desk);
  return intent.paper.list().map(({ number, printedAt, printedBy, command, spoilt }) => ({
    number,
    printedAt,
    printedByName: nameOf(printedBy),
    state: spoilt ? 'spoilt' : command === null ? 'open' : 'used',
    appeal: (records.record.get('number', number)?.appeal ?? null) as AppealId | null,
  }));
}

/**
 * Reads a number as said or typed and looks whether its blank is open. A digit misheard or mistyped is told as such: the check
 * digit finds it.
 */
export function checkPaper(desk: Desk, typed: string): Result<string, Problem> {
  const parts = parseNumber(typed);
  if (parts === null) {
    return err({ code: hasNumberShape(typed) ? 'paperNumberDigit' : 'paperNumberShape', data: {} });
  }
  const number = formatNumber(parts);
  const blank = desk.stores.intent.paper.get(number);
  if (blank === null) return err({ code: 'paperUnknown', data: { number } });
  if (blank.spoilt) return err({ code: 'paperSpoilt', data: { number } });
  if (blank.command !== null) return err({ code: 'paperUsed', data: { number } });
  return ok(number);
}

/**
 * Binds the number of a blank to the command that registers its appeal; inside the transaction that stores the command.
 * @returns why not, for a number that is not of an open blank
 */
export function usePaper(
  desk: Desk,
  typed: string,
  at: CommandTime,
  command: string,
): Result<string, Problem> {
  const { intent } = desk.stores;
  const checked = checkPaper(desk, typed);
  const parts = parseNumber(typed);
  if (!checked.ok || parts === null) return checked;
  const number = checked.value;
  intent.paper.use(number, command);
  const { year, series, serial } = parts;
  const block = series === 0 ? intent.paper.blockOf(year, serial) : null;
  intent.number.record({ id: number, year, day: legalDay(occurredMs(at)), block, serial, command });
  return ok(number);
}

/** Whether a registration says that it was taken down on paper. */
export function isFromPaper(payload: Readonly<Record<string, unknown>>): boolean {
  return (payload.paper ?? null) !== null;
}
