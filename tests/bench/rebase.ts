// A workstation's stores with commands pending, taking in pages of the centre: the work of a rebase by itself.
import { randomUUID } from 'node:crypto';
import { receivePage, requestCursor } from '../../src-main/data/sync/pull.ts';
import type { ClientId } from '../../src-shared/brand.ts';
import type { PullAnswer, PullRow } from '../../src-shared/sync/pull.ts';
import { aTestDesk, REGION } from '../support/desk.ts';
import { aCall, COMMANDS_A_CALL } from './acts.ts';
import { registered } from './fill.ts';
import { serve } from './process.ts';

const EPOCH = randomUUID();
let index = 0;

const handlers = {
  /**
   * Milliseconds of each of so many rebases under so many pending commands, a page of so many records each.
   * `everything`: each page brings the account that all of the commands depend on.
   */
  async measure(input: {
    readonly pending: number;
    readonly records: number;
    readonly times: number;
    readonly everything: boolean;
  }) {
    const { desk, session, act, close } = await aTestDesk();
    for (let calls = input.pending / COMMANDS_A_CALL; calls > 0; calls -= 1) {
      const refusal = act(aCall(calls).map(({ kind, payload }) => ({ kind, payload: { ...payload } })));
      if (refusal !== null) throw new Error(`an act was refused: ${refusal}`);
    }
    const took: number[] = [];
    // The first page brings the account that a region's workstations all hold; it is not counted.
    for (let version = 1; version <= input.times + 1; version += 1) {
      const { client } = desk.stores.intent.identity.get();
      const page = aPage(
        client,
        version,
        input.records,
        version === 1 || input.everything ? session.operator : null,
      );
      const from = requestCursor(desk.stores.records.meta.get());
      const began = performance.now();
      const end = receivePage(desk, from, page);
      if (version > 1) took.push(performance.now() - began);
      if (end.kind !== 'last') throw new Error(`the page was taken as ${end.kind}`);
      // What a window asked meanwhile is answered before the next page is taken in.
      await new Promise((resolve) => setImmediate(resolve));
    }
    close();
    return took;
  },
  ping: () => undefined,
};
export type RebaseHandlers = typeof handlers;
serve(handlers);

/** The work of another workstation: registered appeals, each with its applicant, number and history line. */
function aPage(
  client: ClientId,
  version: number,
  records: number,
  account: { readonly id: string } | null,
): PullAnswer {
  const rows: PullRow[] = [];
  while (rows.length < records) {
    index += 1;
    for (const { type, id, doc } of registered(index)) {
      const place = { type, id, region: REGION, version, ordinal: rows.length };
      rows.push({ ...place, deleted: false, left: null, doc: structuredClone(doc) as PullRow['doc'] });
    }
  }
  if (account !== null) {
    const place = { type: 'operator', id: account.id, region: REGION, version, ordinal: rows.length };
    rows.push({ ...place, deleted: false, left: null, doc: { ...account } });
  }
  return {
    client,
    request: randomUUID(),
    epoch: EPOCH,
    resnapshot: false,
    rows,
    cursor: { epoch: EPOCH, regions: { [REGION]: [version, String(version)] } },
    more: false,
    ack: { lastSeq: 0, results: [] },
  };
}
