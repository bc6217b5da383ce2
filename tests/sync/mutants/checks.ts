import type { PullRow } from '../../../src-shared/sync/pull.ts';
import { aTestDesk } from '../../support/desk.ts';
import { Broken } from '../simulator/ledger.ts';

/** Promises whose breach needs more than one region, which histories do not have. Each throws when it is broken. */
export const CHECKS: Readonly<Record<string, () => Promise<void>>> = { leftOfFormerRegion };

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
