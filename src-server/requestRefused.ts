import type { ServerErrorCode } from '../src-shared/sync/envelope.ts';

/** A request refused by the transport; carries a code of the protocol, never a sentence. */
export class RequestRefused extends Error {
  readonly code: ServerErrorCode;
  readonly retryAfterMs: number | undefined;

  constructor(code: ServerErrorCode, retryAfterMs?: number) {
    super(code);
    this.name = 'RequestRefused';
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** HTTP status of every code (src-shared/sync/envelope.ts). */
export const REFUSAL_STATUS: Readonly<Record<ServerErrorCode, number>> = {
  unauthorised: 401,
  malformed: 400,
  too_large: 413,
  too_many_requests: 429,
  busy: 503,
  recovering: 503,
  not_found: 404,
  protocol_unsupported: 409,
  client_unknown: 409,
  pairing_code_invalid: 403,
  pairing_code_used: 403,
  pairing_code_expired: 403,
  credentials_wrong: 403,
  account_disabled: 403,
  account_other_region: 403,
  internal: 500,
};
