import { expect, test } from 'vitest';
import { troubleOf } from '../../../../../src-main/data/sync/trouble.ts';

function nested(message: string, code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
}

test.each([
  ['unreachable', nested('connect ECONNREFUSED', 'ECONNREFUSED')],
  ['unreachable', nested('getaddrinfo', 'ENOTFOUND')],
  ['unreachable', new Error('net::ERR_INTERNET_DISCONNECTED')],
  ['certificate', nested('self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT')],
  ['certificate', new Error('net::ERR_CERT_AUTHORITY_INVALID')],
  ['timeout', nested('Connect Timeout', 'UND_ERR_CONNECT_TIMEOUT')],
  ['timeout', new Error('net::ERR_CONNECTION_TIMED_OUT')],
  ['foreignAnswer', new Error('Attempted to redirect, but redirect policy was manual')],
  ['foreignAnswer', nested('Parse Error', 'HPE_INVALID_CONSTANT')],
])('%s: %s', (trouble, error) => {
  expect(troubleOf(error)).toBe(trouble);
});
