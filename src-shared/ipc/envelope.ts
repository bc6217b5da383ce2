import { z } from 'zod';
import { RefusalData } from '../command/outcome.ts';

/**
 * Why a call between window and data process has no value. `code` has a text `problem.<code>` or, for a rule,
 * `refusal.<code>` in every language; `data` fills its placeholders. Never a stack, never a sentence in one language.
 */
export const Problem = z.strictObject({
  code: z.string(),
  data: RefusalData,
});
export type Problem = z.infer<typeof Problem>;

/** Every call answers in this shape. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Problem };

/** Problem codes that are not refusals of a rule. */
export const PROBLEM_CODES = [
  'invalidInput',
  'notEnrolled',
  'alreadyEnrolled',
  'notSignedIn',
  'serverUnreachable',
  'serverForeign',
  'serverAddressInvalid',
  'pairingCodeInvalid',
  'pairingCodeUsed',
  'pairingCodeExpired',
  'credentialsWrong',
  'credentialsUnknownOffline',
  'offlineSignInExpired',
  'accountDisabled',
  'accountOtherRegion',
  'tooManyRequests',
  'diskFull',
  'storeBusy',
  'storeDamaged',
  'storeWell',
  'storeKeyMissing',
  'storeKeyWrong',
  'storeReadOnly',
  'storeNewer',
  'paperNumberShape',
  'paperNumberDigit',
  'paperUnknown',
  'paperUsed',
  'paperSpoilt',
  'dataProcessGone',
  'carryNothing',
  'carryFileForeign',
  'carryFileNewer',
  'carryPassphraseWrong',
  'carryRegionOther',
  'fileEmpty',
  'fileTooLarge',
  'fileUnreadable',
  'fileNotSaved',
  'fileAwaited',
  'fileNotHere',
  'spellingUnavailable',
  'internal',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
