import type { ApplicantType } from '../../../src-shared/applicant/model.ts';
import names from './names.json' with { type: 'json' };
import type { Random } from './random.ts';

/** Who calls. */
export interface DemoCaller {
  readonly type: ApplicantType;
  readonly female: boolean;
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic: string;
  readonly organisation: string;
  /** +380…, or null when withheld. */
  readonly phone: string | null;
}

const NAMELESS = { surname: '', givenName: '', patronymic: '' };

/** Shares of callers for an enterprise, for an organisation; the rest speak for themselves. */
const ENTERPRISE_SHARE = 0.05;
const ORGANISATION_SHARE = 0.04;
/** Callers who withhold their number. */
const WITHHELD_SHARE = 0.04;

/** A caller with an invented name whose three parts agree in gender. */
export function aCaller(random: Random): DemoCaller {
  const female = random.chance(0.64);
  const chance = random.next();
  const type =
    chance < ENTERPRISE_SHARE
      ? 'enterprise'
      : chance < ENTERPRISE_SHARE + ORGANISATION_SHARE
        ? 'organisation'
        : 'person';
  const name = {
    surname: surname(random, female),
    givenName: random.pick(female ? names.female : names.male),
    patronymic: patronymic(random, female),
  };
  const organisation =
    type === 'person' ? '' : random.pick(type === 'enterprise' ? names.enterprises : names.organisations);
  return {
    type,
    female,
    ...name,
    organisation,
    phone: random.chance(WITHHELD_SHARE) ? null : aPhone(random),
  };
}

/** The same caller who does not want to be named. */
export function nameless(caller: DemoCaller): DemoCaller {
  return { ...caller, type: 'person', organisation: '', ...NAMELESS, phone: null };
}

/** Surnames of one form for both genders, and those with two. */
function surname(random: Random, female: boolean): string {
  if (random.chance(0.75)) return random.pick(names.surnames);
  return random.pick(female ? names.surnamesFemale : names.surnamesMale);
}

function patronymic(random: Random, female: boolean): string {
  const [male = '', ofDaughter = ''] = random.pick(names.patronymics);
  return female ? ofDaughter : male;
}

/** Last seven digits begin with 00: long runs of zeros are handed out last, so that nobody is rung by mistake. */
function aPhone(random: Random): string {
  const code = random.pick(['50', '66', '67', '68', '63', '73', '95', '96', '97', '98', '99']);
  return `+380${code}00${String(random.int(0, 99_999)).padStart(5, '0')}`;
}

/** The number as operators type it. */
export function typedPhone(random: Random, phone: string | null): string {
  if (phone === null) return '';
  const national = `0${phone.slice(4)}`;
  const [code, a, b, c] = [
    national.slice(0, 3),
    national.slice(3, 6),
    national.slice(6, 8),
    national.slice(8),
  ];
  return random.pick([
    national,
    `${code} ${a} ${b} ${c}`,
    `(${code}) ${a}-${b}-${c}`,
    phone,
    `38${national}`,
  ]);
}
