import type { z } from 'zod';
import { ServerError, type ServerErrorCode } from '../../../src-shared/sync/envelope.ts';
import type { Timers } from '../../../src-shared/timers.ts';
import type { HttpAnswer, Transport } from './transport.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** What became of one request. */
export type Exchanged<T> =
  | { readonly kind: 'answer'; readonly value: T }
  /** No connection, or a server that cannot serve now; try again, not before `retryAfterMs`. */
  | { readonly kind: 'trouble'; readonly trouble: Trouble; readonly retryAfterMs: number | null }
  /** The body is too large for somebody on the way. */
  | { readonly kind: 'tooLarge' }
  /** Our server says no, with its own code. */
  | { readonly kind: 'refused'; readonly code: ServerErrorCode; readonly retryAfterMs: number | null };

/** Where and how to ask. */
export interface Ask<S extends z.ZodType> {
  readonly transport: Transport;
  /** Address of the centre without a slash at the end. */
  readonly server: string;
  readonly path: string;
  /** `<workstation>.<secret>`; null before the enrolment. */
  readonly bearer: string | null;
  /** The request; its `request` and `client` must come back in the answer. */
  readonly body: { readonly request: string; readonly client?: string };
  /** Sent with PUT instead of the body as JSON; what the body says then stands in the path's query. */
  readonly bytes?: Uint8Array<ArrayBuffer> | undefined;
  readonly answer: S;
  readonly timeoutMs: number;
  readonly timers: Timers;
  /** Ends the request early: the network changed, or the process stops. */
  readonly cancel?: AbortSignal | undefined;
}

/**
 * Sends one request. The answer counts only when it parses as ours and echoes what was asked; a captive page, a
 * redirect, another server's JSON or an empty 200 are "no connection" (sync specification 1.4, case 29).
 */
export async function ask<S extends z.ZodType>(options: Ask<S>): Promise<Exchanged<z.output<S>>> {
  const limit = new AbortController();
  const stopWaiting = options.timers.after(options.timeoutMs, () =>
    limit.abort(new DOMException('no answer in time', 'TimeoutError')),
  );
  const timeout = limit.signal;
  const signal = options.cancel === undefined ? timeout : AbortSignal.any([timeout, options.cancel]);
  const isBytes = options.bytes !== undefined;
  const headers: Record<string, string> = {
    'content-type': isBytes ? 'application/octet-stream' : 'application/json',
    accept: 'application/json',
  };
  if (options.bearer !== null) headers.authorization = `Bearer ${options.bearer}`;
  let answer: HttpAnswer;
  let text: string;
  try {
    answer = await options.transport.fetch(`${options.server}${options.path}`, {
      method: isBytes ? 'PUT' : 'POST',
      headers,
      body: options.bytes ?? JSON.stringify(options.body),
      signal,
      redirect: 'manual',
    });
    text = await answer.text();
  } catch (error) {
    return { kind: 'trouble', trouble: timeout.aborted ? 'timeout' : troubleOf(error), retryAfterMs: null };
  } finally {
    stopWaiting();
  }
  const json = parseJson(text);
  return answer.status === 200 ? accept(options, json) : refuse(answer, json);
}

function accept<S extends z.ZodType>(options: Ask<S>, json: unknown): Exchanged<z.output<S>> {
  const parsed = options.answer.safeParse(json);
  if (!parsed.success || !echoes(options.body, parsed.data)) return foreign();
  return { kind: 'answer', value: parsed.data };
}

function echoes(body: { request: string; client?: string }, answer: unknown): boolean {
  if (answer === null || typeof answer !== 'object') return false;
  if (!('request' in answer) || answer.request !== body.request) return false;
  return body.client === undefined || ('client' in answer && answer.client === body.client);
}

function refuse(answer: HttpAnswer, json: unknown): Exchanged<never> {
  const parsed = ServerError.safeParse(json);
  const code = parsed.success ? parsed.data.error.code : null;
  const retryAfterMs = (parsed.success ? parsed.data.error.retryAfterMs : undefined) ?? retryAfterOf(answer);
  // Boxes on the way limit bodies and rates too, with pages of their own.
  if (answer.status === 413 || code === 'too_large') return { kind: 'tooLarge' };
  if (code === 'recovering') return { kind: 'trouble', trouble: 'serverRecovering', retryAfterMs };
  if (answer.status === 503 || code === 'busy')
    return { kind: 'trouble', trouble: 'serverBusy', retryAfterMs };
  if (answer.status === 429 && code === null) return { kind: 'trouble', trouble: 'serverBusy', retryAfterMs };
  if (code === null) return answer.status >= 500 ? fault(retryAfterMs) : foreign();
  return code === 'internal' ? fault(retryAfterMs) : { kind: 'refused', code, retryAfterMs };
}

function retryAfterOf(answer: HttpAnswer): number | null {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

function fault(retryAfterMs: number | null): Exchanged<never> {
  return { kind: 'trouble', trouble: 'serverFault', retryAfterMs };
}

function foreign(): Exchanged<never> {
  return { kind: 'trouble', trouble: 'foreignAnswer', retryAfterMs: null };
}

/** Anything that is not JSON is not from us; undefined then matches no schema. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
