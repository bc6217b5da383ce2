import { z } from 'zod';
import { AppealKind, AppealStatus } from '../appeal/model.ts';
import { DeliveryState } from '../appeal/queries.ts';
import { AppealId, ApplicantId, CallId, PhoneMarkId } from '../brand.ts';
import { CallOutcome } from '../call/model.ts';
import { Day, Instant } from '../clock.ts';
import { HistoryEntry } from '../history/model.ts';
import { PhoneMarkKind } from '../phone/model.ts';
import { Address, Applicant, ApplicantCard, ApplicantType } from './model.ts';

/** An appeal as the answer to "where is my appeal?". */
export const AppealStanding = z.strictObject({
  id: AppealId,
  number: z.string(),
  /** Receipt number of a caller who joined somebody else's appeal; null for their own one. */
  receipt: z.string().nullable(),
  kind: AppealKind,
  topic: z.string(),
  excerpt: z.string(),
  urgent: z.boolean(),
  status: AppealStatus,
  registeredAt: Instant,
  /** Last day of the term by law. */
  due: Day,
  /** Days until the end of that day; negative when it is over. */
  daysLeft: z.int(),
  /** To whom it was handed last. */
  authority: z.string().nullable(),
  forwardedAt: Instant.nullable(),
  assigneeName: z.string().nullable(),
});
export type AppealStanding = z.infer<typeof AppealStanding>;

/** Somebody who may be calling. */
export const CallerPerson = z.strictObject({
  id: ApplicantId,
  type: ApplicantType,
  name: z.string(),
  /** Who answers at this number when it is not the person; empty when it is. */
  answeredBy: z.string(),
  /** Null when it is not shown to the asking role. */
  address: Address.nullable(),
  needs: z.string(),
  /** Codes of the categories that count today. */
  benefits: z.array(z.string()),
  isProtected: z.boolean(),
  /** Topic and time of the last appeal. */
  lastTopic: z.string().nullable(),
  lastAt: Instant.nullable(),
  /** Appeals on control, the overdue ones first. */
  appeals: z.array(AppealStanding),
  /** What a new card is filled in with; of a protected person the name alone. */
  card: ApplicantCard,
});
export type CallerPerson = z.infer<typeof CallerPerson>;

/** One of the last calls from a number. */
export const CallerCall = z.strictObject({
  id: CallId,
  startedAt: Instant,
  outcome: CallOutcome,
  topic: z.string().nullable(),
  operatorName: z.string(),
  /** What the caller was told then; empty when nothing was recorded. */
  answer: z.string(),
});
export type CallerCall = z.infer<typeof CallerCall>;

/** caller.who: everybody who may be calling from a number, as it was typed or came over the line; `call` is left out of the last calls. */
export const CallerWhoInput = z.strictObject({ phone: z.string().max(80), call: CallId.nullable() });
export const CallerWhoOutput = z.strictObject({
  /** The number as recognised; null for a part of one, a withheld one, or anything else. */
  phone: z.string().nullable(),
  /** Matched by the last digits alone: a hint, not a caller. */
  isPart: z.boolean(),
  mark: z.strictObject({ id: PhoneMarkId, kind: PhoneMarkKind, note: z.string(), at: Instant }).nullable(),
  people: z.array(CallerPerson),
  /** More cards have this number than are listed. */
  more: z.boolean(),
  calls: z.array(CallerCall),
});
export type CallerWho = z.infer<typeof CallerWhoOutput>;

/** One line of a list of applicants; a protected one shows the name alone. */
export const ApplicantLine = z.strictObject({
  id: ApplicantId,
  type: ApplicantType,
  name: z.string(),
  phone: z.string().nullable(),
  address: Address.nullable(),
  isProtected: z.boolean(),
  /** Cards merged into this one. */
  doubles: z.int().nonnegative(),
  appeals: z.int().nonnegative(),
});
export type ApplicantLine = z.infer<typeof ApplicantLine>;

export const SameReasons = z.strictObject({
  level: z.enum(['sure', 'likely', 'hint']),
  reasons: z.array(z.enum(['phone', 'name', 'nearName', 'address'])),
});

/** applicant.list: by name in any order or spelling, telephone or its end, address; the latest cards where nothing is asked. */
export const ApplicantListInput = z.strictObject({
  text: z.string().max(200),
  limit: z.int().positive().max(200),
});
export const ApplicantListOutput = z.strictObject({
  lines: z.array(ApplicantLine),
  total: z.int().nonnegative(),
});

/** applicant.pairs: cards made lately that may be of one person, the surer pairs first. */
export const ApplicantPairsOutput = z.strictObject({
  pairs: z.array(z.strictObject({ a: ApplicantLine, b: ApplicantLine, same: SameReasons })),
});

export type ApplicantPairs = z.infer<typeof ApplicantPairsOutput>;

/** applicant.alike: people of the register who may be whom a card describes that is just being filled in. */
export const ApplicantAlikeInput = z.strictObject({ card: ApplicantCard });
export const ApplicantAlikeOutput = z.strictObject({
  people: z.array(z.strictObject({ person: CallerPerson, same: SameReasons })),
});

/** applicant.get: the card shown for an id, its doubles joined; null when this workstation does not hold it. */
export const ApplicantGetInput = z.strictObject({ applicant: ApplicantId });
export const ApplicantDetail = z.strictObject({
  /** As it is shown: joined with its doubles, or veiled. */
  shown: Applicant,
  /** The card itself, which corrections are made on; veiled in the same way. */
  own: Applicant,
  /** Protected, and not open to who asks. */
  isHidden: z.boolean(),
  /** Whether the asking role may open it with a reason. */
  mayOpen: z.boolean(),
  doubles: z.array(
    z.strictObject({
      id: ApplicantId,
      name: z.string(),
      into: ApplicantId,
      mergedAt: Instant.nullable(),
      mayUnmerge: z.boolean(),
    }),
  ),
  appeals: z.array(AppealStanding),
  calls: z.array(CallerCall),
  history: z.array(HistoryEntry),
  names: z.record(z.string(), z.string()),
  same: z.array(z.strictObject({ line: ApplicantLine, same: SameReasons })),
  delivery: DeliveryState,
});
export type ApplicantDetail = z.infer<typeof ApplicantDetail>;
export const ApplicantGetOutput = ApplicantDetail.nullable();
