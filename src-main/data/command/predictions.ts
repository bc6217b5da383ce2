import type { Command } from '../../../src-shared/command/envelope.ts';
import type { RecordRef, RecordType, RecordWrite } from '../../../src-shared/record/model.ts';
import type { Desk } from '../desk.ts';
import type { RecordsStore } from '../store/records/records.ts';
import { type Lookup, lookupOf } from './lookup.ts';

/** What a pending command came to when it was decided, and what that depended on. */
export interface Prediction<Aside> {
  readonly command: Command;
  /** Keys of the records it looked at; null when that cannot be said, so that it is decided again each time. */
  readonly reads: readonly string[] | null;
  readonly writes: readonly RecordWrite[];
  readonly setAside: Aside | null;
}

/** Predictions that the records show, by the hash of their command: a command that was changed is another one. */
export type Predictions<Aside> = Map<string, Prediction<Aside>>;

/** One spelling of a reference, for sets and maps. */
export function keyOf({ type, id }: { readonly type: string; readonly id: string }): string {
  return `${type}/${id}`;
}

/** More pending commands than these are decided each time rather than kept in memory. */
const MOST_KEPT = 5_000;

interface Kept {
  readonly predictions: Predictions<never>;
  readonly edits: number;
}

const keptBy = new WeakMap<RecordsStore, Kept>();

/**
 * The predictions that these records show, once: whoever takes them gives the next ones back when they are stored.
 * @returns undefined when they are not known, or rows were changed beside them
 */
export function takePredictions<Aside>(records: RecordsStore): Predictions<Aside> | undefined {
  const kept = keptBy.get(records);
  keptBy.delete(records);
  return kept?.edits === records.record.edits() ? kept?.predictions : undefined;
}

/** Remembers what the records show from now on. */
export function keepPredictions<Aside>(records: RecordsStore, predictions: Predictions<Aside>): void {
  if (predictions.size > MOST_KEPT) return;
  keptBy.set(records, { predictions: predictions as Predictions<never>, edits: records.record.edits() });
}

/** Documents under the predictions, with what the pending commands decided so far laid over them. */
export interface Desktop {
  readonly lookup: Lookup;
  /** Keys looked up since the last question; null when one of them may change without a word. */
  readsSince(): readonly string[] | null;
  add(writes: readonly RecordWrite[], region: string): void;
  /** The last write to a record, with the region of its command. */
  written(key: string): { readonly write: RecordWrite; readonly region: string } | undefined;
}

/** Opens the records at their true state, whatever predictions their rows show at the moment. */
export function openDesktop(desk: Desk): Desktop {
  const { base, record } = desk.stores.records;
  const below = lookupOf(desk);
  const truth = new Map<string, unknown>();
  const last = new Map<string, { readonly write: RecordWrite; readonly region: string }>();
  const loose = new Set<string>();
  let reads: string[] = [];

  function truthOf(type: RecordType, id: string): unknown {
    const kept = base.get(type, id);
    if (kept !== undefined) return kept.doc === null ? undefined : (JSON.parse(kept.doc) as unknown);
    // An operator may be known from the sign-in alone, and that changes without a word.
    if (type === 'operator' && record.get(type, id) === undefined) loose.add(keyOf({ type, id }));
    return below(type, id);
  }

  return {
    lookup(type, id) {
      const key = keyOf({ type, id });
      reads.push(key);
      const write = last.get(key);
      if (write !== undefined) return write.write.doc;
      if (!truth.has(key)) truth.set(key, truthOf(type, id));
      return truth.get(key);
    },
    readsSince() {
      const since = reads;
      reads = [];
      return since.some((key) => loose.has(key)) ? null : since;
    },
    add(writes, region) {
      for (const write of writes) last.set(keyOf(write), { write, region });
    },
    written: (key) => last.get(key),
  };
}

/** A reference out of its spelling. */
export function refOf(key: string): RecordRef {
  const slash = key.indexOf('/');
  return { type: key.slice(0, slash) as RecordType, id: key.slice(slash + 1) };
}
