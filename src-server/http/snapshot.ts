import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { SnapshotRequest } from '../../src-shared/sync/snapshot.ts';
import type { Context } from '../context.ts';
import { authorise } from '../enrolment/authorise.ts';
import { offerSnapshot, readSnapshot } from '../sync/snapshot/offer.ts';
import { readBody } from './body.ts';

const Named = z.object({ file: z.string() });

/** `POST /sync/snapshot` and `GET /sync/snapshot/<file>`: whole regions to begin from. */
export function serveSnapshots(app: FastifyInstance, context: Context): void {
  app.post('/sync/snapshot', async (request) => {
    const workstation = await authorise(context.store, request.headers.authorization);
    return await offerSnapshot(context, workstation, readBody(SnapshotRequest, request.body));
  });

  app.get('/sync/snapshot/:file', async (request, reply) => {
    const workstation = await authorise(context.store, request.headers.authorization);
    const { file } = readBody(Named, request.params);
    const { from, to, size, bytes } = await readSnapshot(context, workstation, file, request.headers.range);
    return await reply
      .code(206)
      .header('content-type', 'application/octet-stream')
      .header('content-range', `bytes ${from}-${to}/${size}`)
      .header('accept-ranges', 'bytes')
      .header('cache-control', 'no-store')
      .send(bytes);
  });
}
