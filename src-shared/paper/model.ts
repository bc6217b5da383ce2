import { z } from 'zod';
import { AppealId, CallId } from '../brand.ts';
import { Instant } from '../clock.ts';

/** Blanks printed at once, at most. */
export const PAPER_MOST = 50;

/** A paper blank with its pre-assigned registration number, which is final. Known to the workstation that printed it alone. */
export const PaperBlank = z.strictObject({
  number: z.string(),
  printedAt: Instant,
  printedByName: z.string(),
  /** `open`: neither entered nor spoilt. */
  state: z.enum(['open', 'used', 'spoilt']),
  /** The appeal entered from it, if any. */
  appeal: AppealId.nullable(),
});
export type PaperBlank = z.infer<typeof PaperBlank>;

/** paper.list: the newest first; every open one is among them. */
export const PaperListOutput = z.strictObject({ blanks: z.array(PaperBlank) });

/** paper.take: takes numbers for blanks to be printed. */
export const PaperTakeInput = z.strictObject({ count: z.int().min(1).max(PAPER_MOST) });
export const PaperTakeOutput = z.strictObject({ numbers: z.array(z.string()) });

/** paper.check: whether a number, as said or typed, is of an open blank of this workstation. */
export const PaperCheckInput = z.strictObject({ number: z.string().max(60) });
export const PaperNumber = z.strictObject({ number: z.string().min(1).max(40) });

/** paper.spoil: marks a blank as spoilt, or takes the mark back. */
export const PaperSpoilInput = PaperNumber.extend({ spoilt: z.boolean() });

/** paper.putBack: the entry of a blank is given up; the blank stays open. */
export const PaperPutBackInput = z.strictObject({ call: CallId });
