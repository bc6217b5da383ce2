import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A telephone number as recognised from what was typed or pasted. */
export interface Phone {
  /** International form without spaces, such as `+380501234567`: the form stored and compared. */
  readonly e164: string;
  /** For reading: `050 123 45 67` for Ukraine, international form elsewhere. */
  readonly display: string;
}

/** Strips what people put around a number: words such as "тел.", tel: links, invisible marks of a copied text. */
function digitsAndPlus(raw: string): string {
  const bare = raw
    .normalize('NFKC')
    .replace(/^\s*tel:/i, '')
    .replace(/[^\d+]/g, '');
  return bare.startsWith('+') ? `+${bare.replaceAll('+', '')}` : bare.replaceAll('+', '');
}

/** The forms in which Ukrainian numbers are said and written without a country code, each completed to +380. */
function completed(bare: string): string {
  if (bare.startsWith('+')) return bare;
  if (bare.startsWith('00')) return `+${bare.slice(2)}`;
  if (/^380\d{9}$/.test(bare)) return `+${bare}`;
  if (/^80\d{9}$/.test(bare)) return `+3${bare}`;
  if (/^0\d{9}$/.test(bare)) return `+38${bare}`;
  if (/^[1-9]\d{8}$/.test(bare)) return `+380${bare}`;
  return bare;
}

/**
 * Recognises a telephone number in any Ukrainian form (050…, 8 050…, 380…, +380…, 00380…, with brackets, dashes, spaces,
 * "тел.") or in the international form of another country.
 * @returns null when the text is not a possible number; the text itself is kept by the caller, never lost.
 */
export function recognisePhone(raw: string): Phone | null {
  const bare = digitsAndPlus(raw);
  if (bare.length < 9) return null;
  const parsed = parsePhoneNumberFromString(completed(bare), 'UA');
  if (!parsed?.isPossible() || !parsed.isValid()) return null;
  return { e164: parsed.number, display: displayPhone(parsed.number) };
}

/** A stored number in the form in which it is read aloud. */
export function displayPhone(e164: string): string {
  const national = /^\+380(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(e164);
  if (national) return `0${national[1]} ${national[2]} ${national[3]} ${national[4]}`;
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}
