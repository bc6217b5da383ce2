import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Workstation } from '../context.ts';
import { RequestRefused } from '../requestRefused.ts';
import type { Store } from '../store/open.ts';
import { forgetSecret, readWorkstation } from '../store/workstation.ts';

const WorkstationUuid = z.uuid();

/** Hash under which a workstation's secret is kept. The secret is random and long: a fast hash is enough. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/**
 * Proves which workstation a request comes from.
 * @param header `Bearer <workstationId>.<secret>`
 * @throws RequestRefused `unauthorised`
 */
export async function authorise(store: Store, header: string | undefined): Promise<Workstation> {
  const [, id = '', secret = ''] = /^Bearer ([^.\s]+)\.(\S+)$/.exec(header ?? '') ?? [];
  if (!WorkstationUuid.safeParse(id).success) throw new RequestRefused('unauthorised');
  const row = await readWorkstation(store.db, id);
  const given = Buffer.from(secretHash(secret), 'hex');
  // Compared also when there is no such workstation, so that time does not tell which ids exist.
  const kept = Buffer.from(row?.secret_hash ?? secretHash(''), 'hex');
  const isRight = timingSafeEqual(given, kept);
  if (!row || !isRight || row.revoked === 1) throw new RequestRefused('unauthorised');
  if (row.unconfirmed_secret !== null) await forgetSecret(store.db, row.id);
  return { id: row.id, region: row.region, series: row.series };
}
