import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The bytes of files, one file a hash and region, beside the database. */
export interface BlobFolder {
  /** Writes a piece at its place, on disk when this returns. Writing the same piece again changes nothing. */
  write(region: string, hash: string, offset: number, bytes: Uint8Array): Promise<void>;
  /** At most `length` bytes from an offset. */
  read(region: string, hash: string, offset: number, length: number): Promise<Buffer>;
  /** SHA-256 of the first `size` bytes, in lower-case hexadecimal; an empty text when there are fewer. */
  hashOf(region: string, hash: string, size: number): Promise<string>;
}

/** @param root made when the first file comes; regions and hashes are checked by their schemas before they get here */
export function openBlobFolder(root: string): BlobFolder {
  const pathOf = (region: string, hash: string) => join(root, region, hash);
  return {
    async write(region, hash, offset, bytes) {
      await mkdir(join(root, region), { recursive: true, mode: 0o700 });
      const handle = await open(pathOf(region, hash), offset === 0 ? 'w' : 'r+', 0o600);
      try {
        await handle.write(bytes, 0, bytes.length, offset);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    async read(region, hash, offset, length) {
      const handle = await open(pathOf(region, hash), 'r');
      try {
        const buffer = Buffer.alloc(length);
        const { bytesRead } = await handle.read(buffer, 0, length, offset);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    async hashOf(region, hash, size) {
      if ((await stat(pathOf(region, hash))).size < size) return '';
      const digest = createHash('sha256');
      for await (const chunk of createReadStream(pathOf(region, hash), { end: size - 1 }))
        digest.update(chunk);
      return digest.digest('hex');
    },
  };
}
