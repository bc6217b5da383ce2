import Fastify, { type FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { serveAdmin } from './admin.ts';
import { serveBlobs } from './blob.ts';
import { serveEnrol } from './enrol.ts';
import { mapErrors } from './errors.ts';
import { compressAnswers } from './gzip.ts';
import { serveHealth } from './health.ts';
import { serveSession } from './session.ts';
import { serveSnapshots } from './snapshot.ts';
import { serveStations } from './stations.ts';
import { serveSync } from './sync.ts';

/** Largest body accepted; a batch is at most 256 KiB, a single oversize command may be larger. */
const BODY_LIMIT = 1024 * 1024;

/** All resources of the server over one context. Listens to nothing yet. */
export function buildApp(context: Context, adminToken: string): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
  });
  mapErrors(app, context.log);
  compressAnswers(app);
  app.addHook('onResponse', async (request, reply) => {
    context.log.debug(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
  serveHealth(app, context);
  serveEnrol(app, context);
  serveSession(app, context);
  serveSync(app, context);
  serveStations(app, context);
  serveBlobs(app, context);
  serveSnapshots(app, context);
  serveAdmin(app, context, adminToken);
  return app;
}
