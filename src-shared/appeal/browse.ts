import { z } from 'zod';
import { AppealId } from '../brand.ts';
import { topicByCode } from '../catalog/topic.ts';
import type { Day } from '../clock.ts';
import type { Role } from '../operator/model.ts';
import { Language } from '../settings/model.ts';
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

/** Orders every release knows. */
export const BASE_ORDERS = ['newest', 'oldest'] as const;
/** By time, or by a column up or down; equal lines the latest first. */
export const BrowseOrder = z.enum([
  ...BASE_ORDERS,
  'number.up',
  'number.down',
  'topic.up',
  'topic.down',
  'applicant.up',
  'applicant.down',
  'district.up',
  'district.down',
  'assignee.up',
  'assignee.down',
  'status.up',
  'status.down',
  'priority.up',
  'priority.down',
  'due.up',
  'due.down',
]);
export type BrowseOrder = z.infer<typeof BrowseOrder>;

/** What a list can be put in order by: columns, and how pressing an appeal is, the most pressing up. */
export const ORDER_COLUMNS = [
  'number',
  'topic',
  'applicant',
  'district',
  'assignee',
  'status',
  'priority',
  'due',
] as const;
export type OrderColumn = (typeof ORDER_COLUMNS)[number];

/** The column of an order; null for an order of time. */
export function orderColumn(order: BrowseOrder): OrderColumn | null {
  return ORDER_COLUMNS.find((column) => order.startsWith(`${column}.`)) ?? null;
}

/** The order a column's heading gives next: up, down, then that of time again. */
export function nextOrder(order: BrowseOrder, column: OrderColumn): BrowseOrder {
  if (order === `${column}.up`) return `${column}.down`;
  return order === `${column}.down` ? 'newest' : `${column}.up`;
}

/** What a line of the full list can show, in this order. */
export const BrowseColumn = z.enum([
  'number',
  'topic',
  'applicant',
  'district',
  'assignee',
  'status',
  'due',
  'sign',
]);
export type BrowseColumn = z.infer<typeof BrowseColumn>;
export const BrowseColumns = z.array(BrowseColumn).min(1).max(BrowseColumn.options.length);

/** Columns until somebody chooses others. */
export const USUAL_COLUMNS: readonly BrowseColumn[] = ['number', 'topic', 'assignee', 'status'];

/** A list in full: which appeals, in which order, for whose eyes names are put in order. */
export const BrowseWanted = z.strictObject({ filter: BrowseFilter, order: BrowseOrder, language: Language });
export type BrowseWanted = z.infer<typeof BrowseWanted>;

/** appeal.browse: a stretch of the full list. */
export const BrowseInput = z.strictObject({
  wanted: BrowseWanted,
  /** Place of the first line, from 0. */
  from: z.int().nonnegative(),
  limit: z.int().positive().max(500),
  /** The stretch is wanted around this appeal if the list has it, so many lines before it. */
  around: z.strictObject({ appeal: AppealId, before: z.int().nonnegative().max(500) }).nullable(),
  /** Records changed: the list is to be made anew. */
  isAnew: z.boolean(),
  /** Answer only when everything is counted and in order; else with what is there after a moment. */
  isPatient: z.boolean(),
});

/** The stretch as it stands. Counting goes on in short steps between other work: it never holds up typing. */
export const BrowseOutput = z.strictObject({
  /** Place of the first of the lines. */
  from: z.int().nonnegative(),
  /** Null stands for one that has gone since the list was made. */
  lines: z.array(AppealLine.nullable()),
  /** How many there are in all; null while they are being counted. */
  total: z.int().nonnegative().nullable(),
  /** How many have been found so far. */
  found: z.int().nonnegative(),
});
export type Browse = z.infer<typeof BrowseOutput>;

/** By what the appeals of a list can be counted. */
export const FigureBy = z.enum(['district', 'topicGroup', 'status', 'assignee', 'receiptSign', 'month']);
export type FigureBy = z.infer<typeof FigureBy>;

/** appeal.figure: how many of the list's appeals there are of each kind. */
export const FigureInput = z.strictObject({ wanted: BrowseWanted, by: FigureBy });
export const FigureOutput = z.strictObject({
  total: z.int().nonnegative(),
  /** Code, or month as `2026-11`; empty: not said. The names of operators come with it. The most first, months in their order. */
  parts: z.array(
    z.strictObject({ code: z.string(), name: z.string().nullable(), count: z.int().nonnegative() }),
  ),
});
export type Figure = z.infer<typeof FigureOutput>;

/** Roles that may take a list of appeals out of the program. */
export const EXPORTS: readonly Role[] = ['lead', 'control', 'analyst', 'admin'];

/** appeal.export: the list as a table for other programs; the person says where to. */
export const ExportInput = z.strictObject({ wanted: BrowseWanted });
export const ExportOutput = z.discriminatedUnion('saved', [
  z.strictObject({ saved: z.literal(false) }),
  z.strictObject({ saved: z.literal(true), name: z.string(), rows: z.int().nonnegative() }),
]);
export const ExportWriteInput = z.strictObject({ wanted: BrowseWanted, path: z.string().min(1).max(4096) });
export const ExportWritten = z.strictObject({ rows: z.int().nonnegative() });

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

/** What a condition looks at. */
export type BrowseFacts = Pick<Appeal, 'urgent' | 'status' | 'day' | 'receiptSign' | 'topic'> & {
  readonly assignee: string | null;
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
  appeal: BrowseFacts,
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
