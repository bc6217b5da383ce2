import type { FastifyInstance } from 'fastify';
import { PROTOCOL } from '../../src-shared/sync/version.ts';
import type { Context } from '../context.ts';
import { listRegions } from '../store/region.ts';

/** GET /health: that the server runs and reaches its store. Needs no authorisation and says nothing about anybody. */
export function serveHealth(app: FastifyInstance, context: Context): void {
  app.get('/health', async () => {
    await listRegions(context.store.db);
    return { ok: true, product: 'holos', protocol: PROTOCOL };
  });
}
