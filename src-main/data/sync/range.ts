import type { Timers } from '../../../src-shared/timers.ts';
import type { Transport } from './transport.ts';

/** Where bytes are fetched from, and how long they may take. */
export interface RangeSource {
  readonly transport: Transport;
  /** Address of the centre without a slash at the end. */
  readonly server: string;
  readonly bearer: string;
  readonly timeoutMs: number;
  readonly timers: Timers;
  readonly cancel?: AbortSignal | undefined;
}

/** `absent`: our server, or a box that looks like it, says that there is no such thing. `trouble`: try again later. */
export type Fetched =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'absent' }
  | { readonly kind: 'trouble' };

/**
 * Fetches a part of a file, both ends included. Only an answer 206 of exactly this length counts; whether the bytes are the right ones is
 * said by their hash, which the caller checks.
 */
export async function fetchRange(
  source: RangeSource,
  path: string,
  from: number,
  to: number,
): Promise<Fetched> {
  const limit = new AbortController();
  const stopWaiting = source.timers.after(source.timeoutMs, () => limit.abort());
  const signal = source.cancel === undefined ? limit.signal : AbortSignal.any([limit.signal, source.cancel]);
  try {
    const answer = await source.transport.fetch(`${source.server}${path}`, {
      method: 'GET',
      headers: { authorization: `Bearer ${source.bearer}`, range: `bytes=${from}-${to}` },
      signal,
      redirect: 'manual',
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (answer.status === 404) return { kind: 'absent' };
    const isWhole = answer.status === 206 && bytes.length === to - from + 1;
    return isWhole ? { kind: 'bytes', bytes } : { kind: 'trouble' };
  } catch {
    // Whatever kept the line from answering, the next attempt is the only cure.
    return { kind: 'trouble' };
  } finally {
    stopWaiting();
  }
}
