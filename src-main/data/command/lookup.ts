import { type Decided, decideCommand, prepareCommand, readsOf } from '../../../src-shared/command/decide.ts';
import type { Command } from '../../../src-shared/command/envelope.ts';
import type { RecordDocs, RecordType, RecordView, RecordWrite } from '../../../src-shared/record/model.ts';
import type { Desk } from '../desk.ts';

/** Finds one document by type and id. */
export type Lookup = (type: RecordType, id: string) => unknown;

/**
 * Documents as they stand here. An operator who signed in before the first download is known from the sign-in.
 */
export function lookupOf(desk: Desk): Lookup {
  return (type, id) => {
    const doc = desk.stores.records.record.get(type, id);
    if (doc !== undefined || type !== 'operator') return doc;
    return desk.stores.intent.session.operatorById(id) ?? undefined;
  };
}

/** Documents with the writes of one act laid over them. */
export interface Overlay {
  readonly lookup: Lookup;
  add(writes: readonly RecordWrite[]): void;
}

/** Lets commands of one act see what those before them decided, before anything is stored. */
export function overlayOn(below: Lookup): Overlay {
  const written = new Map<string, unknown>();
  return {
    lookup: (type, id) => {
      const key = `${type}/${id}`;
      return written.has(key) ? written.get(key) : below(type, id);
    },
    add(writes) {
      for (const write of writes) written.set(`${write.type}/${write.id}`, write.doc);
    },
  };
}

/**
 * Decides a command on the records it named, and on nothing else: what the server will not load must not help here either.
 * @throws UnknownCommandError, ZodError as `decideCommand`
 */
export function decideWith(lookup: Lookup, command: Command): Decided {
  const named = new Map<string, unknown>();
  const prepared = prepareCommand(command);
  for (const ref of readsOf(prepared)) named.set(`${ref.type}/${ref.id}`, lookup(ref.type, ref.id));
  const view: RecordView = {
    get: <T extends RecordType>(type: T, id: string) =>
      named.get(`${type}/${id}`) as RecordDocs[T] | undefined,
  };
  return decideCommand(view, prepared);
}
