import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const compress = promisify(gzip);

/** Answers shorter than this gain nothing. */
const WORTH_BYTES = 1024;

/** Compresses long answers for clients that accept it: pages of JSON shrink to about a tenth. */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const accepts = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    if (!accepts || typeof payload !== 'string' || payload.length < WORTH_BYTES) return payload;
    reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').removeHeader('content-length');
    return await compress(payload, { level: 4 });
  });
}
