import type { Address } from '../applicant/model.ts';
import { nearness } from '../similar/place.ts';
import { isAmong, streetHouses } from './houses.ts';
import type { Announcement, Area } from './model.ts';
import { isNamed } from './named.ts';

/**
 * `inside`: the place of the card lies in what is announced. `ask`: it may, once the caller says the street or the house.
 */
export type Fit = 'inside' | 'ask';

/** What a card says so far. */
export interface CardPlace {
  readonly topic: string;
  /** The address in every way its street is called; the first as it was said. Empty while nothing is known of the place. */
  readonly addresses: readonly Address[];
  /** The text of the notes: a street may be named there before the card holds anything. */
  readonly notes: string;
}

/** How far the place of a card is known to lie in an area: `nearby` is its settlement, with the street or the house still open. */
type Reach = 'inside' | 'nearby' | 'open' | 'outside';

const REACHES: readonly Reach[] = ['inside', 'nearby', 'open', 'outside'];

/** Whether an announcement concerns a card; null when it does not. What is said of another matter never appears, however near it is. */
export function fitOf(
  { topics, areas }: Pick<Announcement, 'topics' | 'areas'>,
  card: CardPlace,
): Fit | null {
  const isSameTopic = topics.includes(card.topic);
  const isOfGroup = topics.some((topic) => groupOf(topic) === groupOf(card.topic));
  if (card.topic !== '' && !isOfGroup) return null;
  const reaches = areas.flatMap((area) => card.addresses.map((address) => reachOf(area, address)));
  const reach = areas.length === 0 ? 'inside' : (REACHES.find((one) => reaches.includes(one)) ?? 'open');
  if (reach === 'outside') return null;
  if (reach === 'open' && areas.some((area) => isNamed(area, card.notes))) return 'ask';
  if (reach === 'inside') {
    // What holds everywhere is no news in a call about who knows what.
    return areas.length > 0 || card.topic !== '' ? 'inside' : null;
  }
  return reach === 'nearby' || isSameTopic ? 'ask' : null;
}

function groupOf(topic: string): string {
  return topic.split('.')[0] ?? topic;
}

function reachOf(area: Area, address: Address): Reach {
  if (area.settlement === '') return ofDistrict(area, address);
  if (address.settlement === '') {
    const isElsewhere = area.district !== '' && address.district !== '' && area.district !== address.district;
    return isElsewhere ? 'outside' : 'open';
  }
  const { district, settlement, settlementCode, streets } = area;
  const place = { district, settlement, ...(settlementCode === undefined ? {} : { settlementCode }) };
  if (nearness({ ...place, street: '' }, address) === null) return 'outside';
  if (streets.length === 0) return 'inside';
  if (address.street.trim() === '') return 'nearby';
  const reaches = streets.map((line) => ofStreet(line, place, address));
  return REACHES.find((one) => reaches.includes(one)) ?? 'outside';
}

function ofDistrict({ district }: Area, address: Address): Reach {
  if (address.district === '') return 'open';
  return address.district === district ? 'inside' : 'outside';
}

function ofStreet(line: string, place: Omit<Address, 'street'>, address: Address): Reach {
  const meant = streetHouses(line);
  const near = nearness({ ...place, street: meant.street }, address);
  if (near === null || near === 'settlement') return 'outside';
  const house = address.building?.trim() || streetHouses(address.street).houses[0] || '';
  const among = isAmong(house, meant);
  return among === null ? 'nearby' : among ? 'inside' : 'outside';
}
