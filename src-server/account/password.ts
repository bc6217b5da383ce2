import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** Cost of one guess: about 60 ms and 32 MiB. Stored with each hash, so that it can be raised later. */
const COST = { N: 2 ** 15, r: 8, p: 1 } as const;
/** For pairing codes, which are valid for a day and limited by address: half of it. */
const CODE_COST = { ...COST, N: 2 ** 14 } as const;
const KEY_BYTES = 32;

/** Hashes a password for storing: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Whether a password belongs to a stored hash; compares in constant time. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, n, r, p, salt, key] = stored.split('$');
  if (scheme !== 'scrypt' || salt === undefined || key === undefined)
    throw new Error('unknown scheme of a password hash');
  const expected = Buffer.from(key, 'base64');
  const actual = await derive(password, Buffer.from(salt, 'base64'), {
    N: Number(n),
    r: Number(r),
    p: Number(p),
  });
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** Takes as long as a real check, for logins that do not exist: the answer's time must not tell them apart. */
export async function wasteCheck(password: string): Promise<void> {
  await derive(password, randomBytes(16), COST);
}

/**
 * Hash of something short that is looked up by its hash, such as a pairing code: slow, so that a stolen table cannot be tried through.
 * @param salt one for the whole store, hexadecimal
 */
export async function slowHash(text: string, salt: string): Promise<string> {
  return (await derive(text, Buffer.from(salt, 'hex'), CODE_COST)).toString('hex');
}

function derive(text: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) => {
    scrypt(text.normalize('NFC'), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
