import { v7 as mint } from 'uuid';
import { z } from 'zod';
import { create } from 'zustand';
import { type Announcement, AnnouncementText } from '../../src-shared/announcement/model.ts';
import { legalDay, legalInstant } from '../../src-shared/clock.ts';
import { formatOf } from '../ui/format.ts';
import { readTime } from '../ui/writtenTime.ts';
import { keepUnfinished } from '../unfinished/unfinished.ts';
import { useBegun } from '../unfinished/useBegun.ts';

/** A moment while it is written: its day and its time of Kyiv apart, either still missing. */
const WrittenMoment = z.object({ day: z.string().nullable(), time: z.string() });
export type WrittenMoment = z.infer<typeof WrittenMoment>;

/** A place while it is written: the streets are one text, a street a line. */
const WrittenArea = z.object({
  district: z.string(),
  settlement: z.string(),
  settlementCode: z.string().optional(),
  streets: z.string(),
});
export type WrittenArea = z.infer<typeof WrittenArea>;

/** An announcement while it is written. */
const WrittenAnnouncement = z.object({
  title: z.string(),
  body: z.string(),
  topics: z.array(z.string()),
  areas: z.array(WrittenArea),
  from: WrittenMoment,
  until: WrittenMoment,
});
export type WrittenAnnouncement = z.infer<typeof WrittenAnnouncement>;

/** What its author has begun to write: on disk with every pause, and for its author alone. */
const EditedAnnouncement = z.object({
  announcement: z.string(),
  /** The version its author began from; 0 for a new one. */
  expected: z.int().nonnegative(),
  text: WrittenAnnouncement,
  /** The refused command this is another try of. */
  settles: z.string().nullable().default(null),
});
export type EditedAnnouncement = z.infer<typeof EditedAnnouncement>;

interface AnnouncementsState {
  readonly cursor: string | null;
  readonly opened: string | null;
  /** What was given up last, and by whom: its author can bring it back. */
  readonly dropped: { readonly by: string; readonly edited: EditedAnnouncement } | null;
}

/** What the part of the announcements shows; it stays while other sections are open. */
export const useAnnouncements = create<AnnouncementsState>(() => ({
  cursor: null,
  opened: null,
  dropped: null,
}));

const PART = 'announcement';

/** The announcement the signed-in person is writing. */
export function useEditedAnnouncement(): EditedAnnouncement | undefined {
  return useBegun(PART, EditedAnnouncement);
}

/** Keeps what is being written. */
export function keepAnnouncement(edited: EditedAnnouncement): void {
  keepUnfinished(edited.announcement, PART, edited);
}

export const NO_AREA: WrittenArea = { district: '', settlement: '', streets: '' };

/**
 * Begins a new announcement.
 * @param nowMs it holds from now on unless its author says otherwise
 */
export function writeAnnouncement(nowMs: number): void {
  const from = momentOf(nowMs);
  const text = {
    title: '',
    body: '',
    topics: [],
    areas: [NO_AREA],
    from,
    until: { day: from.day, time: '' },
  };
  keepAnnouncement({ announcement: mint(), expected: 0, text, settles: null });
}

/** Begins a change of an announcement. */
export function editAnnouncement(announcement: Announcement): void {
  const { id, version } = announcement;
  keepAnnouncement({ announcement: id, expected: version, text: writtenOf(announcement), settles: null });
}

/** Brings an announcement that the centre refused into the editor, beside what stands now. */
export function editRefusedAnnouncement(
  command: string,
  payload: Readonly<Record<string, unknown>>,
): boolean {
  const text = AnnouncementText.safeParse(payload.text).data;
  const { announcement, expected } = payload;
  if (text === undefined || typeof announcement !== 'string' || typeof expected !== 'number') return false;
  keepAnnouncement({ announcement, expected, text: writtenOf(text), settles: command });
  return true;
}

function writtenOf({ title, body, topics, areas, from, until }: AnnouncementText): WrittenAnnouncement {
  return {
    title,
    body,
    topics,
    areas: areas.map(({ streets, ...area }) => ({ ...area, streets: streets.join('\n') })),
    from: momentOf(Date.parse(from)),
    until: momentOf(Date.parse(until)),
  };
}

/** A moment as it is written, by the clock of Kyiv: the same in every language. */
function momentOf(ms: number): WrittenMoment {
  return { day: legalDay(ms), time: formatOf('uk').time(ms) };
}

/** It is announced. */
export function endAnnouncement({ announcement }: EditedAnnouncement): void {
  keepUnfinished(announcement, PART, null);
}

/** The author gives it up; it can be brought back while the window stands. */
export function dropAnnouncement(edited: EditedAnnouncement, by: string): void {
  endAnnouncement(edited);
  useAnnouncements.setState({ dropped: { by, edited } });
}

/** Brings back what was given up. */
export function takeBackAnnouncement(edited: EditedAnnouncement): void {
  keepAnnouncement(edited);
  useAnnouncements.setState({ dropped: null });
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
  const read = readTime(time);
  return day === null || read === null ? null : legalInstant(day, read);
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
