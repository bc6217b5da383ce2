import { z } from 'zod';
import { Applicant } from '../applicant/model.ts';
import { AppealId, OperatorId } from '../brand.ts';
import { Day, Instant } from '../clock.ts';
import { OutcomeName, RefusalData } from '../command/outcome.ts';
import { Execution } from '../control/model.ts';
import { DangerTold } from '../danger/model.ts';
import { HistoryEntry } from '../history/model.ts';
import { PRIORITY_LEVELS } from '../priority/appealPriority.ts';
import { AppealChain } from '../sign/queries.ts';
import { Appeal, AppealKind, AppealStatus } from './model.ts';

/** The five states of a record on its way to the centre; the same words in list, card and print-out. */
export const DeliveryState = z.enum(['unfinished', 'waiting', 'sending', 'accepted', 'refused']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** One line of a list of appeals. */
export const AppealLine = z.strictObject({
  id: AppealId,
  number: z.string(),
  kind: AppealKind,
  topic: z.string(),
  applicantName: z.string(),
  district: z.string(),
  excerpt: z.string(),
  urgent: z.boolean(),
  /** What it comes before others for today. */
  priority: z.enum(PRIORITY_LEVELS),
  status: AppealStatus,
  assignee: OperatorId.nullable(),
  assigneeName: z.string().nullable(),
  registeredAt: Instant,
  /** Legal day of registration. */
  day: Day,
  /** Last day of its term by law. */
  due: Day,
  receiptSign: z.string(),
  delivery: DeliveryState,
});
export type AppealLine = z.infer<typeof AppealLine>;

/** appeal.list: newest first. `mine` is what is assigned to the signed-in operator. */
export const AppealListInput = z.strictObject({
  scope: z.enum(['mine', 'all', 'unassigned']),
  urgentOnly: z.boolean(),
  limit: z.int().positive().max(500),
});
export const AppealListOutput = z.strictObject({ lines: z.array(AppealLine), total: z.int().nonnegative() });
export type AppealList = z.infer<typeof AppealListOutput>;

/** What was recognised in a typed text, so that a search box can say so. */
export const FindMeaning = z.enum(['number', 'phone', 'words']);
export type FindMeaning = z.infer<typeof FindMeaning>;

/**
 * appeal.find: by number, by words of the appeal or of the applicant, by telephone. `here` searches what this workstation holds; `centre`
 * asks the centre too, and what it sends is held here from then on.
 */
export const AppealFindInput = z.strictObject({
  text: z.string().trim().min(1).max(200),
  where: z.enum(['here', 'centre']),
  limit: z.int().positive().max(50),
});
export const AppealFindOutput = z.strictObject({
  lines: z.array(AppealLine),
  /** More were found than are listed. */
  more: z.boolean(),
  /** `notAsked`: only here was searched, as wanted; `offline` and `unable`: only here, although the centre was meant too. */
  centre: z.enum(['notAsked', 'searched', 'offline', 'unable']),
  /** The check digit of the typed number does not fit: a digit was misheard. */
  wrongNumber: z.boolean(),
  meaning: FindMeaning,
  /** What the hits are of, when that is the typed text in the other keyboard layout; null otherwise. */
  turned: z.string().nullable(),
  /** The index is still being made: this share of it, in percent, was searched here. */
  searchedPercent: z.int().min(0).max(100),
  /** What was finished before this legal day is at the centre alone. */
  since: Day,
});
export type AppealFound = z.infer<typeof AppealFindOutput>;

/** appeal.get: all that is known about one appeal; null when this workstation does not hold it. */
export const AppealGetInput = z.strictObject({ appeal: AppealId });
export const AppealDetail = z.strictObject({
  appeal: Appeal,
  applicant: Applicant.nullable(),
  callStartedAt: Instant.nullable(),
  history: z.array(HistoryEntry),
  /** Names of every operator the record mentions. */
  names: z.record(z.string(), z.string()),
  delivery: DeliveryState,
  refusal: z.strictObject({ code: z.string(), data: RefusalData }).nullable(),
  /** It now belongs to another region; it stays in view until own work on it is judged. */
  moved: z.boolean(),
  /** What it comes before others for today. */
  priority: z.enum(PRIORITY_LEVELS),
  /** Categories recorded with it that still count today. */
  categories: z.array(z.string()),
  /** Dangers to life spoken of in its call, with whom the caller was sent to. */
  dangers: z.array(DangerTold),
  chain: AppealChain,
  /** Parts bodies have in it, in the order they were handed over. */
  executions: z.array(Execution),
  /** Whose change waits for a choice, one for each field with two values. */
  conflicts: z.array(OperatorId),
});
export type AppealDetail = z.infer<typeof AppealDetail>;
export const AppealGetOutput = AppealDetail.nullable();

/** The centre's receipt for one command that this workstation gave about a record. */
export const CentreReceipt = z.strictObject({
  command: z.string(),
  kind: z.string(),
  seq: z.int().positive(),
  /** Corrected time of the act, and when its confirmation arrived here. */
  at: Instant,
  confirmedAt: Instant,
  outcome: OutcomeName,
  code: z.string().nullable(),
  data: RefusalData.nullable(),
  version: z.int().nonnegative(),
  ordinal: z.int().nonnegative(),
});
export type CentreReceipt = z.infer<typeof CentreReceipt>;

/** appeal.receipts: receipts held here, oldest first, and the centre's version of the record; null while it has none. */
export const AppealReceipts = z.strictObject({
  receipts: z.array(CentreReceipt),
  version: z.int().positive().nullable(),
  ordinal: z.int().nonnegative().nullable(),
});
export type AppealReceipts = z.infer<typeof AppealReceipts>;
