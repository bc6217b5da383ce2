import { z } from 'zod';
import { PhoneNumber } from '../applicant/model.ts';
import { OperatorId, PhoneMarkId, RegionId } from '../brand.ts';
import { Instant } from '../clock.ts';

/**
 * Why a number says nothing about who is calling: `shared` by many (office, prison, hospital), or put by the exchange in place of a
 * `withheld` one.
 */
export const PhoneMarkKind = z.enum(['shared', 'withheld']);
export type PhoneMarkKind = z.infer<typeof PhoneMarkKind>;

/** What is known of a telephone number itself. Once marked it is never matched to a person, until somebody takes the mark away. */
export const PhoneMark = z.strictObject({
  id: PhoneMarkId,
  region: RegionId,
  phone: PhoneNumber,
  /** Null: the mark was taken away. */
  kind: PhoneMarkKind.nullable(),
  /** Whose number it is, such as a hospital's ward. */
  note: z.string().trim().max(200),
  at: Instant,
  by: OperatorId,
});
export type PhoneMark = z.infer<typeof PhoneMark>;

/** The mark in force among those ever set for a number: the latest word counts, wherever it was said. */
export function markInForce(marks: readonly PhoneMark[]): PhoneMark | null {
  const latest = [...marks].sort((a, b) =>
    a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1,
  )[0];
  return latest === undefined || latest.kind === null ? null : latest;
}
