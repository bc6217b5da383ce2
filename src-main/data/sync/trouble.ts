import type { SyncStatus } from '../../../src-shared/sync/status.ts';

/** Why there is no connection. */
export type Trouble = NonNullable<SyncStatus['trouble']>;

/**
 * Why a request never got an answer, read from what Node's and Chromium's stacks put into their errors: a refused
 * certificate is named, because only a person can help there (sync specification, A7).
 */
export function troubleOf(error: unknown): Trouble {
  const words = describe(error);
  if (/CERT|SSL|TLS|UNABLE_TO_VERIFY|SELF_SIGNED/i.test(words)) return 'certificate';
  if (/TimeoutError|TIMED_?OUT|ETIMEDOUT|UND_ERR_(HEADERS|BODY|CONNECT)_TIMEOUT/i.test(words))
    return 'timeout';
  if (/redirect|ERR_INVALID_(HTTP_)?RESPONSE|HPE_/i.test(words)) return 'foreignAnswer';
  return 'unreachable';
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  const cause = error.cause === undefined ? '' : describe(error.cause);
  return `${error.name} ${error.message} ${code} ${cause}`;
}
