import type { FastifyInstance } from 'fastify';
import { SignInRequest } from '../../src-shared/session/signIn.ts';
import { countAttempts } from '../account/attempts.ts';
import { signIn } from '../account/signIn.ts';
import type { Context } from '../context.ts';
import { authorise } from '../enrolment/authorise.ts';
import { readBody } from './body.ts';

/** POST /session: an operator signs in; wrong passwords of one login on one workstation are slowed down. */
export function serveSession(app: FastifyInstance, context: Context): void {
  const attempts = countAttempts(context.now);
  app.post('/session', async (request) => {
    const workstation = await authorise(context.store, request.headers.authorization);
    return await signIn(context, attempts, workstation, readBody(SignInRequest, request.body));
  });
}
