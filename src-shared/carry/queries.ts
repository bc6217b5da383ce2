import { z } from 'zod';
import { Instant } from '../clock.ts';

/** A passphrase chosen by a person; shorter ones are guessed. */
export const Passphrase = z.string().trim().min(10).max(200);

/** `passphrase` null: one is made and shown once. */
export const CarrySaveInput = z.strictObject({ passphrase: Passphrase.nullable() });
export const CarrySaveOutput = z.discriminatedUnion('saved', [
  z.strictObject({ saved: z.literal(false) }),
  z.strictObject({
    saved: z.literal(true),
    /** Name of the file, without its folder. */
    name: z.string(),
    passphrase: z.string(),
    commands: z.int().positive(),
  }),
]);
/** For main alone: the path a person chose. */
export const CarryWriteInput = CarrySaveInput.extend({ path: z.string().min(1) });
export const CarryWritten = z.strictObject({ passphrase: z.string(), commands: z.int().positive() });

export const CarryTakeInput = z.strictObject({ passphrase: z.string().trim().min(1).max(200) });
/** What a file brought. */
export const CarryTaken = z.strictObject({
  /** Name of the workstation it is from. */
  source: z.string(),
  /** Commands taken in, and those this workstation or an earlier file had already. */
  fresh: z.int().nonnegative(),
  known: z.int().nonnegative(),
});
export type CarryTaken = z.infer<typeof CarryTaken>;
export const CarryTakeOutput = z.discriminatedUnion('taken', [
  z.strictObject({ taken: z.literal(false) }),
  z.strictObject({ taken: z.literal(true), ...CarryTaken.shape }),
]);
export const CarryReadInput = CarryTakeInput.extend({ path: z.string().min(1) });

/** Work of other workstations that was brought here, and how far it has got. */
export const CarriedWork = z.strictObject({
  source: z.string(),
  takenAt: Instant,
  waiting: z.int().nonnegative(),
  delivered: z.int().nonnegative(),
  /** Not taken by the centre until somebody helps; `code` says why and has a text `carry.stop.<code>`. */
  stopped: z.int().nonnegative(),
  code: z.string().nullable(),
});
export const CarryListOutput = z.strictObject({ works: z.array(CarriedWork) });
