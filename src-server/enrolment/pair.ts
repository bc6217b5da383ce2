import { randomInt } from 'node:crypto';
import { toInstant } from '../../src-shared/clock.ts';
import { slowHash } from '../account/password.ts';
import { AdminRefused } from '../admin/adminRefused.ts';
import type { Context } from '../context.ts';
import { insertPairing } from '../store/pairing.ts';
import { readRegion } from '../store/region.ts';

/** How long a pairing code may be used. */
const VALID_MS = 24 * 60 * 60 * 1000;

/**
 * Makes a pairing code for one new workstation of a region. Only its hash is kept.
 * @returns the code as it is read out, `1234-5678`, and until when it is valid
 * @throws AdminRefused when there is no such region
 */
export async function makePairingCode(
  context: Context,
  region: string,
): Promise<{ code: string; expires: string }> {
  const { db, meta } = context.store;
  if (!(await readRegion(db, region))) throw new AdminRefused(`There is no region "${region}".`);
  const digits = String(randomInt(100_000_000)).padStart(8, '0');
  const now = context.now();
  const expires = toInstant(now + VALID_MS);
  await insertPairing(db, {
    code_hash: await slowHash(digits, meta.pairingSalt),
    region,
    created_at: toInstant(now),
    expires_at: expires,
    used_by_request: null,
    workstation: null,
  });
  return { code: `${digits.slice(0, 4)}-${digits.slice(4)}`, expires };
}
