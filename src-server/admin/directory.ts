import { readFileSync } from 'node:fs';
import type { RegionId } from '../../src-shared/brand.ts';
import { toInstant } from '../../src-shared/clock.ts';
import { readDirectory } from '../../src-shared/directory/importFile.ts';
import { type RecordWrite, write } from '../../src-shared/record/model.ts';
import type { Context } from '../context.ts';
import { readDocuments, recordKey, writeDocuments } from '../store/record.ts';
import { raiseVersion } from '../store/region.ts';
import { inWriteTransaction } from '../store/transaction.ts';
import { insertMark } from '../store/versionMark.ts';
import { AdminRefused } from './adminRefused.ts';

/** Most documents of one version, so that other work comes between. */
const PER_VERSION = 500;
/** Most faults named at once. */
const FAULTS_NAMED = 20;

/** What an import did. */
export interface DirectoryImport {
  readonly settlements: number;
  readonly streets: number;
  /** Written because they were new or differed; a second import of the same file writes nothing. */
  readonly written: number;
}

/** Imports a directory file of settlements and streets. @throws AdminRefused when it cannot be read or a line is wrong */
export async function importDirectoryFile(
  context: Context,
  region: RegionId,
  file: string,
): Promise<DirectoryImport> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    throw new AdminRefused(error instanceof TypeError ? `${file} is not UTF-8.` : `${file} cannot be read.`);
  }
  return await importDirectory(context, region, text);
}

/**
 * Imports what a directory text says: all of it or, with a fault, nothing. What the text does not name stays as it is.
 * @throws AdminRefused when a line is wrong
 */
export async function importDirectory(
  context: Context,
  region: RegionId,
  text: string,
): Promise<DirectoryImport> {
  const { settlements, streets, faults } = readDirectory(text, region);
  if (faults.length > 0) {
    const named = faults.slice(0, FAULTS_NAMED).map(({ line, message }) => `line ${line}: ${message}`);
    const more = faults.length > FAULTS_NAMED ? [`and ${faults.length - FAULTS_NAMED} more`] : [];
    throw new AdminRefused(`Nothing was imported.\n${[...named, ...more].join('\n')}`);
  }
  const writes = [
    ...settlements.map((settlement) => write('settlement', settlement)),
    ...streets.map((street) => write('street', street)),
  ];
  let written = 0;
  for (let from = 0; from < writes.length; from += PER_VERSION)
    written += await writeChanged(context, region, writes.slice(from, from + PER_VERSION));
  return { settlements: settlements.length, streets: streets.length, written };
}

/** Writes those that differ from what stands, under one version, and wakes the region. @returns how many */
async function writeChanged(
  context: Context,
  region: RegionId,
  writes: readonly RecordWrite[],
): Promise<number> {
  const at = toInstant(context.now());
  const done = await inWriteTransaction(context.store.db, async (tx) => {
    const known = await readDocuments(tx, region, writes);
    const changed = writes.filter(
      (entry) => JSON.stringify(known.get(recordKey(entry))) !== JSON.stringify(entry.doc),
    );
    if (changed.length === 0) return null;
    const version = await raiseVersion(tx, region);
    await writeDocuments(tx, { region, version, ordinal: 0 }, changed);
    await insertMark(tx, region, version, at, context.random);
    return { region, version, count: changed.length };
  });
  if (done === null) return 0;
  context.wakes.announce({ region: done.region, version: done.version });
  return done.count;
}
