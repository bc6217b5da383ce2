import { z } from 'zod';
import { AppealId, CommandId } from '../brand.ts';
import { Instant } from '../clock.ts';

/** Something an operator must be told. Derived from history, so that it is told after an outage too, on whichever workstation. */
export const Notice = z.strictObject({
  /** The command that caused it. */
  id: CommandId,
  /** `assigned`: an appeal became mine. `taken`: mine went to somebody else. `amended`: somebody else corrected mine. */
  kind: z.enum(['assigned', 'taken', 'amended']),
  appeal: AppealId,
  number: z.string(),
  byName: z.string(),
  at: Instant,
});
export type Notice = z.infer<typeof Notice>;

export const NoticeListOutput = z.strictObject({ notices: z.array(Notice) });

/** notice.system: a reminder of terms for the system's own notice. Numbers alone: no name, number or word of an appeal leaves the window. */
export const SystemNoticeInput = z.strictObject({
  overdue: z.int().nonnegative(),
  today: z.int().nonnegative(),
  before: z.int().nonnegative(),
});
export const SystemNoticeOutput = z.strictObject({ shown: z.boolean() });
