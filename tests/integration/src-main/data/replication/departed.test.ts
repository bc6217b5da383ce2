import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { receivePage, requestCursor } from '../../../../../src-main/data/sync/pull.ts';
import type { PullRow } from '../../../../../src-shared/sync/pull.ts';
import { aTestDesk, ModelCentre, REGION, type TestDesk } from '../../../../support/desk.ts';
import { removeFolders } from '../../../../support/workstation.ts';

let here: TestDesk;
let centre: ModelCentre;

beforeEach(async () => {
  here = await aTestDesk();
  centre = new ModelCentre();
});
afterEach(() => here.close());
afterAll(removeFolders);

const stores = () => here.desk.stores;
const row = (id: string) => stores().records.record.row('call', id);
let version = 1_000_000;

/** A pull that brings the centre's rows and these. */
function pull(...rows: PullRow[]): void {
  const { intent, records } = stores();
  const from = requestCursor(records.meta.get());
  const answer = centre.pull(intent.identity.get().client, from);
  receivePage(here.desk, from, { ...answer, rows: [...answer.rows, ...rows] });
}

/** The centre does not have the record any more: it refuses everything that waits. */
function refuseAll(): void {
  const { intent, records } = stores();
  const from = requestCursor(records.meta.get());
  const answer = centre.pull(intent.identity.get().client, from);
  const results = intent.outbox.after(0, 50).map(({ command }) => ({
    seq: command.seq,
    id: command.id,
    outcome: 'refused' as const,
    code: 'call_unknown',
    data: {},
    version: 1,
    ordinal: 0,
  }));
  const lastSeq = results.at(-1)?.seq ?? answer.ack.lastSeq;
  receivePage(here.desk, from, { ...answer, ack: { lastSeq, results: [...answer.ack.results, ...results] } });
}

function aRow(id: string, over: Partial<PullRow>): PullRow {
  version += 1;
  return {
    type: 'call',
    id,
    region: REGION,
    version,
    ordinal: 0,
    deleted: false,
    left: null,
    doc: null,
    ...over,
  };
}

const left = (id: string, region: string = REGION) => aRow(id, { left: 'moved', region });
const note = (call: string) =>
  here.act([{ kind: 'call.note', payload: { call, lines: [{ atMs: 0, text: 'ще' }] } }]);
const push = () =>
  centre.push(
    stores()
      .intent.outbox.after(0, 50)
      .map(({ command }) => command),
  );

/** A call that the centre has confirmed. */
function aCall(): string {
  const call = randomUUID();
  here.act([{ kind: 'call.start', payload: { call, phone: null, phoneRaw: '' } }]);
  push();
  pull();
  return call;
}

describe('a record that leaves', () => {
  test('goes at once when nothing waits on it', () => {
    const call = aCall();
    pull(left(call));
    expect(row(call)).toBeUndefined();
    expect(stores().records.departed.all()).toEqual([]);
  });

  test('left from one region is ignored when the record already belongs to another', () => {
    const call = aCall();
    pull(aRow(call, { region: 'od', doc: { id: call, there: true } }));
    pull(left(call, REGION));
    expect(row(call)?.region).toBe('od');
    pull(left(call, 'od'));
    expect(row(call)).toBeUndefined();
  });

  test('stays in view while own work on it waits, whatever else is pulled, and over a rebase', () => {
    const call = aCall();
    expect(note(call)).toBeNull();
    pull(left(call));
    pull();
    expect(row(call)).toBeDefined();
    expect(note(call)).toBeNull();
    expect(stores().records.record.get('call', call)?.notes).toHaveLength(2);
    expect(stores().records.departed.has('call', call)).toBe(true);
    refuseAll();
    expect(row(call)).toBeUndefined();
    expect(stores().records.base.count()).toBe(0);
    expect(
      stores()
        .intent.attention.open()
        .map(({ code }) => code),
    ).toEqual(['call_unknown', 'call_unknown']);
  });

  test('that comes back before its work is judged is an ordinary record again', () => {
    const call = aCall();
    note(call);
    const kept = stores().records.record.row('call', call);
    pull(left(call));
    pull(aRow(call, { doc: JSON.parse(kept?.doc ?? '{}') }));
    expect(stores().records.departed.all()).toEqual([]);
    push();
    pull();
    expect(row(call)).toBeDefined();
  });

  test('that is deleted at the centre does not stay', () => {
    const call = aCall();
    note(call);
    pull(aRow(call, { deleted: true }));
    expect(stores().records.departed.all()).toEqual([]);
    expect(row(call)).toBeUndefined();
  });
});
