import { z } from 'zod';
import { AppealKind } from '../appeal/model.ts';
import { RegionId } from '../brand.ts';

const count = z.int().nonnegative();

/** A month of a year such as `2026-10`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export type Month = z.infer<typeof Month>;

/**
 * Figures of one region and month, counted from the records. Appeals and consultations belong to the month of their legal
 * day, calls to that of their start in Kyiv. Lists are ordered by size, the largest first.
 */
export const MonthFigures = z.strictObject({
  region: RegionId,
  month: Month,
  calls: count,
  consultations: count,
  appeals: count,
  urgent: count,
  /** Urgent appeals that at least one authority was told of. */
  urgentForwarded: count,
  /** Appeals of the month still held on control when the figures were taken. */
  onControl: count,
  byKind: z.record(AppealKind, count),
  /** The most frequent ones, appeals and consultations together. */
  topTopics: z.array(z.strictObject({ topic: z.string(), appeals: count, consultations: count })),
  /** By where the problem is; an empty code where nobody said. */
  byDistrict: z.array(z.strictObject({ district: z.string(), appeals: count, consultations: count })),
  /** Appeals of the month by the authority they were handed to; one may go to several. */
  byAuthority: z.array(z.strictObject({ authority: z.string(), appeals: count, urgent: count })),
  /** Calls by the hour of their start in Kyiv, in the order of the day. */
  byHour: z.array(z.strictObject({ hour: z.int().min(0).max(23), calls: count })),
});
export type MonthFigures = z.infer<typeof MonthFigures>;
