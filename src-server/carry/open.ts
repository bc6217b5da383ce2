import { createDecipheriv, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import {
  boundPart,
  CARRY_MOST_BYTES,
  CarryContent,
  type CarryFile,
  plainPassphrase,
} from '../../src-shared/carry/file.ts';

const TAG_BYTES = 16;
const unpack = promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip);

/** Opens a file of unsent work; null for a wrong passphrase or content that was changed, which nothing can tell apart. */
export async function openCarried(file: CarryFile, passphrase: string): Promise<CarryContent | null> {
  const key = await derive(passphrase, file.kdf);
  const sealed = Buffer.from(file.data, 'base64');
  if (sealed.length <= TAG_BYTES) return null;
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(file.nonce, 'base64'));
  decipher.setAAD(Buffer.from(boundPart(file)));
  decipher.setAuthTag(sealed.subarray(end));
  let plain: Buffer;
  try {
    plain = Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]);
  } catch {
    // The tag does not fit.
    return null;
  }
  const text = await unpack(plain, { maxOutputLength: CARRY_MOST_BYTES });
  return CarryContent.parse(JSON.parse(text.toString('utf8')));
}

function derive(passphrase: string, { N, r, p, salt }: CarryFile['kdf']): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: 256 * N * r };
    scrypt(plainPassphrase(passphrase), Buffer.from(salt, 'base64'), 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
