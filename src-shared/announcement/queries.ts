import { z } from 'zod';
import { Address } from '../applicant/model.ts';
import { Announcement } from './model.ts';

/** announcement.list: what is announced now, what is ahead, and what ended lately. */
export const AnnouncementLine = z.strictObject({
  announcement: Announcement,
  phase: z.enum(['now', 'ahead', 'over', 'withdrawn']),
  savedBy: z.string(),
});
export type AnnouncementLine = z.infer<typeof AnnouncementLine>;
export const AnnouncementListOutput = z.strictObject({ lines: z.array(AnnouncementLine) });

/** announcement.at: what is announced for the topic and the places of a card. */
export const AnnouncementAtInput = z.strictObject({
  topic: z.string().max(20),
  /** The places of the card: the one it is about, the caller's own. */
  places: z.array(Address).max(5),
  /** The end of the notes, where a street may be named before it is in the card. */
  notes: z.string().max(4000),
  /** Number of the caller: whose home it is counts while no place was said. */
  phone: z.string().max(80),
});

/**
 * One announcement that concerns the card: its place lies in it (`inside`), it is the address of whoever has the number of the call
 * (`home`), or the street or house is still open (`ask`).
 */
export const FoundAnnouncement = z.strictObject({
  announcement: Announcement,
  fit: z.enum(['inside', 'home', 'ask']),
  phase: z.enum(['now', 'ahead']),
});
export type FoundAnnouncement = z.infer<typeof FoundAnnouncement>;
export const AnnouncementAtOutput = z.strictObject({ found: z.array(FoundAnnouncement) });
