import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import {
  boundPart,
  CARRY_COST,
  CARRY_MOST_BYTES,
  CARRY_VERSION,
  CarryContent,
  type CarryFile,
  plainPassphrase,
} from '../../../src-shared/carry/file.ts';

const TAG_BYTES = 16;
const compress = promisify(gzip);
const unpack = promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip);

function derive(passphrase: string, { N, r, p, salt }: CarryFile['kdf']): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      plainPassphrase(passphrase),
      Buffer.from(salt, 'base64'),
      32,
      { N, r, p, maxmem: 256 * N * r },
      (error, key) => (error ? reject(error) : resolve(key)),
    );
  });
}

/** Seals work to be carried under a passphrase. */
export async function sealCarried(content: CarryContent, passphrase: string): Promise<CarryFile> {
  const head: CarryFile = {
    holos: 'outbox',
    version: CARRY_VERSION,
    kdf: { name: 'scrypt', ...CARRY_COST, salt: randomBytes(16).toString('base64') },
    cipher: 'aes-256-gcm',
    nonce: randomBytes(12).toString('base64'),
    data: '',
  };
  const key = await derive(passphrase, head.kdf);
  const cipher = createCipheriv('aes-256-gcm', key, Buffer.from(head.nonce, 'base64'));
  cipher.setAAD(Buffer.from(boundPart(head)));
  const plain = await compress(JSON.stringify(content));
  const data = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64');
  return { ...head, data };
}

/** Opens a file; null for a wrong passphrase or content that was changed, which nothing can tell apart. */
export async function openCarried(file: CarryFile, passphrase: string): Promise<CarryContent | null> {
  const key = await derive(passphrase, file.kdf);
  const sealed = Buffer.from(file.data, 'base64');
  if (sealed.length <= TAG_BYTES) return null;
  let plain: Buffer;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(file.nonce, 'base64'));
    decipher.setAAD(Buffer.from(boundPart(file)));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    plain = Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()]);
  } catch {
    // The tag does not fit.
    return null;
  }
  const text = await unpack(plain, { maxOutputLength: CARRY_MOST_BYTES });
  return CarryContent.parse(JSON.parse(text.toString('utf8')));
}
