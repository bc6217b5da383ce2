import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals and opens single lines. A line that was cut, flipped or put together of others does not open. */
export interface LineSeal {
  /** One line without a line break. */
  seal(text: string): string;
  /** Null for a line that is not, whole and unchanged, one of ours. */
  open(line: string): string | null;
}

/** @param storeKey the store's 32-byte key; the journal's own is derived from it, so that neither tells the other */
export function lineSeal(storeKey: Buffer): LineSeal {
  const key = Buffer.from(hkdfSync('sha256', storeKey, '', 'holos outbox journal 1', 32));
  return {
    seal(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64');
    },
    open(line) {
      const bytes = Buffer.from(line, 'base64');
      if (bytes.length <= NONCE_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
      try {
        const sealed = bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES);
        return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
      } catch {
        // The tag does not fit: damaged, or of another key. The caller counts it.
        return null;
      }
    },
  };
}
