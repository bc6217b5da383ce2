import { recognisePhone } from '../applicant/phone.ts';

/** Whoever calls, as far as the line's number tells. */
export interface Caller {
  /** The stored form, for finding who it may be; null for a number that is hidden or not recognised. */
  readonly phone: string | null;
  /** As it is put into the field of the number; empty for a hidden one. */
  readonly raw: string;
  readonly isHidden: boolean;
}

/** Words that exchanges send in place of a number nobody may see. */
const HIDDEN = ['', 'anonymous', 'unknown', 'restricted', 'private', 'unavailable', 'withheld', 'none'];

/**
 * Reads a number as exchanges send it: in the international form often without its plus, hidden ones as a word, in brackets or
 * with a host behind it.
 */
export function callerOf(from: string): Caller {
  const raw = from
    .trim()
    .replace(/^<+|>+$/g, '')
    .replace(/^sips?:/i, '')
    .replace(/@.*$/, '')
    .trim();
  if (HIDDEN.includes(raw.toLowerCase())) return { phone: null, raw: '', isHidden: true };
  const phone = recognisePhone(raw) ?? (/^\d{10,15}$/.test(raw) ? recognisePhone(`+${raw}`) : null);
  return { phone: phone?.e164 ?? null, raw, isHidden: false };
}

/** A number for the log: enough to tell two apart, too little to call anybody. */
export function maskedNumber(number: string): string {
  return number.length < 4 ? '***' : `***${number.slice(-2)}`;
}
