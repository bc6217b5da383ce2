import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { receivePage, requestCursor } from '../../../../../src-main/data/sync/pull.ts';
import { aTestDesk, ModelCentre, type TestDesk } from '../../../../support/desk.ts';
import { aRegisteredCall, removeFolders } from '../../../../support/workstation.ts';

let test1: TestDesk;
let centre: ModelCentre;

beforeEach(async () => {
  test1 = await aTestDesk();
  centre = new ModelCentre();
});
afterEach(() => test1.close());
afterAll(removeFolders);

const stores = () => test1.desk.stores;
const client = () => stores().intent.identity.get().client;
const cursor = () => requestCursor(stores().records.meta.get());
const waiting = () => stores().intent.outbox.waiting().count;
const doc = (type: 'appeal' | 'call', id: string) => stores().records.record.get(type, id);
const push = () =>
  centre.push(
    stores()
      .intent.outbox.after(0, 1000)
      .map(({ command }) => command),
  );

describe('pages', () => {
  test('only the last one acknowledges, and until then the own record stays in view', () => {
    const call = randomUUID();
    const appeal = randomUUID();
    test1.act(aRegisteredCall(call, appeal));
    const predicted = doc('appeal', appeal);
    push();
    for (;;) {
      const from = cursor();
      const answer = centre.pull(client(), from, 1);
      const end = receivePage(test1.desk, from, answer);
      expect(doc('appeal', appeal)).toEqual(predicted);
      if (end.kind === 'last') break;
      expect(end.kind).toBe('more');
      expect(waiting()).toBe(4);
      expect(stores().records.meta.get().cursor).toBeNull();
    }
    expect(waiting()).toBe(0);
    expect(stores().records.base.count()).toBe(0);
    expect(doc('appeal', appeal)).toEqual(centre.get('appeal', appeal));
  });

  test('a doubled and a late answer are without effect', () => {
    const call = randomUUID();
    test1.act([{ kind: 'call.start', payload: { call, phone: null, phoneRaw: '' } }]);
    push();
    const late = centre.pull(client(), null);
    const first = centre.pull(client(), null);
    expect(receivePage(test1.desk, null, first).kind).toBe('last');
    expect(receivePage(test1.desk, null, first).kind).toBe('ignored');
    test1.act([{ kind: 'call.note', payload: { call, lines: [{ atMs: 0, text: 'нове' }] } }]);
    push();
    const from = cursor();
    receivePage(test1.desk, from, centre.pull(client(), from));
    const after = { doc: doc('call', call), position: stores().records.meta.get(), waiting: waiting() };
    expect(receivePage(test1.desk, null, late).kind).toBe('ignored');
    expect({ doc: doc('call', call), position: stores().records.meta.get(), waiting: waiting() }).toEqual(
      after,
    );
    expect(after.doc).toEqual(centre.get('call', call));
  });

  test('an answer for another client is without effect', () => {
    test1.act(aRegisteredCall());
    push();
    const answer = { ...centre.pull(client(), null), client: randomUUID() as ReturnType<typeof client> };
    expect(receivePage(test1.desk, null, answer).kind).toBe('ignored');
    expect(waiting()).toBe(4);
  });

  test('a command without an outcome in the answer is not confirmed', () => {
    test1.act(aRegisteredCall());
    push();
    const whole = centre.pull(client(), null);
    const answer = { ...whole, ack: { ...whole.ack, results: whole.ack.results.slice(0, 2) } };
    expect(receivePage(test1.desk, null, answer)).toMatchObject({ kind: 'last', partial: true });
    expect(waiting()).toBe(2);
    const from = cursor();
    receivePage(test1.desk, from, centre.pull(client(), from));
    expect(waiting()).toBe(0);
  });
});

describe('resnapshot', () => {
  test('fetches everything afresh: what the centre no longer has is gone, what waits stays', () => {
    const gone = randomUUID();
    test1.act(aRegisteredCall(randomUUID(), gone));
    push();
    receivePage(test1.desk, null, centre.pull(client(), null));
    const kept = randomUUID();
    test1.act(aRegisteredCall(randomUUID(), kept));

    const restored = new ModelCentre();
    const from = cursor();
    const again = { ...restored.pull(client(), null), resnapshot: true };
    expect(receivePage(test1.desk, from, again).kind).toBe('more');
    expect(doc('appeal', gone)).toBeDefined();
    expect(cursor()).toBeNull();
    expect(receivePage(test1.desk, null, again).kind).toBe('senseless');
    receivePage(test1.desk, null, { ...restored.pull(client(), null), ack: { lastSeq: 4, results: [] } });
    expect(doc('appeal', gone)).toBeUndefined();
    expect(doc('appeal', kept)).toBeDefined();
    expect(waiting()).toBe(4);
  });
});

describe('a command that fails here', () => {
  test('never stops the exchange: it is shown, the others go on, and the centre judges', () => {
    const call = randomUUID();
    const appeal = randomUUID();
    test1.act(aRegisteredCall(call, appeal));
    push();
    receivePage(test1.desk, null, centre.pull(client(), null));
    const { id } = test1.session.operator;
    test1.act([{ kind: 'appeal.assign', payload: { appeal, from: id, to: null } }]);
    test1.act([{ kind: 'call.note', payload: { call, lines: [{ atMs: 0, text: 'далі' }] } }]);
    const other = { ...centre.get('appeal', appeal), assignee: randomUUID() };
    centre.put('appeal', appeal, other);
    const from = cursor();
    expect(receivePage(test1.desk, from, centre.pull(client(), from)).kind).toBe('last');
    expect(stores().intent.attention.open()).toMatchObject([
      { reason: 'predicted', code: 'already_assigned' },
    ]);
    expect(doc('appeal', appeal)).toEqual(other);
    expect(doc('call', call)).toMatchObject({ notes: [{ text: 'немає води' }, { text: 'далі' }] });
    expect(waiting()).toBe(2);

    centre.put('appeal', appeal, { ...other, assignee: id });
    const next = cursor();
    receivePage(test1.desk, next, centre.pull(client(), next));
    expect(stores().intent.attention.open()).toEqual([]);
    expect(doc('appeal', appeal)).toMatchObject({ assignee: null });
  });
});
