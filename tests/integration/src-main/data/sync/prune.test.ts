import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { pruneAcknowledged } from '../../../../../src-main/data/sync/prune.ts';
import { toInstant } from '../../../../../src-shared/clock.ts';
import { aTestDesk, type TestDesk } from '../../../../support/desk.ts';
import { removeFolders } from '../../../../support/workstation.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const EPOCH = randomUUID();
const EARLIER = randomUUID();

let held: TestDesk;
beforeEach(async () => {
  held = await aTestDesk();
});
afterEach(() => held.close());
afterAll(removeFolders);

/** One act per entry, confirmed at a version of an epoch so many days ago; gives the ids. */
function confirmed(entries: readonly { epoch: string; version: number; days: number }[]): string[] {
  const { intent } = held.desk.stores;
  return entries.map(({ epoch, version, days }) => {
    const call = randomUUID();
    held.act([{ kind: 'call.start', payload: { call, phone: null, phoneRaw: '' } }]);
    const entry = intent.outbox.after(0, 1)[0];
    if (entry === undefined) throw new Error('no command waits');
    const { seq, id } = entry.command;
    const result = { seq, id, outcome: 'applied', code: null, data: null, version, ordinal: 0 } as const;
    intent.transact(() => {
      intent.acknowledged.add(entry.command, result, epoch, toInstant(Date.now() - days * DAY_MS));
      intent.outbox.remove(entry.command, false);
    });
    return id;
  });
}

/** Ids of what a restored server would be told. */
function kept(): string[] {
  const present = { client: 'another', from: 1 };
  return held.desk.stores.intent.acknowledged.keptAfter(0, present, 100).map(({ command }) => command.id);
}

test('age alone forgets nothing: without a verified backup this may be the only other copy', () => {
  const ids = confirmed([
    { epoch: EPOCH, version: 5, days: 400 },
    { epoch: EPOCH, version: 6, days: 1 },
  ]);
  pruneAcknowledged(held.desk);
  expect(kept()).toEqual(ids);
});

test('forgotten is what is old and covered; the receipt stays, and the last command of the client too', () => {
  const { identity, acknowledged } = held.desk.stores.intent;
  const ids = confirmed([
    { epoch: EPOCH, version: 5, days: 31 },
    { epoch: EPOCH, version: 6, days: 29 },
    { epoch: EPOCH, version: 9, days: 31 },
    { epoch: EPOCH, version: 7, days: 31 },
  ]);
  identity.setDurable(EPOCH, 8);
  pruneAcknowledged(held.desk);
  expect(kept()).toEqual(ids.slice(1));
  const receipt = acknowledged.receiptOf(ids[0] ?? '');
  expect(receipt).toMatchObject({
    outcome: 'applied',
    version: 5,
    command: { kind: 'call.start', payload: {} },
  });
  expect(acknowledged.allEffective().map(({ id }) => id)).toEqual(ids.slice(1));
});

test('what was decided in an earlier life is covered once it was told again and a backup was taken after that', () => {
  const { identity } = held.desk.stores.intent;
  const ids = confirmed([
    { epoch: EARLIER, version: 5, days: 31 },
    { epoch: EPOCH, version: 90, days: 1 },
  ]);
  identity.setDurable(EPOCH, 80);
  pruneAcknowledged(held.desk);
  expect(kept()).toEqual(ids);
  identity.setRepushed(EPOCH);
  pruneAcknowledged(held.desk);
  expect(kept()).toEqual(ids);
  identity.setRepushedVersion(81);
  pruneAcknowledged(held.desk);
  expect(kept()).toEqual(ids);
  identity.setRepushedVersion(80);
  pruneAcknowledged(held.desk);
  expect(kept()).toEqual(ids.slice(1));
});
