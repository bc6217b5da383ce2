import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { ServerError, ServerErrorCode } from '../../src-shared/sync/envelope.ts';
import { REFUSAL_STATUS, RequestRefused } from '../requestRefused.ts';
import { isTrouble } from '../store/trouble.ts';

/** Wait suggested while disk, lock or database are in trouble. */
const BUSY_RETRY_MS = 2_000;

/** The one place where what was thrown becomes an answer. Logs codes and places, never values. */
export function mapErrors(app: FastifyInstance, log: Logger): void {
  app.setNotFoundHandler(async (_request, reply) => await answer(reply, new RequestRefused('not_found')));
  app.setErrorHandler(async (error: unknown, request, reply) => {
    const refusal = asRefusal(error);
    const about = { method: request.method, route: request.routeOptions.url, id: request.id };
    if (refusal.code === 'internal') log.error({ ...about, ...aboutError(error) }, 'request failed');
    else if (refusal.code === 'busy') log.warn({ ...about, ...aboutError(error) }, 'store in trouble');
    else log.info({ ...about, code: refusal.code }, 'request refused');
    return await answer(reply, refusal);
  });
}

function asRefusal(error: unknown): RequestRefused {
  if (error instanceof RequestRefused) return error;
  if (isTrouble(error)) return new RequestRefused('busy', BUSY_RETRY_MS);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new RequestRefused('too_large');
  // Text that PostgreSQL cannot hold (a NUL character) or a number beyond its range: the sender's fault on either engine.
  if (code === '22021' || code === '22003') return new RequestRefused('malformed');
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return new RequestRefused(status >= 400 && status < 500 ? 'malformed' : 'internal');
}

async function answer(reply: FastifyReply, refusal: RequestRefused): Promise<FastifyReply> {
  const body: ServerError = { error: errorOf(refusal.code, refusal.retryAfterMs) };
  if (refusal.retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(refusal.retryAfterMs / 1000));
  return reply.code(REFUSAL_STATUS[refusal.code]).send(body);
}

function errorOf(code: ServerErrorCode, retryAfterMs: number | undefined): ServerError['error'] {
  return retryAfterMs === undefined ? { code } : { code, retryAfterMs: Math.ceil(retryAfterMs) };
}

/** Name, code and places of an error. Its message may repeat what a statement was given. */
function aboutError(error: unknown): { err: string; code: string; at: string[] } {
  if (!(error instanceof Error)) return { err: typeof error, code: '', at: [] };
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
  return { err: error.name, code: 'code' in error ? String(error.code) : '', at };
}
