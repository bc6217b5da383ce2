import { formatNumber, unifyNumber } from './number.ts';

/** Which numbers somebody may mean who typed a part of one. */
export interface NumberMeant {
  /** Whole numbers that are possible, the likeliest first. */
  readonly numbers: readonly string[];
  /** A check digit was typed and fits no possible number: one digit was misheard or mistyped. */
  readonly isWrong: boolean;
  /** Year and check digit were typed: this is a number and nothing else. */
  readonly isWhole: boolean;
}

/** What is filled in where only a part was typed. */
export interface NumberContext {
  readonly office: string;
  /** Years to look in, the likeliest first. */
  readonly years: readonly number[];
}

const NOTHING: NumberMeant = { numbers: [], isWrong: false, isWhole: false };

/** With separators: office, year, series of a workstation, running number, check digit; all but the running number may be missing. */
const PARTED = /^(?:(?!Т\d)(\p{Lu}{1,4})-?)?(?:(20\d{2})-?(?=.))?(?:Т-?(\d{1,3})-)?(\d{1,7})(?:-(\d))?$/u;
/** Without any: year, then six digits of a leased number or two and four of a workstation's own, then perhaps the check digit. */
const WRITTEN_TOGETHER = /^(\p{Lu}{1,4})?(20\d{2})(?:(\d{6})|Т(\d{2})(\d{4}))(\d)?$/u;

/**
 * Reads a registration number as it is said on the phone or copied from a letter: with or without office, year, leading zeros, dashes and
 * check digit, also one of a workstation's own series. A check digit that does not fit finds nothing and says so.
 */
export function numbersMeant(text: string, context: NumberContext): NumberMeant {
  const typed = unifyNumber(text);
  const together = WRITTEN_TOGETHER.exec(typed);
  if (together) {
    const [, office, year, leased, series, own, digit] = together;
    return candidates({ office, year, series, serial: leased ?? own ?? '', digit }, context);
  }
  const parted = PARTED.exec(typed);
  if (!parted) return NOTHING;
  const [, office, year, series, serial = '', digit] = parted;
  return candidates({ office, year, series, serial, digit }, context);
}

interface Typed {
  readonly office: string | undefined;
  readonly year: string | undefined;
  readonly series: string | undefined;
  readonly serial: string;
  readonly digit: string | undefined;
}

function candidates(typed: Typed, { office, years }: NumberContext): NumberMeant {
  const series = Number(typed.series ?? 0);
  const serial = Number(typed.serial);
  if (serial === 0) return NOTHING;
  const possible = (typed.year === undefined ? years : [Number(typed.year)]).map((year) => ({
    office: typed.office ?? office,
    year,
    series,
    serial,
  }));
  if (typed.digit === undefined)
    return { numbers: possible.map(formatNumber), isWrong: false, isWhole: false };
  const fitting = possible.map(formatNumber).filter((number) => number.endsWith(`-${typed.digit}`));
  return { numbers: fitting, isWrong: fitting.length === 0, isWhole: typed.year !== undefined };
}
