import { randomUUID } from 'node:crypto';
import type { PullRow } from '../../../src-shared/sync/pull.ts';
import { aTestDesk } from '../../support/desk.ts';
import { aCard } from '../../support/workstation.ts';
import { Broken } from '../simulator/ledger.ts';
import { leasesShut, oldOrder, rewindFoundOut } from './restoreChecks.ts';

/** Promises whose breach a history cannot show: it has one region, and decides by the same rules. Each throws when it is broken. */
export const CHECKS: Readonly<Record<string, () => Promise<void>>> = {
  leftOfFormerRegion,
  ownChain,
  oldOrder,
  leasesShut,
  rewindFoundOut,
};

/** A record that has already come to another region is not taken away by the news that it left its former one. */
async function leftOfFormerRegion(): Promise<void> {
  const { desk, close } = await aTestDesk();
  try {
    const { records } = desk.stores;
    const row = { type: 'appeal', id: 'a', ordinal: 0, deleted: false };
    const came: PullRow = { ...row, region: 'kh', version: 3, left: null, doc: { id: 'a' } };
    const left: PullRow = { ...row, region: 'dn', version: 9, left: 'moved', doc: null };
    records.transact(() => {
      for (const one of [came, left]) {
        records.staged.put(one);
        records.staged.apply(false);
        records.staged.clear();
      }
    });
    if (records.record.row('appeal', 'a') === undefined)
      throw new Broken('I4', 'a record that had come to another region was taken away');
  } finally {
    close();
  }
}

/** A second edit of a field whose first one met a conflict carries that conflict on, and leaves one question. */
async function ownChain(): Promise<void> {
  const { act, desk, close } = await aTestDesk();
  try {
    const appeal = randomUUID();
    const card = aCard();
    act([{ kind: 'appeal.register', payload: { appeal, call: null, card } }]);
    const { applicant } = desk.stores.records.record.get('appeal', appeal) ?? {};
    const amend = (was: string, value: string) =>
      act([
        {
          kind: 'appeal.amend',
          payload: { appeal, applicant, changes: [{ field: 'topic', value }] },
          base: [{ field: 'topic', value: was }],
        },
      ]);
    // Neither began from what stands there.
    amend('9.9', '2.1');
    amend('2.1', '3.1');
    const open = desk.stores.records.conflict.openOf(appeal).map(({ mine }) => mine);
    if (open.join() !== '3.1')
      throw new Broken('I4', `a chain of edits left the open conflicts ${open.join()}`);
  } finally {
    close();
  }
}
