import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { BlobHash, MAX_ATTACHMENT_BYTES } from '../../src-shared/attachment/model.ts';
import { BLOB_PIECE_BYTES, BlobStateRequest } from '../../src-shared/sync/blob.ts';
import { requestHead } from '../../src-shared/sync/envelope.ts';
import { blobStates } from '../blob/present.ts';
import { receivePiece } from '../blob/receive.ts';
import type { Context } from '../context.ts';
import { authorise } from '../enrolment/authorise.ts';
import { RequestRefused } from '../requestRefused.ts';
import { readBlobs } from '../store/blob.ts';
import { readBody } from './body.ts';

const PutQuery = z.object({
  ...requestHead,
  offset: z.coerce.number().int().nonnegative(),
  size: z.coerce.number().int().positive().max(MAX_ATTACHMENT_BYTES),
});
const Named = z.object({ hash: BlobHash });

/** `POST /sync/blob/state`, `PUT` and `GET /sync/blob/<hash>`: bytes of attached files, apart from the commands that name them. */
export function serveBlobs(app: FastifyInstance, context: Context): void {
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: BLOB_PIECE_BYTES },
    (_request, body, done) => done(null, body),
  );

  app.post('/sync/blob/state', async (request) => {
    const workstation = await authorise(context.store, request.headers.authorization);
    const { client, request: id, blobs } = readBody(BlobStateRequest, request.body);
    return { client, request: id, blobs: await blobStates(context, workstation, blobs) };
  });

  app.put('/sync/blob/:hash', { bodyLimit: BLOB_PIECE_BYTES }, async (request) => {
    const workstation = await authorise(context.store, request.headers.authorization);
    const { hash } = readBody(Named, request.params);
    const { client, request: id, offset, size } = readBody(PutQuery, request.query);
    if (!Buffer.isBuffer(request.body)) throw new RequestRefused('malformed');
    const blob = await receivePiece(context, workstation, { hash, offset, size, bytes: request.body });
    return { client, request: id, blob };
  });

  app.get('/sync/blob/:hash', async (request, reply) => {
    const workstation = await authorise(context.store, request.headers.authorization);
    const { hash } = readBody(Named, request.params);
    const row = (await readBlobs(context.store.db, workstation.region, [hash])).get(hash);
    if (row?.state !== 'present') throw new RequestRefused('not_found');
    const [from, to] = rangeOf(request.headers.range, row.size);
    const bytes = await context.blobs.read(workstation.region, hash, from, to - from + 1);
    return await reply
      .code(206)
      .header('content-type', 'application/octet-stream')
      .header('content-range', `bytes ${from}-${from + bytes.length - 1}/${row.size}`)
      .send(bytes);
  });
}

/** The part asked for, at most one piece: first and last byte. @throws RequestRefused `malformed` */
function rangeOf(header: string | undefined, size: number): [number, number] {
  const match = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header ?? 'bytes=0-');
  const from = Number(match?.[1] ?? Number.NaN);
  const last = match?.[2] ? Number(match[2]) : size - 1;
  const to = Math.min(last, size - 1, from + BLOB_PIECE_BYTES - 1);
  if (!Number.isSafeInteger(from) || from > to) throw new RequestRefused('malformed');
  return [from, to];
}
