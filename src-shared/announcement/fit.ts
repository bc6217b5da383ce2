import { type ReadAddress, readAddress } from '../address/read.ts';
import type { Address } from '../applicant/model.ts';
import { nearness } from '../similar/place.ts';
import type { ReadArea, ReadStreet } from './area.ts';
import { isAmong } from './houses.ts';
import type { Announcement } from './model.ts';
import { isNamed, type SaidWords, saidWords } from './named.ts';

/**
 * `inside`: the place of the card lies in what is announced. `ask`: it may, once the caller says the street or the house.
 */
export type Fit = 'inside' | 'ask';

/** What a card says so far, read once for all announcements. */
export interface CardPlace {
  readonly topic: string;
  readonly addresses: readonly { readonly address: Address; readonly read: ReadAddress }[];
  readonly said: SaidWords;
}

/** An announcement whose areas were read. */
export interface ReadAnnouncement extends Pick<Announcement, 'topics'> {
  readonly areas: readonly ReadArea[];
}

/** How far the place of a card is known to lie in an area: `nearby` is its settlement, with the street or the house still open. */
type Reach = 'inside' | 'nearby' | 'open' | 'outside';

const REACHES: readonly Reach[] = ['inside', 'nearby', 'open', 'outside'];

/**
 * Reads what a card says.
 * @param addresses the address in every way its street is called, the first as it was said; empty while nothing is known of the place
 * @param notes a street may be named there before the card holds anything
 */
export function cardPlace(topic: string, addresses: readonly Address[], notes: string): CardPlace {
  return {
    topic,
    addresses: addresses.map((address) => ({ address, read: readAddress(address) })),
    said: saidWords(notes),
  };
}

/** Whether an announcement concerns a card; null when it does not. What is said of another matter never appears, however near it is. */
export function fitOf({ topics, areas }: ReadAnnouncement, card: CardPlace): Fit | null {
  const isSameTopic = topics.includes(card.topic);
  const isOfGroup = topics.some((topic) => groupOf(topic) === groupOf(card.topic));
  if (card.topic !== '' && !isOfGroup) return null;
  const reaches = areas.flatMap((area) => card.addresses.map((place) => reachOf(area, place)));
  const reach = areas.length === 0 ? 'inside' : (REACHES.find((one) => reaches.includes(one)) ?? 'open');
  if (reach === 'outside') return null;
  if (reach === 'open' && areas.some((area) => isNamed(area, card.said))) return 'ask';
  if (reach === 'inside') {
    // What holds everywhere is no news in a call about who knows what.
    return areas.length > 0 || card.topic !== '' ? 'inside' : null;
  }
  return reach === 'nearby' || isSameTopic ? 'ask' : null;
}

function groupOf(topic: string): string {
  return topic.split('.')[0] ?? topic;
}

function reachOf(area: ReadArea, { address, read }: CardPlace['addresses'][number]): Reach {
  if (area.settlement === '') return ofDistrict(area, address);
  if (address.settlement === '') {
    const isElsewhere = area.district !== '' && address.district !== '' && area.district !== address.district;
    return isElsewhere ? 'outside' : 'open';
  }
  const { district, settlement, settlementCode, streets } = area;
  const place = {
    district,
    settlement,
    street: '',
    ...(settlementCode === undefined ? {} : { settlementCode }),
  };
  if (nearness(place, address) === null) return 'outside';
  if (streets.length === 0) return 'inside';
  if (read.street === '') return 'nearby';
  const reaches = streets.map((street) => ofStreet(street, read));
  return REACHES.find((one) => reaches.includes(one)) ?? 'outside';
}

function ofDistrict({ district }: ReadArea, address: Address): Reach {
  if (address.district === '') return 'open';
  return address.district === district ? 'inside' : 'outside';
}

function ofStreet(street: ReadStreet, { street: said, building }: ReadAddress): Reach {
  if (street.key !== said) return 'outside';
  const among = isAmong(building, street);
  return among === null ? 'nearby' : among ? 'inside' : 'outside';
}
