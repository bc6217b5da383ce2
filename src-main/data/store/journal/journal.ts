import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { ClientId } from '../../../../src-shared/brand.ts';
import { syncFolder } from '../keyCheck.ts';
import { type JournalContent, type JournalEntry, readJournal, type WaitingCommand } from './entry.ts';
import { lineSeal } from './seal.ts';

/** Name of the journal in the folder of the stores. */
export const JOURNAL_FILE = 'outbox.journal';

/** What `intent.db` holds now: a rewritten journal says exactly this. */
export interface JournalState {
  readonly client: ClientId;
  readonly nextSeq: number;
  readonly own: readonly { readonly year: number; readonly last: number }[];
  readonly waiting: readonly WaitingCommand[];
}

/** What one transaction of `intent.db` did to the outbox. */
export interface OutboxChanges {
  readonly added: readonly WaitingCommand[];
  /** Commands never sent that got other bytes, such as a corrected time. */
  readonly changed: readonly WaitingCommand[];
  /** How many were confirmed, and the highest of their sequences; null when none was. */
  readonly settled: { readonly client: ClientId; readonly seq: number; readonly count: number } | null;
  /** Numbers of the own series that were given. */
  readonly own: readonly { readonly year: number; readonly last: number }[];
  /** The outbox was given other sequences: nothing in the journal fits any more. */
  readonly isReplaced: boolean;
}

/**
 * The second journal: every waiting command once more, in a file of another kind, so that a damaged or restored `intent.db` loses none
 * (sync specification 5.3). It is written after the commit and never throws: the act is safe already; what could not be written is made
 * good by the next change.
 */
export interface Journal {
  /** What lay there at the start; null when there was none. */
  readonly found: JournalContent | null;
  /** To be called right after each commit. */
  committed(changes: OutboxChanges): void;
  /** Writes the whole file anew from `intent.db`. */
  rewrite(): void;
  /** Why the file is behind; null while it is true. */
  trouble(): unknown;
  close(): void;
}

/** Lines called settled before a file with open ones is written anew. */
const SETTLED_KEPT = 500;

export interface JournalOptions {
  readonly file: string;
  readonly key: Buffer;
  readonly state: () => JournalState;
  /** For the name under which a file with unreadable lines is kept. */
  readonly stamp: () => string;
}

export function openJournal(options: JournalOptions): Journal {
  const { file } = options;
  const seal = lineSeal(options.key);
  const before = readFound(file, seal);
  let handle: number | null = null;
  let trouble: unknown = before.trouble;
  let settledLines = 0;
  let openLines = 0;
  /** What could not be read at the start may still be of use to somebody: it is put aside before it would be written over. */
  let isKept = before.trouble === null && (before.content?.unreadable ?? 0) === 0;

  function lineOf(entry: JournalEntry): string {
    return `${seal.seal(JSON.stringify(entry))}\n`;
  }

  function write(entries: readonly JournalEntry[], isSynced: boolean): void {
    handle ??= openSync(file, 'a', 0o600);
    writeSync(handle, entries.map(lineOf).join(''));
    if (isSynced) fdatasyncSync(handle);
  }

  function replace(): void {
    const { client, nextSeq, own, waiting } = options.state();
    const base: JournalEntry = { n: 'base', client, nextSeq, own: [...own] };
    const acts: JournalEntry[] = waiting.map((given) => ({ n: 'act', commands: [given] }));
    if (handle !== null) closeSync(handle);
    handle = null;
    if (!isKept && existsSync(file)) renameSync(file, `${file}.unreadable-${options.stamp()}`);
    isKept = true;
    const temporary = `${file}.new`;
    const fresh = openSync(temporary, 'w', 0o600);
    try {
      writeSync(fresh, [base, ...acts].map(lineOf).join(''));
      fsyncSync(fresh);
    } finally {
      closeSync(fresh);
    }
    renameSync(temporary, file);
    syncFolder(dirname(file));
    settledLines = 0;
    openLines = waiting.length;
  }

  function keep(work: () => void): void {
    try {
      work();
      trouble = null;
    } catch (error) {
      trouble = error;
      if (handle !== null) closeSync(handle);
      handle = null;
    }
  }

  return {
    found: before.content,
    committed({ added, changed, settled, own, isReplaced }) {
      const isQuiet = added.length + changed.length + own.length === 0 && settled === null;
      if (isQuiet && !isReplaced) return;
      keep(() => {
        // Behind, or of another client: lines added to it would leave a hole.
        if (isReplaced || trouble !== null) return replace();
        const entries: JournalEntry[] = own.map(({ year, last }) => ({ n: 'own', year, last }));
        const commands = [...added, ...changed];
        if (commands.length > 0) entries.push({ n: 'act', commands });
        if (entries.length > 0) write(entries, true);
        openLines += added.length;
        if (settled === null) return;
        settledLines += settled.count;
        openLines -= settled.count;
        if (openLines <= 0 || settledLines > Math.max(SETTLED_KEPT, openLines)) return replace();
        // Lost in a power cut it costs nothing: the commands are known as confirmed all the same.
        write([{ n: 'settled', client: settled.client, seq: settled.seq }], false);
      });
    },
    rewrite: () => keep(replace),
    trouble: () => trouble,
    close() {
      if (handle !== null) closeSync(handle);
      handle = null;
    },
  };
}

/** A file that cannot be read now is left as it is; what cannot be read in it is counted. */
function readFound(
  file: string,
  seal: ReturnType<typeof lineSeal>,
): { content: JournalContent | null; trouble: unknown } {
  if (!existsSync(file)) return { content: null, trouble: null };
  try {
    return { content: readJournal(readFileSync(file, 'utf8'), seal), trouble: null };
  } catch (error) {
    return { content: null, trouble: error };
  }
}
