import { createHash, type Hash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Instant } from '../../../src-shared/clock.ts';
import { SnapshotOffer, type SnapshotPiece } from '../../../src-shared/sync/snapshot.ts';

/** What is known about one finished file; lies beside it. */
export const Manifest = z.object({ epoch: z.uuid(), builtAt: Instant, offer: SnapshotOffer });
export type Manifest = z.infer<typeof Manifest>;

/** A file being written. Either `finish` or `discard` ends it. */
export interface SnapshotWriter {
  /** Adds one piece. */
  add(compressed: Buffer, count: number): Promise<void>;
  /** Gives the file its name and writes its manifest, durably and in this order. */
  finish(
    head: Pick<SnapshotOffer, 'region' | 'version' | 'mark'>,
    epoch: string,
    at: Instant,
  ): Promise<Manifest>;
  discard(): Promise<void>;
}

/** Immutable files of whole regions with their manifests, beside the database. */
export interface SnapshotFolder {
  /** Every finished file, newest version first. A manifest that cannot be read counts as none. */
  list(): Promise<Manifest[]>;
  begin(name: string): Promise<SnapshotWriter>;
  /** Bytes `from` to `to`, both included. */
  read(file: string, from: number, to: number): Promise<Buffer>;
  /** Removes a file; the manifest first, so that nothing is offered that is going. */
  remove(file: string): Promise<void>;
  /** Removes what builds of an earlier run have left unfinished. */
  sweep(): Promise<void>;
}

const MANIFEST = '.json';
const UNFINISHED = '.building';

/** @param root made when the first file is built; names of files are checked by their schema before they get here */
export function openSnapshotFolder(root: string): SnapshotFolder {
  const known = new Map<string, Manifest>();
  async function names(): Promise<string[]> {
    try {
      return await readdir(root);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  }
  return {
    async list() {
      const manifests: Manifest[] = [];
      for (const name of await names()) {
        if (!name.endsWith(MANIFEST)) continue;
        const manifest = known.get(name) ?? (await readManifest(root, name));
        if (manifest === null || !(await isWhole(root, manifest))) continue;
        known.set(name, manifest);
        manifests.push(manifest);
      }
      return manifests.sort((a, b) => b.offer.version - a.offer.version || (a.builtAt < b.builtAt ? 1 : -1));
    },
    async begin(name) {
      await mkdir(root, { recursive: true, mode: 0o700 });
      return await openWriter(root, name);
    },
    async read(file, from, to) {
      const handle = await open(join(root, file), 'r');
      try {
        const buffer = Buffer.alloc(to - from + 1);
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, from);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    async remove(file) {
      await rm(join(root, `${file}${MANIFEST}`), { force: true });
      await rm(join(root, file), { force: true });
    },
    async sweep() {
      const all = await names();
      const isKept = (name: string) =>
        !name.endsWith(UNFINISHED) && (!name.endsWith('.gz') || all.includes(`${name}${MANIFEST}`));
      for (const name of all) if (!isKept(name)) await rm(join(root, name), { force: true });
    },
  };
}

async function readManifest(root: string, name: string): Promise<Manifest | null> {
  try {
    const manifest = Manifest.parse(JSON.parse(await readFile(join(root, name), 'utf8')));
    return name === `${manifest.offer.file}${MANIFEST}` ? manifest : null;
  } catch {
    // Cut off or of another build: there is none, and the next build makes one.
    return null;
  }
}

async function isWhole(root: string, { offer }: Manifest): Promise<boolean> {
  try {
    return (await stat(join(root, offer.file))).size === offer.bytes;
  } catch {
    return false;
  }
}

async function openWriter(root: string, name: string): Promise<SnapshotWriter> {
  const temporary = join(root, `${name}${UNFINISHED}`);
  const handle = await open(temporary, 'w', 0o600);
  const whole: Hash = createHash('sha256');
  const pieces: SnapshotPiece[] = [];
  let bytes = 0;
  let count = 0;
  return {
    async add(compressed, records) {
      await handle.write(compressed, 0, compressed.length, bytes);
      whole.update(compressed);
      const sha256 = createHash('sha256').update(compressed).digest('hex');
      pieces.push({ offset: bytes, length: compressed.length, count: records, sha256 });
      bytes += compressed.length;
      count += records;
    },
    async finish(head, epoch, at) {
      await handle.sync();
      await handle.close();
      const file = `${head.region}-${head.version}-${whole.digest('hex').slice(0, 16)}.gz`;
      const offer: SnapshotOffer = { ...head, file, count, bytes, pieces };
      const manifest: Manifest = { epoch, builtAt: at, offer };
      await rename(temporary, join(root, file));
      const unnamed = `${temporary}${MANIFEST}${UNFINISHED}`;
      await writeFile(unnamed, JSON.stringify(manifest), { mode: 0o600, flush: true });
      await rename(unnamed, join(root, `${file}${MANIFEST}`));
      return manifest;
    },
    async discard() {
      await handle.close();
      await rm(temporary, { force: true });
    },
  };
}
