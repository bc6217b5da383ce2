import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { CARRY_MOST_BYTES, type CarryContent, readCarryFile } from '../../src-shared/carry/file.ts';
import type { OutcomeName } from '../../src-shared/command/outcome.ts';
import { MAX_BATCH_COMMANDS } from '../../src-shared/sync/version.ts';
import { openCarried } from '../carry/open.ts';
import type { Context } from '../context.ts';
import { RequestRefused } from '../requestRefused.ts';
import { readRegion } from '../store/region.ts';
import { decideCarried } from '../sync/deliver.ts';
import { servedEpoch } from '../sync/recovery/life.ts';
import { AdminRefused } from './adminRefused.ts';

/** Where the file is and how it opens. */
export const OutboxImport = z.strictObject({
  file: z.string().min(1),
  passphrase: z.string().min(1).max(200),
});

/** What came of it, by outcome; commands decided before have the outcome they had then. */
export interface OutboxImported {
  readonly from: string;
  readonly at: string;
  readonly decided: Readonly<Partial<Record<OutcomeName, number>>>;
  /** Work that stops where the centre lacks what stood before it (`gap`), or holds something else there (`forked`). */
  readonly stopped: readonly {
    readonly client: string;
    readonly reason: string;
    readonly commands: number;
  }[];
}

/**
 * Takes in a file of unsent work that a workstation has written, in the place of its own exchange. Repeating it is safe.
 * @throws AdminRefused when the file does not open, or belongs to no region here
 */
export async function importOutbox(
  context: Context,
  { file, passphrase }: z.infer<typeof OutboxImport>,
): Promise<OutboxImported> {
  const content = await open(file, passphrase);
  if ((await readRegion(context.store.db, content.region)) === undefined)
    throw new AdminRefused(
      `The file belongs to the region "${content.region}", which this server does not have.`,
    );
  const decided: Partial<Record<OutcomeName, number>> = {};
  const stopped: OutboxImported['stopped'][number][] = [];
  for (const group of content.groups) {
    let left = group.commands.length;
    let reason: string | null = null;
    for (let from = 0; from < group.commands.length && reason === null; from += MAX_BATCH_COMMANDS) {
      const end = await decideBatch(context, content.region, group, from);
      for (const { outcome } of end.results) decided[outcome] = (decided[outcome] ?? 0) + 1;
      left -= end.results.length;
      reason = end.reason;
    }
    if (reason !== null) stopped.push({ client: group.client, reason, commands: left });
  }
  context.log.info({ from: content.workstation, decided, stopped }, 'unsent work taken in from a file');
  return { from: content.name, at: content.at, decided, stopped };
}

async function open(path: string, passphrase: string): Promise<CarryContent> {
  let text: string;
  try {
    if ((await stat(path)).size > CARRY_MOST_BYTES) throw new AdminRefused('The file is too large.');
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof AdminRefused) throw error;
    throw new AdminRefused(`The file ${path} cannot be read by the server.`);
  }
  const reading = readCarryFile(text);
  if (reading.kind === 'newer')
    throw new AdminRefused('The file was written by a newer version of the program.');
  if (reading.kind === 'foreign') throw new AdminRefused('This is no file of unsent work.');
  const content = await openCarried(reading.file, passphrase);
  if (content === null) throw new AdminRefused('The passphrase does not fit, or the file was damaged.');
  return content;
}

async function decideBatch(
  context: Context,
  region: string,
  { client, commands }: CarryContent['groups'][number],
  from: number,
): Promise<{ results: readonly { outcome: OutcomeName }[]; reason: string | null }> {
  try {
    const epoch = await servedEpoch(context.store.db);
    const batch = commands.slice(from, from + MAX_BATCH_COMMANDS);
    const carried = { origin: client, commands: batch, epoch, mayBeRevoked: true };
    const { results, stop } = await decideCarried(context, region, carried);
    return { results, reason: stop?.name ?? null };
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error;
    if (error.code === 'recovering')
      throw new AdminRefused('The server is recovering; take the file in when the recovery has ended.');
    return { results: [], reason: error.code === 'not_found' ? 'unknown workstation' : error.code };
  }
}
