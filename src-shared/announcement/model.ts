import { z } from 'zod';
import { AnnouncementId, OperatorId, RegionId } from '../brand.ts';
import { Instant } from '../clock.ts';

const line = (max: number) => z.string().trim().max(max);

/**
 * A place that an announcement is about. Every part narrows the one before: the district, a settlement of it, streets of that
 * settlement. Without a settlement it is the whole district; without streets the whole settlement.
 */
export const Area = z.strictObject({
  /** Code of the raion; empty while it follows from nothing. */
  district: line(20),
  settlement: line(120),
  /** KATOTTH code of the settlement when it was chosen from the directory. */
  settlementCode: line(30).optional(),
  /** One street each, its houses after it where not all are meant: `Садова 1-25 непарні, 30`. */
  streets: z.array(line(240).min(1)).max(200),
});
export type Area = z.infer<typeof Area>;

/** What a lead writes of an announcement. */
export const AnnouncementText = z.strictObject({
  /** Seen at a glance, such as `Немає води до 18:00`. */
  title: line(200).min(1),
  /** What the caller is told. */
  body: line(4000),
  /** A caller who is told it counts as a consultation, and a consultation is counted by its topic. */
  topics: z.array(z.string().min(1).max(20)).min(1).max(20),
  /** None: it is about the whole region. */
  areas: z.array(Area).max(50),
  from: Instant,
  until: Instant,
});
export type AnnouncementText = z.infer<typeof AnnouncementText>;

/** Something announced for a place and a time: a planned outage, a road that is closed. */
export const Announcement = AnnouncementText.extend({
  id: AnnouncementId,
  region: RegionId,
  state: z.enum(['published', 'withdrawn']),
  /** Rises with every change by a lead. */
  version: z.int().positive(),
  savedBy: OperatorId,
  savedAt: Instant,
  /** How many callers were told it. */
  told: z.int().nonnegative(),
});
export type Announcement = z.infer<typeof Announcement>;

/** Where an announcement stands at a moment; one that is over leaves every operator's screen by itself. */
export type AnnouncementPhase = 'now' | 'ahead' | 'over' | 'withdrawn';

/**
 * The phase of an announcement.
 * @param at instant
 */
export function phaseOf(
  { state, from, until }: Pick<Announcement, 'state' | 'from' | 'until'>,
  at: Instant,
): AnnouncementPhase {
  if (state === 'withdrawn') return 'withdrawn';
  if (at >= until) return 'over';
  return at < from ? 'ahead' : 'now';
}
