import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { runAction } from '../admin/actions.ts';
import { AdminRefused } from '../admin/adminRefused.ts';
import type { Context } from '../context.ts';
import { RequestRefused } from '../requestRefused.ts';

/**
 * POST /admin/<action>: the door of `admin.ts` on the same machine, for while this server holds the store.
 * @param token random, of this run; lies in the data folder, readable only by the server's user
 */
export function serveAdmin(app: FastifyInstance, context: Context, token: string): void {
  app.post<{ Params: { action: string } }>('/admin/:action', async (request, reply) => {
    if (!isSameMachine(request) || !isToken(request.headers.authorization, token))
      throw new RequestRefused('unauthorised');
    try {
      return { value: await runAction(context, request.params.action, request.body) };
    } catch (error) {
      if (error instanceof AdminRefused) return await reply.code(409).send({ refused: error.message });
      throw error;
    }
  });
}

/** The other end is this machine, and no proxy stands between. */
function isSameMachine(request: FastifyRequest): boolean {
  const { remoteAddress = '', localAddress } = request.socket;
  const isLocal = remoteAddress === localAddress || /^(::ffff:)?127\.|^::1$/.test(remoteAddress);
  return (
    isLocal && request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined
  );
}

function isToken(header: string | undefined, token: string): boolean {
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
