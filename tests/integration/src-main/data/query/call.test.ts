import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { callsToday, listCalls } from '../../../../../src-main/data/query/call.ts';
import { aTestDesk, type TestDesk } from '../../../../support/desk.ts';
import { removeFolders } from '../../../../support/workstation.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await aTestDesk();
});
afterEach(() => at.close());
afterAll(removeFolders);

const line = { phone: null, phoneRaw: '' };

/** A call that ends by a command after one line was written. */
function ended(end: (call: string) => { kind: string; payload: Record<string, unknown> }): string | null {
  const call = randomUUID();
  return at.act([
    { kind: 'call.start', payload: { call, ...line } },
    { kind: 'call.note', payload: { call, lines: [{ atMs: 0, text: 'проба' }] } },
    end(call),
  ] as never);
}

const lines = () =>
  listCalls(at.desk, () => false, at.session.operator.id, { scope: 'mine', limit: 10 }).lines;
const today = () => callsToday(at.desk, at.session.operator.id);

test('a card opened by mistake stays in the list with its notes and is counted as no call', () => {
  expect(ended((call) => ({ kind: 'call.finish', payload: { call, ...line, code: 'silent' } }))).toBeNull();
  expect(ended((call) => ({ kind: 'call.discard', payload: { call } }))).toBeNull();
  const discarded = lines().find(({ outcome }) => outcome === 'discarded');
  expect(discarded).toMatchObject({ notes: [{ text: 'проба' }] });
  expect(discarded?.endedAt).not.toBeNull();
  expect(lines()).toHaveLength(2);
  expect(today()).toMatchObject({ calls: 1, codes: { silent: 1 } });
});

test('dangers told in a call stand in its line of the list, and the call cannot be discarded any more', () => {
  const call = randomUUID();
  const told = { call, kind: 'gas', service: '104', words: ['пахне', 'газом'] };
  const act = [
    { kind: 'call.start', payload: { call, ...line } },
    { kind: 'call.warn', payload: told },
  ];
  expect(at.act(act as never)).toBeNull();
  expect(lines()).toMatchObject([{ dangers: [{ kind: 'gas', service: '104', words: ['пахне', 'газом'] }] }]);
  expect(at.act([{ kind: 'call.discard', payload: { call } }] as never)).toBe('call_has_work');
});
