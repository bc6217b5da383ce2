import { z } from 'zod';
import { CallId, OperatorId } from '../brand.ts';
import { Instant } from '../clock.ts';

/**
 * Unfinished text, on disk within 300 ms of a pause. Drafts are not commands: they never leave the workstation.
 * `call` is what it belongs to: a call, whose parts are the other fields, or, for a `correction`, the appeal or command being corrected;
 * `undo` holds the steps by which the notes can go back. `text` is what that field needs to be restored, usually JSON.
 */
export const DraftSave = z.strictObject({
  call: CallId,
  field: z.enum(['call', 'phone', 'notes', 'appeal', 'consultation', 'correction', 'undo']),
  text: z.string().max(500_000),
  /** Rises with every change of the field; an older revision never overwrites a newer one. */
  rev: z.int().positive(),
});
export type DraftSave = z.infer<typeof DraftSave>;

/** Answer to draft.save: the moment of the commit, shown as "saved 14:02:07". */
export const DraftSaved = z.strictObject({ rev: z.int().positive(), savedAt: Instant });

export const Draft = DraftSave.extend({ owner: OperatorId, savedAt: Instant });
export type Draft = z.infer<typeof Draft>;

/** Everything unfinished of one call, as it comes back after a restart. */
export const UnfinishedCall = z.strictObject({
  call: CallId,
  startedAt: Instant,
  savedAt: Instant,
  fields: z.array(Draft),
});
export type UnfinishedCall = z.infer<typeof UnfinishedCall>;

/** draft.list: the signed-in operator's unfinished calls, oldest first, and how many of other operators wait here. */
export const DraftListOutput = z.strictObject({
  calls: z.array(UnfinishedCall),
  /** Corrections of appeals and of commands the centre refused, begun and not sent. */
  corrections: z.array(Draft),
  ofOthers: z.int().nonnegative(),
  /** True once after a start that followed an unclean exit: the window says what was brought back. */
  recovered: z.boolean(),
});
export type DraftList = z.infer<typeof DraftListOutput>;

/** draft.past: earlier texts of the signed-in operator's notes of a call, made while they were written. */
export const DraftPastInput = z.strictObject({ call: CallId, field: z.enum(['notes']) });

/** Newest first; `text` in the form the field is kept in. */
export const DraftPastOutput = z.strictObject({
  versions: z.array(z.strictObject({ rev: z.int().positive(), savedAt: Instant, text: z.string() })),
});
export type DraftPast = z.infer<typeof DraftPastOutput>;
