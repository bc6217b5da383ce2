import type { z } from 'zod';
import { readAddress } from '../../../src-shared/address/read.ts';
import { type ReadArea, readArea } from '../../../src-shared/announcement/area.ts';
import { cardPlace, fitOf } from '../../../src-shared/announcement/fit.ts';
import { type Announcement, type Area, phaseOf } from '../../../src-shared/announcement/model.ts';
import type {
  AnnouncementAtInput,
  AnnouncementLine,
  FoundAnnouncement,
} from '../../../src-shared/announcement/queries.ts';
import type { Address } from '../../../src-shared/applicant/model.ts';
import { toInstant } from '../../../src-shared/clock.ts';
import { foldForSearch } from '../../../src-shared/text/words.ts';
import type { Desk } from '../desk.ts';
import { whoIsCalling } from './applicantCaller.ts';

/** Most announcements that are looked through at once: a region in a bad winter has some hundreds. */
const LOOKED_AT = 2000;
/** Those that are over are shown for looking back, not for ever. */
const LATEST_OVER = 50;
/** Most that are said beside one card: more is noise. */
const MOST_SAID = 10;
/** What begins within this time is told already, in milliseconds. */
const AHEAD_MS = 24 * 3_600_000;

/** More people than these at one number: it says nothing of a home. */
const MOST_AT_HOME = 3;

const FITS: readonly FoundAnnouncement['fit'][] = ['inside', 'home', 'ask'];

/** announcement.list: what holds now, what is ahead, what is over or withdrawn. */
export function listAnnouncements(desk: Desk): AnnouncementLine[] {
  const { announcement: store, record } = desk.stores.records;
  const at = toInstant(desk.time.serverMs());
  const goingOn = store.goingOn(at, LOOKED_AT);
  const phases = ['now', 'ahead', 'withdrawn', 'over'] as const;
  return [...goingOn, ...store.over(at, LATEST_OVER)]
    .map((announcement) => ({
      announcement,
      phase: phaseOf(announcement, at),
      savedBy: record.get('operator', announcement.savedBy)?.name ?? '',
    }))
    .sort((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase));
}

/** announcement.at: what is announced for the topic and the places of a card; what lies in it before what may. */
export function announcementsAt(
  desk: Desk,
  { topic, places, notes, phone }: z.output<typeof AnnouncementAtInput>,
): FoundAnnouncement[] {
  const nowMs = desk.time.serverMs();
  const at = toInstant(nowMs);
  const soon = toInstant(nowMs + AHEAD_MS);
  const standing = desk.stores.records.announcement
    .goingOn(at, LOOKED_AT)
    .filter(({ state, from }) => state === 'published' && from <= soon);
  // The directory is asked only when there is something to compare with.
  if (standing.length === 0) return [];
  // The place of the matter decides; the caller's own address counts only while the matter has none.
  const place = places.find(isSaid);
  const card = cardPlace(topic, place === undefined ? [] : calledSo(desk, place, standing), notes);
  const homes = place === undefined ? homesOf(desk, phone) : [];
  const atHome = homes.map((home) => cardPlace(topic, calledSo(desk, home, standing), ''));
  return standing
    .flatMap((announcement) => {
      const read = { topics: announcement.topics, areas: areasOf(announcement) };
      const isHome = announcement.areas.length > 0 && atHome.some((home) => fitOf(read, home) === 'inside');
      const fit: FoundAnnouncement['fit'] | null = isHome ? 'home' : fitOf(read, card);
      const phase = phaseOf(announcement, at);
      return fit === null || (phase !== 'now' && phase !== 'ahead') ? [] : [{ announcement, fit, phase }];
    })
    .sort(
      (a, b) =>
        FITS.indexOf(a.fit) - FITS.indexOf(b.fit) ||
        Number(a.phase === 'ahead') - Number(b.phase === 'ahead') ||
        Number(b.announcement.topics.includes(topic)) - Number(a.announcement.topics.includes(topic)),
    )
    .slice(0, MOST_SAID);
}

/** Where those live who may be calling from a number; nobody's where it is shared, hidden or protected. */
function homesOf(desk: Desk, phone: string): Address[] {
  if (phone === '') return [];
  const { people, isPart } = whoIsCalling(desk, { phone, call: null });
  if (isPart || people.length > MOST_AT_HOME) return [];
  return people.flatMap(({ address }) => (address !== null && isSaid(address) ? [address] : []));
}

function isSaid({ district, settlement }: Address): boolean {
  return district !== '' || settlement.trim() !== '';
}

/**
 * An address under every name of its street, present and former, as the directory knows them; the first as it was said. A large town has
 * thousands of streets: they are read only where some announcement names streets of it.
 */
function calledSo(desk: Desk, address: Address, standing: readonly Announcement[]): Address[] {
  const { settlementCode: settlement } = address;
  const { street: said, building } = readAddress(address);
  const isMeant = ({ streets, settlementCode }: Area) =>
    streets.length > 0 && (settlementCode === undefined || settlementCode === settlement);
  if (settlement === undefined || said === '' || !standing.some(({ areas }) => areas.some(isMeant)))
    return [address];
  const [word = ''] = said.split(' ');
  const isThis = (name: string) =>
    foldForSearch(name).includes(word) && readAddress({ ...address, street: name }).street === said;
  const same = desk.stores.records.directory
    .streetsOf(settlement)
    .filter(({ uk, ru, former }) => [uk, ru, ...former].some(isThis));
  const names = same.flatMap(({ uk, ru, former }) => [uk, ru, ...former]).filter((name) => name !== '');
  return [address, ...names.map((street) => ({ ...address, street, building }))];
}

/** Areas of announcements that were read, by their version; never more than stand at once. */
const readAreas = new Map<string, readonly ReadArea[]>();

function areasOf({ id, version, savedAt, areas }: Announcement): readonly ReadArea[] {
  const key = `${id} ${version} ${savedAt}`;
  const known = readAreas.get(key);
  if (known !== undefined) return known;
  if (readAreas.size >= LOOKED_AT) readAreas.clear();
  const read = areas.map(readArea);
  readAreas.set(key, read);
  return read;
}
