import type { FastifyInstance } from 'fastify';
import { DeliverRequest } from '../../src-shared/sync/deliver.ts';
import { FindRequest } from '../../src-shared/sync/find.ts';
import { HelloRequest } from '../../src-shared/sync/hello.ts';
import { PullRequest } from '../../src-shared/sync/pull.ts';
import { PushRequest } from '../../src-shared/sync/push.ts';
import { RepushRequest } from '../../src-shared/sync/repush.ts';
import type { Context } from '../context.ts';
import { authorise } from '../enrolment/authorise.ts';
import { deliver } from '../sync/deliver.ts';
import { find } from '../sync/find.ts';
import { hello } from '../sync/hello.ts';
import { pull } from '../sync/pull.ts';
import { push } from '../sync/push.ts';
import { repush } from '../sync/recovery/repush.ts';
import { readBody } from './body.ts';

/** POST /sync/hello, /sync/push, /sync/repush, /sync/deliver, /sync/pull, /sync/find. Who asks is proved before the body is looked at. */
export function serveSync(app: FastifyInstance, context: Context): void {
  app.post('/sync/hello', async (request) => {
    const workstation = await authorise(context.store, request.headers.authorization);
    return await hello(context, workstation, readBody(HelloRequest, request.body));
  });
  app.post('/sync/push', async (request) => {
    const workstation = await authorise(context.store, request.headers.authorization);
    return await push(context, workstation, readBody(PushRequest, request.body));
  });
  app.post('/sync/repush', async (request) => {
    const workstation = await authorise(context.store, request.headers.authorization);
    return await repush(context, workstation, readBody(RepushRequest, request.body));
  });
  app.post('/sync/deliver', async (request) => {
    const workstation = await authorise(context.store, request.headers.authorization);
    return await deliver(context, workstation, readBody(DeliverRequest, request.body));
  });
  app.post('/sync/pull', async (request) => {
    const workstation = await authorise(context.store, request.headers.authorization);
    return await pull(context, workstation, readBody(PullRequest, request.body));
  });
  app.post('/sync/find', async (request) => {
    const workstation = await authorise(context.store, request.headers.authorization);
    return await find(context, workstation, readBody(FindRequest, request.body));
  });
}
