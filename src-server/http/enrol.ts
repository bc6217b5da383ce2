import type { FastifyInstance } from 'fastify';
import { EnrolRequest } from '../../src-shared/session/enrol.ts';
import { countAttempts } from '../account/attempts.ts';
import type { Context } from '../context.ts';
import { enrol } from '../enrolment/enrol.ts';
import { readBody } from './body.ts';

/** POST /enrol: a new workstation presents its pairing code; wrong codes of one address are slowed down. */
export function serveEnrol(app: FastifyInstance, context: Context): void {
  const attempts = countAttempts(context.now);
  app.post(
    '/enrol',
    async (request) => await enrol(context, attempts, request.ip, readBody(EnrolRequest, request.body)),
  );
}
