import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The parts of a request that decide whether it is let in. */
export interface Knock {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

const PATH = /^\/cti(?:\/([A-Za-z0-9_-]{1,128}))?$/;
const BEARER = /^Bearer ([A-Za-z0-9_-]{1,128})$/;

/**
 * Whether a request may tell of calls. The caller is a program of this machine that knows the token; never a page in a browser, whichever
 * name it reached us by.
 * @param port the one that is listened to
 * @returns the status of the refusal; null lets it in
 */
export function refusalOf({ method, url, headers }: Knock, port: number, token: string): number | null {
  // Another name that was made to point at this machine (DNS rebinding).
  if (headers.host !== `127.0.0.1:${port}` && headers.host !== `localhost:${port}`) return 421;
  // Only browsers send these, and no browser has business here.
  if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined) return 403;
  const path = PATH.exec(url);
  const given = path?.[1] ?? (path === null ? undefined : BEARER.exec(headers.authorization ?? '')?.[1]);
  if (given === undefined || !isSame(given, token)) return 404;
  return method === 'POST' ? null : 405;
}

/** Compared by digests of one length, in a time that tells nothing of where they differ. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
