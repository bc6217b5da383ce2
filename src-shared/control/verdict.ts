import { z } from 'zod';

/** How it ended, in honest words: never one "closed". */
export const Ending = z.enum([
  'solved',
  'promised',
  'explained',
  'refused',
  'returned',
  'not_considered',
  'not_confirmed',
]);
export type Ending = z.infer<typeof Ending>;

/** What the applicant says of the answer when called back. */
export const Verdict = z.enum(['yes', 'partly', 'no', 'not_reached']);
export type Verdict = z.infer<typeof Verdict>;
