import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { BLOB_PIECE_BYTES } from '../../../src-shared/sync/blob.ts';
import { syncFolder } from '../store/keyCheck.ts';

/**
 * Bytes of attached files on this workstation, encrypted: a head of 16 bytes (8 of magic, 8 random), then pieces of 1 MiB, each sealed by
 * itself (AES-256-GCM, 16 bytes of tag behind it), so that a piece is read without the rest.
 */
export interface BlobFolder {
  /**
   * Takes a file in: copied, on disk and renamed to its hash when this resolves (sync specification 1.12, case 31).
   * @throws what reading the source or writing the copy throws; nothing is left behind then
   */
  take(source: string): Promise<{ readonly hash: string; readonly size: number }>;
  /** Takes in bytes that are no file yet. */
  takeBytes(bytes: Uint8Array): Promise<{ readonly hash: string; readonly size: number }>;
  has(hash: string): boolean;
  /** One piece, counted from 0. @throws Error when it does not open under the key */
  read(hash: string, piece: number): Promise<Buffer>;
  /**
   * Makes a file out of pieces as they come.
   * @throws Error when what came is not what its name says; nothing is left behind then
   */
  receive(hash: string, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  remove(hash: string): void;
}

const MAGIC = Buffer.from('HOLOSB1\n');
const HEAD_BYTES = 16;
const TAG_BYTES = 16;
const TEMPORARY = '.new';

/** @param key the store's 32-byte key; the folder's own is derived from it */
export function openBlobFolder(dir: string, storeKey: Buffer): BlobFolder {
  const key = Buffer.from(hkdfSync('sha256', storeKey, '', 'holos blob 1', 32));
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  // What a kill left half written belongs to nobody.
  for (const name of readdirSync(dir)) if (name.endsWith(TEMPORARY)) rmSync(join(dir, name), { force: true });
  const pathOf = (hash: string) => join(dir, hash);

  async function store(pieces: AsyncIterable<Uint8Array>, expected: string | null) {
    const temporary = join(dir, `${randomBytes(8).toString('hex')}${TEMPORARY}`);
    const handle = await open(temporary, 'wx', 0o600);
    try {
      const written = await seal(handle, key, pieces);
      if (expected !== null && written.hash !== expected) throw new Error('a file is not what its name says');
      await handle.sync();
      await handle.close();
      await rename(temporary, pathOf(written.hash));
      syncFolder(dir);
      return written;
    } catch (error) {
      await handle.close();
      rmSync(temporary, { force: true });
      throw error;
    }
  }

  return {
    take: (source) => store(piecesOf(source), null),
    takeBytes: (bytes) => store(piecesIn(bytes), null),
    has: (hash) => existsSync(pathOf(hash)),
    async read(hash, piece) {
      const handle = await open(pathOf(hash), 'r');
      try {
        return await unseal(handle, key, piece);
      } finally {
        await handle.close();
      }
    },
    async receive(hash, pieces) {
      await store(pieces, hash);
    },
    remove: (hash) => rmSync(pathOf(hash), { force: true }),
  };
}

async function* piecesIn(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let from = 0; from < bytes.length; from += BLOB_PIECE_BYTES)
    yield bytes.subarray(from, from + BLOB_PIECE_BYTES);
}

async function* piecesOf(source: string): AsyncIterable<Uint8Array> {
  const handle = await open(source, 'r');
  try {
    for (;;) {
      const buffer = Buffer.alloc(BLOB_PIECE_BYTES);
      let filled = 0;
      // A read may bring less than asked for; pieces must be whole but for the last.
      while (filled < BLOB_PIECE_BYTES) {
        const { bytesRead } = await handle.read(buffer, filled, BLOB_PIECE_BYTES - filled, null);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      if (filled > 0) yield buffer.subarray(0, filled);
      if (filled < BLOB_PIECE_BYTES) return;
    }
  } finally {
    await handle.close();
  }
}

async function seal(handle: FileHandle, key: Buffer, pieces: AsyncIterable<Uint8Array>) {
  const prefix = randomBytes(8);
  await handle.write(Buffer.concat([MAGIC, prefix]));
  const digest = createHash('sha256');
  let size = 0;
  let index = 0;
  for await (const piece of pieces) {
    digest.update(piece);
    size += piece.length;
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, index));
    await handle.write(Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]));
    index += 1;
  }
  return { hash: digest.digest('hex'), size };
}

async function unseal(handle: FileHandle, key: Buffer, index: number): Promise<Buffer> {
  const head = Buffer.alloc(HEAD_BYTES);
  await handle.read(head, 0, HEAD_BYTES, 0);
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new Error('not a file of ours');
  const sealed = Buffer.alloc(BLOB_PIECE_BYTES + TAG_BYTES);
  const { bytesRead } = await handle.read(sealed, 0, sealed.length, HEAD_BYTES + index * sealed.length);
  if (bytesRead <= TAG_BYTES) throw new Error('the file has no such piece');
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(head.subarray(MAGIC.length), index));
  decipher.setAuthTag(sealed.subarray(bytesRead - TAG_BYTES, bytesRead));
  return Buffer.concat([decipher.update(sealed.subarray(0, bytesRead - TAG_BYTES)), decipher.final()]);
}

/** A piece keeps its place: one moved elsewhere in the file does not open. */
function nonceOf(prefix: Buffer, index: number): Buffer {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(index, 8);
  return nonce;
}
