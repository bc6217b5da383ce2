import { z } from 'zod';
import { topicByCode } from '../catalog/topic.ts';
import { type Day, Instant } from '../clock.ts';
import { type Appeal, AppealStatus } from './model.ts';
import { AppealLine } from './queries.ts';

/** How far back a list goes, in days, today among them: kept views go along with the calendar. */
export const BROWSE_DAYS = { today: 1, week: 7, month: 30, year: 365 } as const;
export const BrowsePeriod = z.enum(['today', 'week', 'month', 'year']);

/** Which appeals the full list shows; null where it does not matter. Read together it is one sentence. */
export const BrowseFilter = z.strictObject({
  /** `mine`, `nobody`, or an operator's id. */
  assignee: z.union([z.enum(['mine', 'nobody']), z.uuid()]).nullable(),
  urgentOnly: z.boolean(),
  status: AppealStatus.nullable(),
  /** Code of the district where the problem is. */
  district: z.string().max(40).nullable(),
  /** Code of a group of topics. */
  topicGroup: z.string().max(20).nullable(),
  /** Classifier facet 2. */
  receiptSign: z.string().max(10).nullable(),
  /** When it was registered. */
  period: BrowsePeriod.nullable(),
});
export type BrowseFilter = z.infer<typeof BrowseFilter>;

export const BrowseOrder = z.enum(['newest', 'oldest']);
export type BrowseOrder = z.infer<typeof BrowseOrder>;

/** A place in the list: the next page begins behind it, whatever was added or removed meanwhile. */
export const BrowsePlace = z.strictObject({ registeredAt: Instant, id: z.string().max(60) });
export type BrowsePlace = z.infer<typeof BrowsePlace>;

/** appeal.browse: one page of the full list. */
export const BrowseInput = z.strictObject({
  filter: BrowseFilter,
  order: BrowseOrder,
  after: BrowsePlace.nullable(),
  limit: z.int().positive().max(500),
});

/**
 * One page. A question looks at no more than some hundred appeals, so that it never holds up typing: there may be fewer lines than asked
 * for, or none, and still more behind `next`.
 */
export const BrowseOutput = z.strictObject({
  lines: z.array(AppealLine),
  /** Where the next page begins; null at the end. */
  next: BrowsePlace.nullable(),
});
export type Browse = z.infer<typeof BrowseOutput>;

/** The list without any condition. */
export const EVERYTHING: BrowseFilter = {
  assignee: null,
  urgentOnly: false,
  status: null,
  district: null,
  topicGroup: null,
  receiptSign: null,
  period: null,
};

/**
 * Whether the list shows an appeal.
 * @param me the operator who asks
 * @param since first legal day of the filter's period; null without one
 * @param district where the problem is, or else where the applicant lives
 */
export function fitsFilter(
  filter: BrowseFilter,
  { me, since }: { readonly me: string; readonly since: Day | null },
  appeal: Appeal,
  district: () => string,
): boolean {
  const { assignee, urgentOnly, status, topicGroup, receiptSign } = filter;
  if (assignee !== null && appeal.assignee !== assigneeMeant(assignee, me)) return false;
  if (urgentOnly && !appeal.urgent) return false;
  if (status !== null && appeal.status !== status) return false;
  if (since !== null && appeal.day < since) return false;
  if (receiptSign !== null && appeal.receiptSign !== receiptSign) return false;
  if (topicGroup !== null && topicByCode(appeal.topic)?.group.code !== topicGroup) return false;
  return filter.district === null || district() === filter.district;
}

/** The operator a filter means; null means nobody. */
export function assigneeMeant(assignee: NonNullable<BrowseFilter['assignee']>, me: string): string | null {
  if (assignee === 'mine') return me;
  return assignee === 'nobody' ? null : assignee;
}
