import { describe, expect, it } from 'vitest';
import { OperatorId } from '../../../../src-shared/brand.ts';
import { decideCommand, readsOf } from '../../../../src-shared/command/decide.ts';
import { promiseDue } from '../../../../src-shared/promise/due.ts';
import { aCommand, aPromise, IDS, NOON, STAFF, viewOf } from '../builders.ts';

const id = aPromise().id;

describe('a promise to call back', () => {
  it('counts every unanswered try with its own minute and stays open', () => {
    const earlier = { at: '2026-11-25T09:00:00.000Z', by: OperatorId.parse(IDS.koval) };
    const tried = aCommand('promise.tried', { promise: id }, { actor: IDS.bondar });
    const records = [...STAFF, { promise: aPromise({ tries: [earlier] }) }];
    const decided = decideCommand(viewOf(records, readsOf(tried)), tried);
    if (!decided.ok) throw new Error(decided.code);
    expect(decided.writes[0]?.doc).toMatchObject({
      state: 'open',
      tries: [earlier, { at: '2026-11-25T10:00:00.000Z', by: IDS.bondar }],
    });
  });

  it('is left to the shift without losing who made it', () => {
    const left = aCommand('promise.pass', { promise: id, from: IDS.koval, to: null });
    const decided = decideCommand(viewOf([...STAFF, { promise: aPromise() }], readsOf(left)), left);
    if (!decided.ok) throw new Error(decided.code);
    expect(decided.writes[0]?.doc).toMatchObject({ owner: null, madeBy: IDS.koval, state: 'open' });
  });

  it.each([
    [NOON + 16 * 60_000, 'later'],
    [NOON + 15 * 60_000, 'soon'],
    [NOON + 1, 'soon'],
    [NOON, 'overdue'],
    [NOON - 86_400_000, 'overdue'],
  ] as const)('due at %i is %s at noon', (due, expected) => {
    expect(promiseDue(due, NOON)).toBe(expected);
  });
});
