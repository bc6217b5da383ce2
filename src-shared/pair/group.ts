import { readAddress } from '../address/read.ts';
import type { Address } from '../applicant/model.ts';
import { nearness } from '../similar/place.ts';

/** How far back appeals are compared, in days: what was reported longer ago is another occasion. */
export const PAIR_DAYS = 14;
/** Newest appeals of one topic and name of a street that are compared: in a surge more of them say nothing more. */
const MOST_COMPARED = 300;

/** An appeal as far as it matters whether it was registered apart from others about the same thing. */
export interface PairCandidate {
  readonly id: string;
  readonly topic: string;
  readonly place: Address;
  /** Workstation it was registered at; null for what was typed in from paper. */
  readonly station: string | null;
  readonly problem: string | null;
  /** The applicant and those who joined. */
  readonly people: readonly string[];
}

/**
 * Appeals about one thing that nobody has joined: the same topic in the same street or house, by different people at different workstations, which
 * could not see each other's while the centre was away. Computed from the records alone, so that it is run again whenever appeals come
 * together.
 *
 * @param appeals the newest first
 * @param isSettled whether a lead has said that two appeals are about different things
 * @returns groups in the order of their newest appeal, each with at least two
 */
export function appealsApart<C extends PairCandidate>(
  appeals: readonly C[],
  isSettled: (a: string, b: string) => boolean,
): C[][] {
  const groups = [...bucketsOf(appeals).values()].flatMap((bucket) => streetsOf(bucket));
  const order = new Map(appeals.map(({ id }, index) => [id, index]));
  const place = (group: readonly C[]) => order.get(group[0]?.id ?? '') ?? 0;
  return groups
    .map((group) => group.filter((one) => group.some((other) => isApart(one, other, isSettled))))
    .filter((group) => group.length > 1)
    .sort((a, b) => place(a) - place(b));
}

/** By topic and name of the street, whatever the settlement: an address is read once. */
function bucketsOf<C extends PairCandidate>(appeals: readonly C[]): Map<string, C[]> {
  const buckets = new Map<string, C[]>();
  for (const appeal of appeals) {
    const { settlement, street } = readAddress(appeal.place);
    if (settlement === '' || street === '') continue;
    const key = `${appeal.topic} ${street}`;
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [appeal]);
    else if (bucket.length < MOST_COMPARED) bucket.push(appeal);
  }
  return buckets;
}

/** Each appeal goes to the first settlement's street it is in: comparing with one of a street is comparing with all. */
function streetsOf<C extends PairCandidate>(bucket: readonly C[]): C[][] {
  const streets: C[][] = [];
  for (const appeal of bucket) {
    const own = streets.find(([head]) => {
      const near = head === undefined ? null : nearness(head.place, appeal.place);
      return near === 'street' || near === 'building';
    });
    if (own === undefined) streets.push([appeal]);
    else own.push(appeal);
  }
  return streets;
}

function isApart(a: PairCandidate, b: PairCandidate, isSettled: (a: string, b: string) => boolean): boolean {
  if (a.id === b.id) return false;
  if (a.problem !== null && a.problem === b.problem) return false;
  // At one workstation the later one was registered with the earlier in view.
  if (a.station !== null && a.station === b.station) return false;
  // The same person again is a matter of the sign of receipt.
  if (a.people.some((person) => b.people.includes(person))) return false;
  return !isSettled(a.id, b.id);
}
