import type { z } from 'zod';
import { type Fit, fitOf } from '../../../src-shared/announcement/fit.ts';
import { streetHouses } from '../../../src-shared/announcement/houses.ts';
import { phaseOf } from '../../../src-shared/announcement/model.ts';
import type {
  AnnouncementAtInput,
  AnnouncementLine,
  FoundAnnouncement,
} from '../../../src-shared/announcement/queries.ts';
import type { Address } from '../../../src-shared/applicant/model.ts';
import { toInstant } from '../../../src-shared/clock.ts';
import { nearness } from '../../../src-shared/similar/place.ts';
import type { Desk } from '../desk.ts';

/** Most announcements that are looked through at once: a region in a bad winter has some hundreds. */
const LOOKED_AT = 2000;
/** Those that are over are shown for looking back, not for ever. */
const LATEST_OVER = 50;
/** Most that are said beside one card: more is noise. */
const MOST_SAID = 10;
/** What begins within this time is told already, in milliseconds. */
const AHEAD_MS = 24 * 3_600_000;

const FITS: readonly Fit[] = ['inside', 'ask'];

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
  { topic, places, notes }: z.output<typeof AnnouncementAtInput>,
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
  const said = place === undefined ? [] : calledSo(desk, place);
  return standing
    .flatMap((announcement) => {
      const fit = fitOf(announcement, { topic, notes, addresses: said });
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

function isSaid({ district, settlement }: Address): boolean {
  return district !== '' || settlement.trim() !== '';
}

/** An address under every name of its street, present and former, as the directory knows them; the first as it was said. */
function calledSo(desk: Desk, address: Address): Address[] {
  const { settlementCode: settlement } = address;
  if (settlement === undefined || address.street.trim() === '') return [address];
  const building = address.building ?? streetHouses(address.street).houses[0];
  const isThis = (name: string) =>
    name !== '' && ['street', 'building'].includes(nearness({ ...address, street: name }, address) ?? '');
  const same = desk.stores.records.directory
    .streetsOf(settlement)
    .filter(({ uk, ru, former }) => [uk, ru, ...former].some(isThis));
  const names = same.flatMap(({ uk, ru, former }) => [uk, ru, ...former]).filter((name) => name !== '');
  return [
    address,
    ...names.map((street) => ({ ...address, street, ...(building === undefined ? {} : { building }) })),
  ];
}
