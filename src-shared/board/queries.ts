import { z } from 'zod';
import { BrowseFilter } from '../appeal/browse.ts';
import { AppealId, OperatorId } from '../brand.ts';
import { Instant } from '../clock.ts';
import { Role } from '../operator/model.ts';
import { OPERATOR_STATES } from './live.ts';

/** Most appeals one act of a lead moves. */
export const MOST_MOVED = 5000;

/** Which open appeals are meant; whatever is closed or removed from control never is. */
export const WorkMeant = z.strictObject({
  filter: BrowseFilter,
  /** Only those whose term is over. */
  overdueOnly: z.boolean(),
});
export type WorkMeant = z.infer<typeof WorkMeant>;

/** board.plan: what would go to whom. Nothing is moved by asking. */
export const BoardPlanInput = z.strictObject({
  of: WorkMeant,
  /** Receivers, in the order in which they were named; null is nobody, and then the only one. */
  to: z
    .array(OperatorId.nullable())
    .max(60)
    .refine((to) => !to.includes(null) || to.length === 1),
});

/** What one receiver gets. */
export const ReceiverShare = z.strictObject({
  /** Null: nobody. */
  to: OperatorId.nullable(),
  /** Open appeals now. */
  holds: z.int().nonnegative(),
  gets: z.int().nonnegative(),
  /** Of those that come: urgent, over their term, and with an end within three days. */
  urgent: z.int().nonnegative(),
  overdue: z.int().nonnegative(),
  near: z.int().nonnegative(),
});
export type ReceiverShare = z.infer<typeof ReceiverShare>;

export const BoardPlanOutput = z.strictObject({
  /** Open appeals that are meant. */
  total: z.int().nonnegative(),
  /** Of those, how many a receiver has already: they stay. */
  stay: z.int().nonnegative(),
  /** More are meant than one act moves: the nearest terms go first, the others stay. */
  left: z.int().nonnegative(),
  shares: z.array(ReceiverShare),
  moves: z.array(
    z.strictObject({ appeal: AppealId, from: OperatorId.nullable(), to: OperatorId.nullable() }),
  ),
});
export type BoardPlan = z.infer<typeof BoardPlanOutput>;

/** Open work of one person, or of a row of the board. */
export const OpenWork = z.strictObject({
  open: z.int().nonnegative(),
  urgent: z.int().nonnegative(),
  overdue: z.int().nonnegative(),
  /** With an end today or within three days. */
  near: z.int().nonnegative(),
});
export type OpenWork = z.infer<typeof OpenWork>;

/** One person of the shift. */
export const BoardPerson = z.strictObject({
  operator: OperatorId,
  name: z.string(),
  role: Role,
  /** An account that was switched off still shows while it holds open work. */
  active: z.boolean(),
  state: z.enum(OPERATOR_STATES),
  /** Since when; null where nothing is known of today. */
  since: Instant.nullable(),
  callsToday: z.int().nonnegative(),
  work: OpenWork,
});
export type BoardPerson = z.infer<typeof BoardPerson>;

/** board.live: the shift as this workstation knows it. */
export const BoardLiveOutput = z.strictObject({
  unassigned: OpenWork,
  /** Everybody's appeals whose term is over. */
  overdue: OpenWork,
  people: z.array(BoardPerson),
});
export type BoardLive = z.infer<typeof BoardLiveOutput>;
