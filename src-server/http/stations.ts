import type { FastifyInstance } from 'fastify';
import { StationsRequest } from '../../src-shared/sync/stations.ts';
import type { Context } from '../context.ts';
import { authorise } from '../enrolment/authorise.ts';
import { stations } from '../sync/stations.ts';
import { readBody } from './body.ts';

/** POST /sync/stations. Who asks is proved before the body is looked at. */
export function serveStations(app: FastifyInstance, context: Context): void {
  app.post('/sync/stations', async (request) => {
    const workstation = await authorise(context.store, request.headers.authorization);
    return await stations(context, workstation, readBody(StationsRequest, request.body));
  });
}
