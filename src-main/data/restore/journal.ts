import type { ClientId } from '../../../src-shared/brand.ts';
import type { Desk } from '../desk.ts';
import type { IntentStore } from '../store/intent/intent.ts';
import type { JournalContent, WaitingCommand } from '../store/journal/entry.ts';
import { beginNewLife } from '../sync/fork.ts';

/**
 * Compares the second journal with `intent.db` at a start (sync specification 5.3). A journal that is ahead, or of another client, says
 * that `intent.db` is an older copy: it becomes a new client at once, offline too, takes the forgotten commands in again under their ids,
 * which the centre recognises, and goes on behind every number of the own series that was told. Then the journal is written anew.
 */
export function compareWithJournal(desk: Desk): void {
  const { intent, journal } = desk.stores;
  const { found } = journal;
  if (found !== null) {
    if (found.unreadable > 0)
      desk.log.error(
        { lines: found.unreadable },
        'second journal: lines could not be read, the file is kept',
      );
    for (const [year, last] of found.own) intent.number.raiseOwn(year, last);
    const missing = forgottenBy(intent, found);
    if (missing.length > 0 || isAhead(desk, found)) takeBack(desk, missing);
  }
  journal.rewrite();
  if (journal.trouble() !== null)
    desk.log.error({ err: journal.trouble() }, 'second journal cannot be written');
}

/** Commands of the journal that this database neither waits with nor knows as confirmed. */
export function forgottenBy(
  { acknowledged, outbox }: Pick<IntentStore, 'acknowledged' | 'outbox'>,
  found: JournalContent,
): WaitingCommand[] {
  return found.waiting.filter(({ command }) => !outbox.has(command.id) && !acknowledged.has(command.id));
}

function isAhead(desk: Desk, { last }: JournalContent): boolean {
  const { client, nextSeq } = desk.stores.intent.identity.get();
  return last !== null && (last.client !== client || last.nextSeq > nextSeq);
}

function takeBack(desk: Desk, missing: readonly WaitingCommand[]): void {
  const { intent } = desk.stores;
  const former = intent.identity.get().client;
  const client = desk.newId() as ClientId;
  beginNewLife(intent, client, missing, desk.time.now());
  desk.log.warn(
    { former, client, commands: missing.map(({ command }) => command.id) },
    'intent.db is older than its journal: new client, forgotten commands wait again',
  );
}
