import { toInstant } from '../../src-shared/clock.ts';
import type { HelloAnswer, HelloRequest, Verdict } from '../../src-shared/sync/hello.ts';
import { PROTOCOL } from '../../src-shared/sync/version.ts';
import type { Context, Workstation } from '../context.ts';
import { RequestRefused } from '../requestRefused.ts';
import { type ClientRow, ensureClient, lockClient } from '../store/client.ts';
import type { Tx } from '../store/tables.ts';
import { inWriteTransaction } from '../store/transaction.ts';
import { readMark } from '../store/versionMark.ts';
import { touchWorkstation } from '../store/workstation.ts';
import { leaseNumbers } from './lease.ts';

/**
 * Where client and server stand to each other, and the numbers the client lacks.
 * @throws RequestRefused `protocol_unsupported` when no version is spoken by both
 */
export async function hello(
  context: Context,
  workstation: Workstation,
  request: HelloRequest,
): Promise<HelloAnswer> {
  const protocol = Math.min(PROTOCOL[1], request.protocol[1]);
  if (protocol < PROTOCOL[0] || protocol < request.protocol[0])
    throw new RequestRefused('protocol_unsupported');
  const { db, meta } = context.store;
  return await inWriteTransaction(db, async (tx) => {
    const at = toInstant(context.now());
    await ensureClient(
      tx,
      { id: request.client, workstation: workstation.id, region: workstation.region },
      at,
    );
    const client = await lockClient(tx, request.client, at);
    if (!client) throw new Error('a client just made known is unknown');
    await touchWorkstation(tx, workstation.id, at);
    const verdict = await judgeClient(tx, meta.epoch, workstation, client, request);
    return {
      client: request.client,
      request: request.request,
      epoch: meta.epoch,
      protocol,
      serverTime: at,
      lastSeq: client.last_seq,
      lastHash: client.last_hash,
      verdict,
      // A copied database asks again under its new client; numbers leased to the old one must not come twice.
      leases: verdict.name === 'fork' ? [] : await leaseNumbers(tx, context, workstation, request),
      series: workstation.series,
    };
  });
}

async function judgeClient(
  tx: Tx,
  epoch: string,
  workstation: Workstation,
  client: ClientRow,
  request: HelloRequest,
): Promise<Verdict> {
  // Issued less than was decided: this database is a copy or was restored. Another workstation's client: it was carried there.
  if (client.workstation !== workstation.id || request.nextSeq <= client.last_seq) return { name: 'fork' };
  if (request.epoch !== null && request.epoch !== epoch) return { name: 'resnapshot' };
  if (request.cursor === null) return { name: 'ok' };
  if (request.cursor.epoch !== epoch) return { name: 'resnapshot' };
  for (const [region, [version, mark]] of Object.entries(request.cursor.regions)) {
    if ((await readMark(tx, region, version)) !== mark) return { name: 'resnapshot' };
  }
  return { name: 'ok' };
}
