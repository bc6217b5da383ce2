import type { Address, Applicant } from '../applicant/model.ts';
import type { HistoryEntry } from '../history/model.ts';
import type { Role } from '../operator/model.ts';
import type { Appeal } from './model.ts';

/** Who reads the remark for colleagues: those who talk with the applicant and those who watch over the answer. */
export const READS_REMARK: readonly Role[] = ['operator', 'lead', 'control'];

/** The appeal as a role may read it: without the remark for whoever has no right to it. */
export function appealFor(role: Role, appeal: Appeal): Appeal {
  return READS_REMARK.includes(role) ? appeal : withoutRemark(appeal);
}

/** A history as a role may read it: what a remark was and became stays with those who read remarks. */
export function historyFor(role: Role, entries: readonly HistoryEntry[]): HistoryEntry[] {
  if (READS_REMARK.includes(role)) return [...entries];
  return entries.map(({ data, ...entry }) => ({
    ...entry,
    data: Object.fromEntries(Object.entries(data).filter(([key]) => !key.endsWith('.remark'))),
  }));
}

function withoutRemark({ remark: _kept, ...appeal }: Appeal): Appeal {
  return appeal;
}

/** For whom something leaves the centre: for anybody, or for who resolves the case. */
export type Audience = 'anybody' | 'executor';

/** An appeal with its applicant as it may leave the centre. */
export interface Outward {
  readonly appeal: Appeal;
  /** Null when it may not be said who appeals. */
  readonly applicant: Applicant | null;
  /** The applicant asked not to be named, and is not. */
  readonly isWithheld: boolean;
}

/**
 * What may leave the centre, on paper or in a file. The remark never does. Who asked not to be named is named only to whoever resolves the case:
 * neither name nor where they live (Law 393/96-ВР, article 10).
 */
export function outward(appeal: Appeal, applicant: Applicant | null, audience: Audience): Outward {
  const said = withoutRemark(appeal);
  if (appeal.confidential !== true || audience === 'executor')
    return { appeal: said, applicant, isWithheld: false };
  const isHome = applicant !== null && isSamePlace(appeal.place, applicant.address);
  const place = isHome ? settlementOf(appeal.place) : appeal.place;
  return { appeal: { ...said, place }, applicant: null, isWithheld: true };
}

function isSamePlace(a: Address, b: Address): boolean {
  const key = ({ settlement, street, building = '', flat = '' }: Address) =>
    [settlement, street, building, flat].join('|').toLowerCase();
  return key(a) === key(b);
}

/** As much of an address as says nothing about a house. */
function settlementOf({ district, settlement, settlementCode }: Address): Address {
  return { district, settlement, street: '', ...(settlementCode === undefined ? {} : { settlementCode }) };
}
