import { randomUUID } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compareWithJournal } from '../../../../../src-main/data/restore/journal.ts';
import { readJournal } from '../../../../../src-main/data/store/journal/entry.ts';
import { lineSeal } from '../../../../../src-main/data/store/journal/seal.ts';
import { aTestDesk, type TestDesk } from '../../../../support/desk.ts';
import { aCard, aFolder, aRegisteredCall, removeFolders } from '../../../../support/workstation.ts';

afterAll(removeFolders);

const waitingIds = ({ desk }: TestDesk) => desk.stores.intent.outbox.all().map(({ command }) => command.id);

function journalOf({ dir, key }: TestDesk) {
  return readJournal(readFileSync(join(dir, 'outbox.journal'), 'utf8'), lineSeal(key));
}

/** A copy of the folder as a tool for backups would make it: while the desk is shut. */
async function copyOf(station: TestDesk): Promise<string> {
  station.close();
  const copy = await aFolder();
  cpSync(station.dir, copy, { recursive: true });
  return copy;
}

/** Puts an older `intent.db` under a newer journal. */
function putBack(from: string, to: string): void {
  for (const name of readdirSync(to)) if (name.startsWith('intent.db')) rmSync(join(to, name));
  for (const name of readdirSync(from)) {
    if (name.startsWith('intent.db')) cpSync(join(from, name), join(to, name));
  }
}

describe('the second journal beside intent.db', () => {
  test('holds exactly the commands that wait; an act that was refused left nothing in it', async () => {
    const station = await aTestDesk();
    expect(station.act(aRegisteredCall())).toBeNull();
    const kept = waitingIds(station);
    // The second command of the act is refused by its rule, so the first, durable for a moment, never was.
    const call = randomUUID();
    const refused = station.act([
      { kind: 'call.start', payload: { call, phone: null, phoneRaw: '' } },
      { kind: 'appeal.register', payload: { appeal: randomUUID(), call: randomUUID(), card: aCard() } },
    ]);
    expect(refused).not.toBeNull();
    station.act([{ kind: 'call.start', payload: { call: randomUUID(), phone: null, phoneRaw: '' } }]);
    expect(waitingIds(station)).toHaveLength(kept.length + 1);
    expect(journalOf(station).waiting.map(({ command }) => command.id)).toEqual(waitingIds(station));
    expect(journalOf(station).waiting).toEqual(station.desk.stores.intent.outbox.all());
    station.close();
  });

  test('an ordinary start changes neither the client nor anything that waits', async () => {
    const station = await aTestDesk();
    station.act(aRegisteredCall());
    const before = station.desk.stores.intent.outbox.all();
    const { client } = station.desk.stores.intent.identity.get();
    station.close();
    const again = await aTestDesk({ dir: station.dir, key: station.key });
    compareWithJournal(again.desk);
    expect(again.desk.stores.intent.identity.get().client).toBe(client);
    expect(again.desk.stores.intent.outbox.all()).toEqual(before);
    again.close();
  });

  test('a lost journal is written anew from what waits', async () => {
    const station = await aTestDesk();
    station.act(aRegisteredCall());
    const before = waitingIds(station);
    station.close();
    rmSync(join(station.dir, 'outbox.journal'));
    const again = await aTestDesk({ dir: station.dir, key: station.key });
    compareWithJournal(again.desk);
    expect(waitingIds(again)).toEqual(before);
    expect(journalOf(again).waiting.map(({ command }) => command.id)).toEqual(before);
    again.close();
  });

  test('an older intent.db gives itself up: new client, forgotten commands under their ids, no number twice', async () => {
    const first = await aTestDesk();
    first.act(aRegisteredCall());
    const old = await copyOf(first);
    const second = await aTestDesk({ dir: first.dir, key: first.key });
    compareWithJournal(second.desk);
    const { client } = second.desk.stores.intent.identity.get();
    second.act(aRegisteredCall());
    const year = new Date().getUTCFullYear();
    // Beyond the block: numbers of the own series, one with a command, one on paper.
    second.desk.stores.intent.number.freezeAll();
    second.act(aRegisteredCall());
    second.desk.stores.intent.transact(() => second.desk.stores.intent.number.takeOwn(year));
    const all = second.desk.stores.intent.outbox.all();
    const told = all.flatMap(({ command }) => command.minted.number ?? []);
    second.close();

    putBack(old, first.dir);
    const third = await aTestDesk({ dir: first.dir, key: first.key });
    compareWithJournal(third.desk);
    const { intent } = third.desk.stores;
    const waiting = intent.outbox.all();
    expect(waiting.map(({ command }) => command.id)).toEqual(all.map(({ command }) => command.id));
    expect(waiting.map(({ command }) => command.seq)).toEqual(waiting.map((_, index) => index + 1));
    expect(intent.identity.get().client).not.toBe(client);
    expect(intent.identity.get().nextSeq).toBe(waiting.length + 1);
    expect(intent.number.free(year)).toBe(0);
    expect(intent.number.own()).toEqual([{ year, last: 2 }]);
    third.act(aRegisteredCall());
    const numbers = intent.outbox.all().flatMap(({ command }) => command.minted.number ?? []);
    expect(numbers.slice(0, told.length)).toEqual(told);
    expect(new Set(numbers).size).toBe(numbers.length);
    // Put back once more, and once more everything is there.
    expect(journalOf(third).waiting.map(({ command }) => command.id)).toEqual(waitingIds(third));
    third.close();
  });

  test('an older intent.db is noticed though everything it forgot was confirmed long ago', async () => {
    const first = await aTestDesk();
    const old = await copyOf(first);
    const second = await aTestDesk({ dir: first.dir, key: first.key });
    compareWithJournal(second.desk);
    const { client } = second.desk.stores.intent.identity.get();
    second.act(aRegisteredCall());
    const { intent } = second.desk.stores;
    intent.transact(() => {
      for (const { command } of intent.outbox.all()) intent.outbox.remove(command, false);
    });
    expect(journalOf(second).waiting).toEqual([]);
    second.close();
    putBack(old, first.dir);
    const third = await aTestDesk({ dir: first.dir, key: first.key });
    compareWithJournal(third.desk);
    expect(third.desk.stores.intent.identity.get().client).not.toBe(client);
    expect(third.desk.stores.intent.outbox.all()).toEqual([]);
    third.close();
  });

  test('a journal of another key is put aside, not trusted', async () => {
    const station = await aTestDesk();
    const other = await aTestDesk();
    other.act(aRegisteredCall());
    other.close();
    station.close();
    renameSync(join(other.dir, 'outbox.journal'), join(station.dir, 'outbox.journal'));
    const again = await aTestDesk({ dir: station.dir, key: station.key });
    compareWithJournal(again.desk);
    expect(again.desk.stores.intent.outbox.all()).toEqual([]);
    expect(readdirSync(station.dir).some((name) => name.startsWith('outbox.journal.unreadable-'))).toBe(true);
    again.close();
  });
});
