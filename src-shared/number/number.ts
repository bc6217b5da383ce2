/**
 * Registration numbers told to the caller, such as `ДН-2026-000123-7`: office, year, running number, check digit.
 * Beyond the leased blocks a number of the workstation's own permanent series is told, visibly provisional by its
 * letter: `ДН-2026-Т03-0007-5`. Either is final for the caller and stays searchable for ever (sync specification 1.11).
 */
export interface NumberParts {
  /** Office prefix in capital letters, such as `ДН`. */
  readonly office: string;
  readonly year: number;
  /** 0 for the leased series, else the workstation's own series number. */
  readonly series: number;
  readonly serial: number;
}

const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

/**
 * Check digit by Damm's quasigroup of order 10 (H. M. Damm, "Total anti-symmetrische Quasigruppen", 2004):
 * finds every single wrong digit and every swap of neighbours.
 * @param digits decimal digits
 */
export function checkDigit(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = DAMM[interim]?.[Number(digit)] ?? 0;
  return interim;
}

/** Writes a number with its check digit. */
export function formatNumber(parts: NumberParts): string {
  const serial = String(parts.serial).padStart(parts.series === 0 ? 6 : 4, '0');
  const series = parts.series === 0 ? '' : String(parts.series).padStart(2, '0');
  const digit = checkDigit(`${parts.year}${series}${serial}`);
  const middle = parts.series === 0 ? '' : `Т${series}-`;
  return `${parts.office}-${parts.year}-${middle}${serial}-${digit}`;
}

/** Latin capitals that look like a letter of a number, as typed on the wrong layout or copied from a letter. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  I: 'І',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
};

/** White space and every dash a word processor puts in place of a hyphen. */
const SEPARATORS = /[\s\u2010-\u2015\u2212-]+/g;

/**
 * Reads a number as said or typed: spaces for dashes, Latin look-alikes.
 * @returns null when it is not a number of ours or its check digit is wrong
 */
export function parseNumber(text: string): NumberParts | null {
  const match = matchNumber(text);
  if (!match) return null;
  const [, office = '', year = '', series, serial = '', digit] = match;
  if (checkDigit(`${year}${series ?? ''}${serial}`) !== Number(digit)) return null;
  return { office, year: Number(year), series: Number(series ?? 0), serial: Number(serial) };
}

/** Whether a text is written as a number, right or with a digit misheard. */
export function hasNumberShape(text: string): boolean {
  return matchNumber(text) !== null;
}

function matchNumber(text: string): RegExpExecArray | null {
  return /^(\p{Lu}{1,4})-(\d{4})-(?:Т(\d{2,3})-)?(\d{4,7})-(\d)$/u.exec(unifyNumber(text));
}

/** One spelling of what may be a number: Cyrillic capitals, one hyphen for whatever stands between. */
export function unifyNumber(text: string): string {
  const upper = text.trim().toUpperCase().replace(SEPARATORS, '-');
  return upper.replace(/[A-Z]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
}

/** Whether a number is of a workstation's own series, told when no leased number was left. */
export function isProvisional(number: string): boolean {
  return (parseNumber(number)?.series ?? 0) > 0;
}

/** One spelling only: what merely reads as a number, such as one with other dashes, would pass the ledger as a second one. */
export function isWellFormedNumber(number: string): boolean {
  const parts = parseNumber(number);
  return parts !== null && formatNumber(parts) === number;
}
