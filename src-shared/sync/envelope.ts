import { z } from 'zod';
import { ClientId } from '../brand.ts';

/** Every request names its client and carries an id of its own. */
export const requestHead = { client: ClientId, request: z.uuid() };

/** Every answer echoes both; an answer that does not is not ours (captive page, other server) and means "no connection". */
export const answerHead = { client: ClientId, request: z.uuid() };

/**
 * Refusals of the transport, by HTTP status: 401 sign in or enrol again, 409 wrong client or protocol, 413 batch too large,
 * 429 and 503 come back later (Retry-After), 400 malformed.
 */
export const ServerError = z.strictObject({
  error: z.strictObject({
    code: z.enum([
      'unauthorised',
      'malformed',
      'too_large',
      'too_many_requests',
      'busy',
      'recovering',
      'not_found',
      'protocol_unsupported',
      'client_unknown',
      'pairing_code_invalid',
      'pairing_code_used',
      'pairing_code_expired',
      'credentials_wrong',
      'account_disabled',
      'account_other_region',
      'internal',
    ]),
    retryAfterMs: z.int().nonnegative().optional(),
  }),
});
export type ServerError = z.infer<typeof ServerError>;
export type ServerErrorCode = ServerError['error']['code'];
