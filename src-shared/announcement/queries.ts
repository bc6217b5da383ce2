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
});

/** One announcement that concerns the card. */
export const FoundAnnouncement = z.strictObject({
  announcement: Announcement,
  fit: z.enum(['inside', 'ask']),
  phase: z.enum(['now', 'ahead']),
});
export type FoundAnnouncement = z.infer<typeof FoundAnnouncement>;
export const AnnouncementAtOutput = z.strictObject({ found: z.array(FoundAnnouncement) });
