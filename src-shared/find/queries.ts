import { z } from 'zod';
import { AppealLine, FindMeaning } from '../appeal/queries.ts';
import { AppealId, ApplicantId, CallId } from '../brand.ts';
import { CallOutcome } from '../call/model.ts';
import { Day, Instant } from '../clock.ts';

/** find.all: one question about everything held here. */
export const FindInput = z.strictObject({
  text: z.string().trim().min(1).max(200),
  /** Most of each kind. */
  limit: z.int().positive().max(50),
});

/** An applicant that was found. */
export const FoundApplicant = z.strictObject({
  id: ApplicantId,
  name: z.string(),
  phone: z.string().nullable(),
  /** Settlement and street; empty when they are not shown to the asking role. */
  where: z.string(),
  /** Their latest appeal held here; null when there is none or it is not shown. */
  lastAppeal: AppealId.nullable(),
  isProtected: z.boolean(),
});

/** A call that was found, by its notes or its number. */
export const FoundCall = z.strictObject({
  id: CallId,
  startedAt: Instant,
  phone: z.string().nullable(),
  phoneRaw: z.string(),
  outcome: CallOutcome,
  /** The line of the notes in which the words stand; empty for a call found by its number. */
  line: z.string(),
});

/** An article of the knowledge base that was found. */
export const FoundArticle = z.strictObject({ id: z.string(), title: z.string() });

export const FindOutput = z.strictObject({
  meaning: FindMeaning,
  /** The number has a check digit that fits no number: a digit was misheard. */
  wrongNumber: z.boolean(),
  /** What would have been typed in the other keyboard layout, when that is likelier; searched for when the typed text finds nothing. */
  turned: z.string().nullable(),
  /** The hits are of the turned text. */
  isTurned: z.boolean(),
  appeals: z.array(AppealLine),
  applicants: z.array(FoundApplicant),
  calls: z.array(FoundCall),
  articles: z.array(FoundArticle),
  /** Applicants from here on are near spellings only; equal to their number when none is. */
  nearFrom: z.int().nonnegative(),
  /** Kinds of which there is more than was asked for. */
  more: z.array(z.enum(['appeals', 'applicants', 'calls', 'articles'])),
  /** The index is still being made: this share of it, in percent, was searched. */
  searchedPercent: z.int().min(0).max(100),
  /** What was finished before this legal day is at the centre alone. */
  since: Day,
});
export type Find = z.infer<typeof FindOutput>;
