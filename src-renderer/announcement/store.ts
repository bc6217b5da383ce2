import { v7 as mint } from 'uuid';
import { create } from 'zustand';
import type { Announcement, AnnouncementText, Area } from '../../src-shared/announcement/model.ts';
import { AnnouncementId } from '../../src-shared/brand.ts';
import { type Day, legalDay, legalInstant } from '../../src-shared/clock.ts';

/** A moment while it is written: its day and its time of Kyiv apart, either still missing. */
export interface WrittenMoment {
  readonly day: Day | null;
  readonly time: string;
}

/** A place while it is written: the streets are one text, a street a line. */
export interface WrittenArea extends Omit<Area, 'streets'> {
  readonly streets: string;
}

/** An announcement while it is written. */
export interface WrittenAnnouncement {
  readonly title: string;
  readonly body: string;
  readonly topics: readonly string[];
  readonly areas: readonly WrittenArea[];
  readonly from: WrittenMoment;
  readonly until: WrittenMoment;
}

/** What its author has begun to write. */
export interface EditedAnnouncement {
  readonly announcement: AnnouncementId;
  /** The version its author began from; 0 for a new one. */
  readonly expected: number;
  readonly text: WrittenAnnouncement;
}

interface AnnouncementsState {
  readonly cursor: string | null;
  readonly opened: string | null;
  /** Author -> what they are writing: the next lead at this workstation never sees it. */
  readonly edited: Readonly<Record<string, EditedAnnouncement>>;
}

/** What the part of the announcements shows; it stays while other sections are open. */
export const useAnnouncements = create<AnnouncementsState>(() => ({
  cursor: null,
  opened: null,
  edited: {},
}));

export const NO_AREA: WrittenArea = { district: '', settlement: '', streets: '' };

/**
 * Begins a new announcement; one that its author is writing is gone back to.
 * @param nowMs it holds from now on unless its author says otherwise
 * @param time of a moment in Kyiv, such as `14:05`
 */
export function writeAnnouncement(author: string, nowMs: number, time: (ms: number) => string): void {
  const from = { day: legalDay(nowMs), time: time(nowMs) };
  const text = {
    title: '',
    body: '',
    topics: [],
    areas: [NO_AREA],
    from,
    until: { day: from.day, time: '' },
  };
  const fresh = { announcement: AnnouncementId.parse(mint()), expected: 0, text };
  useAnnouncements.setState(({ edited }) => ({ edited: { [author]: fresh, ...edited } }));
}

/** Begins a change of an announcement. */
export function editAnnouncement(
  author: string,
  { id, version, title, body, topics, areas, from, until }: Announcement,
  time: (instant: string) => string,
): void {
  const moment = (instant: string) => ({ day: legalDay(Date.parse(instant)), time: time(instant) });
  const written = areas.map(({ streets, ...area }) => ({ ...area, streets: streets.join('\n') }));
  const text = { title, body, topics, areas: written, from: moment(from), until: moment(until) };
  useAnnouncements.setState(({ edited }) => ({
    edited: { ...edited, [author]: { announcement: id, expected: version, text } },
  }));
}

/** Changes what an author is writing. */
export function changeAnnouncement(author: string, part: Partial<WrittenAnnouncement>): void {
  useAnnouncements.setState(({ edited }) => {
    const mine = edited[author];
    return mine ? { edited: { ...edited, [author]: { ...mine, text: { ...mine.text, ...part } } } } : {};
  });
}

/** The author is done with what they were writing. */
export function endAnnouncement(author: string): void {
  useAnnouncements.setState(({ edited: { [author]: _done, ...edited } }) => ({ edited }));
}

/** What is written, as it is announced; null while something it needs is missing. */
export function announcementText(text: WrittenAnnouncement): AnnouncementText | null {
  const from = instantOf(text.from);
  const until = instantOf(text.until);
  if (from === null || until === null || text.title.trim() === '' || text.topics.length === 0) return null;
  const areas = text.areas
    .map((area) => ({ ...area, streets: linesOf(area.streets) }))
    .filter(({ district, settlement }) => district !== '' || settlement.trim() !== '');
  return { title: text.title, body: text.body, topics: [...text.topics], areas, from, until };
}

/** A written moment as an instant; null while it is none. */
export function instantOf({ day, time }: WrittenMoment): string | null {
  return day === null ? null : legalInstant(day, time.trim());
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
