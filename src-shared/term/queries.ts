import { z } from 'zod';
import { AppealLine } from '../appeal/queries.ts';
import { AppealId, ExecutionId } from '../brand.ts';
import { Day, Instant } from '../clock.ts';
import { ExecutionState } from '../control/model.ts';
import { DUE_STATES } from './appealTerm.ts';
import { CalendarContent } from './workCalendar.ts';

/** calendar.get: what terms are reckoned by here; revision 0 while the region has no calendar of its own. */
export const CalendarGetOutput = z.strictObject({
  content: CalendarContent,
  revision: z.int().nonnegative(),
  changedAt: Instant.nullable(),
  changedByName: z.string().nullable(),
});
export type CalendarNow = z.infer<typeof CalendarGetOutput>;

/** calendar.preview: which open appeals would end on another day by a calendar that is not saved yet, or by the one that is. */
export const CalendarPreviewInput = z.strictObject({ content: CalendarContent });
export const MovedAppeal = z.strictObject({
  id: AppealId,
  number: z.string(),
  topic: z.string(),
  assigneeName: z.string().nullable(),
  from: Day,
  to: Day,
});
export type MovedAppeal = z.infer<typeof MovedAppeal>;
export const CalendarPreviewOutput = z.strictObject({
  /** Open appeals looked at. */
  examined: z.int().nonnegative(),
  /** How many would end on a later day, on an earlier one, and how many of those would be overdue at once. */
  later: z.int().nonnegative(),
  earlier: z.int().nonnegative(),
  overdue: z.int().nonnegative(),
  /** All that move, in the order of their last day now. */
  ids: z.array(AppealId),
  /** The first of them, to look at. */
  lines: z.array(MovedAppeal),
});
export type CalendarPreview = z.infer<typeof CalendarPreviewOutput>;
/** Moved appeals that are listed by name. */
export const MOVED_SHOWN = 200;

export const DueStateName = z.enum(DUE_STATES);

/** term.list: open terms by how near their end is; `nobody`: appeals without an owner. */
export const TermListInput = z.strictObject({
  scope: z.enum(['mine', 'all', 'nobody']),
  /** Null: all of them. */
  state: DueStateName.nullable(),
  /** None: counts alone are wanted. */
  limit: z.int().nonnegative().max(1000),
});
export const TermListOutput = z.strictObject({
  today: Day,
  counts: z.record(DueStateName, z.int().nonnegative()),
  /** The earliest end first, among equals the most pressing. */
  lines: z.array(AppealLine),
});
export type TermList = z.infer<typeof TermListOutput>;

/** An answer a body owes. */
export const OwedAnswer = z.strictObject({
  appeal: AppealId,
  execution: ExecutionId,
  number: z.string(),
  topic: z.string(),
  urgent: z.boolean(),
  state: ExecutionState,
  /** Last day by law for this body. */
  due: Day,
  /** How often it was reminded, a step up included, and when last. */
  reminders: z.int().nonnegative(),
  remindedAt: Instant.nullable(),
});
export type OwedAnswer = z.infer<typeof OwedAnswer>;
export const OwingBody = z.strictObject({
  authority: z.string(),
  overdue: z.int().nonnegative(),
  /** Due today or within three days. */
  near: z.int().nonnegative(),
  /** Overdue or due within a week, the earliest first. */
  answers: z.array(OwedAnswer),
});
export type OwingBody = z.infer<typeof OwingBody>;
/** term.owed: bodies that owe an answer, all of one body together. */
export const TermOwedOutput = z.strictObject({
  today: Day,
  bodies: z.array(OwingBody),
  /** More terms are over or near than were looked at. */
  isCut: z.boolean(),
});
export type TermOwed = z.infer<typeof TermOwedOutput>;
/** Appeals looked at, the earliest end first. */
export const OWED_SHOWN = 3000;

/** One kind of reminder with how many appeals it is about. `before`: so many working days are left. */
export const ReminderGroup = z.strictObject({
  kind: z.enum(['overdue', 'today', 'before']),
  days: z.int().nonnegative(),
  count: z.int().positive(),
});
export type ReminderGroup = z.infer<typeof ReminderGroup>;

/** term.reminder: one message for the operator of everything that has come up; null when there is nothing new or nobody is at work. */
export const TermReminderOutput = z.strictObject({
  reminder: z
    .strictObject({
      /** Names what is told, for `term.reminded`. */
      key: z.string().max(80),
      groups: z.array(ReminderGroup),
    })
    .nullable(),
});
export type TermReminder = NonNullable<z.infer<typeof TermReminderOutput>['reminder']>;
export const TermRemindedInput = z.strictObject({ key: z.string().max(80) });
