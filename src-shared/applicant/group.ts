import type { Applicant, ApplicantAddress, ApplicantPhone, Benefit } from './model.ts';

/** Looks a card up by its id. */
export type ApplicantOf = (id: string) => Applicant | undefined;

/**
 * The card under which a merged one is shown: where the chain of mergers ends. Two workstations without a network can merge in a
 * circle; all of its cards are the same person then, and the one with the smallest id stands for them.
 */
export function rootOf(card: Applicant, of: ApplicantOf): Applicant {
  const path = new Map<string, Applicant>();
  for (let now = card; ; ) {
    path.set(now.id, now);
    const next = now.mergedInto === undefined ? undefined : of(now.mergedInto);
    if (next === undefined) return now;
    if (path.has(next.id)) return smallestOfCircle([...path.values()], next.id);
    now = next;
  }
}

function smallestOfCircle(path: readonly Applicant[], entry: string): Applicant {
  const circle = path.slice(path.findIndex(({ id }) => id === entry));
  return circle.reduce((least, card) => (card.id < least.id ? card : least));
}

/**
 * The shown card and every double of it, the shown one first, the rest by id.
 * @param doublesOf cards merged directly into the one given
 */
export function groupOf(
  card: Applicant,
  of: ApplicantOf,
  doublesOf: (id: string) => readonly Applicant[],
): [Applicant, ...Applicant[]] {
  const root = rootOf(card, of);
  const found = new Map<string, Applicant>([[root.id, root]]);
  // Grows while it is gone through.
  for (const member of found.values()) {
    for (const double of doublesOf(member.id)) if (!found.has(double.id)) found.set(double.id, double);
  }
  const [, ...doubles] = found.values();
  return [root, ...doubles.sort((a, b) => (a.id < b.id ? -1 : 1))];
}

/**
 * One card made of several: the first one's words, and what only the others know. Equal telephones, addresses and benefits stand
 * once. Nothing of it is stored, so that taking cards apart leaves each exactly as it was.
 */
export function joinedCard([root, ...doubles]: readonly [Applicant, ...Applicant[]]): Applicant {
  const cards = [root, ...doubles];
  const first = (read: (card: Applicant) => string | undefined) =>
    cards.map(read).find((value) => value !== undefined && value !== '');
  const phone = root.phone ?? cards.find((card) => card.phone !== null)?.phone ?? null;
  const phones = once(
    cards.flatMap((card) => [...(card.phones ?? []), ...ownPhone(card)]),
    (one) => one.phone,
  ).filter((one) => one.phone !== phone || one.answeredBy !== '' || one.notAfter !== null);
  const addresses = once(
    cards.flatMap((card) => [...(card.addresses ?? []), ...(card === root ? [] : ownAddress(card))]),
    addressKey,
  ).filter((one) => addressKey(one) !== addressKey({ address: root.address, note: '' }));
  const benefits = once(
    cards.flatMap((card) => card.benefits ?? []),
    ({ code, until }) => `${code} ${until ?? ''}`,
  );
  const filled = {
    ...(phones.length > 0 ? { phones: phones.slice(0, 20) } : {}),
    ...(addresses.length > 0 ? { addresses: addresses.slice(0, 20) } : {}),
    ...(benefits.length > 0 ? { benefits: benefits.slice(0, 20) } : {}),
    ...text(
      'email',
      first(({ email }) => email),
    ),
    ...text(
      'sex',
      first(({ sex }) => sex),
    ),
    ...text(
      'socialStatus',
      first(({ socialStatus }) => socialStatus),
    ),
    ...text('needs', needsOf(cards)),
    ...(cards.some(({ isProtected }) => isProtected === true) ? { isProtected: true } : {}),
  };
  return { ...root, phone, ...filled };
}

/** What is to be heeded with somebody: each note once, in the order of the cards. */
function needsOf(cards: readonly Applicant[]): string | undefined {
  const notes = new Set(cards.flatMap(({ needs }) => (needs === undefined || needs === '' ? [] : needs)));
  return notes.size === 0 ? undefined : [...notes].join('; ').slice(0, 1000);
}

function text(key: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [key]: value };
}

function ownPhone({ phone }: Applicant): ApplicantPhone[] {
  return phone === null ? [] : [{ phone, answeredBy: '', notAfter: null }];
}

function ownAddress({ address }: Applicant): ApplicantAddress[] {
  return address.settlement === '' && address.street === '' ? [] : [{ address, note: '' }];
}

function addressKey({ address }: ApplicantAddress): string {
  const { district, settlementCode, settlement, street, building, flat } = address;
  return [district, settlementCode || settlement, street, building, flat].map((part) => part ?? '').join('|');
}

/** Each of a kind once: the first of those that are the same. */
function once<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const one of all) if (!seen.has(keyOf(one))) seen.set(keyOf(one), one);
  return [...seen.values()];
}

/** Telephones of a card, the main one first, each once. */
export function phonesOf(card: Pick<Applicant, 'phone' | 'phones'>): string[] {
  return [...new Set([card.phone ?? [], (card.phones ?? []).map(({ phone }) => phone)].flat())];
}

/** Categories that still count on a day; an expired one raises nothing. */
export function benefitsInForce(card: Pick<Applicant, 'benefits'>, day: string): Benefit[] {
  return (card.benefits ?? []).filter(({ until }) => until === null || until >= day);
}
