import { describe, expect, it } from 'vitest';
import { decideCommand, readsOf } from '../../../../src-shared/command/decide.ts';
import { dutyLimitMs, EXTENSION_MS, WRAP_UP_LIMIT_MS } from '../../../../src-shared/duty/limits.ts';
import { BreakReason, DutyState } from '../../../../src-shared/duty/model.ts';
import { agedOut } from '../../../../src-shared/replication/age.ts';
import { aCommand, aDuty, IDS, NOON, STAFF, viewOf } from '../builders.ts';

describe('the state of an operator', () => {
  it('is not turned back by a change that was made earlier and arrives later; the history has both', () => {
    const late = aCommand('duty.change', { state: 'break', reason: 'meal' }, { wall: NOON - 600_000 });
    const decided = decideCommand(viewOf([...STAFF, { duty: aDuty() }], readsOf(late)), late);
    if (!decided.ok) throw new Error(decided.code);
    expect(decided.writes.map(({ type }) => type)).toEqual(['history']);
  });

  it('begins anew with every change, without the extra minutes of the spell before', () => {
    const change = aCommand('duty.change', { state: 'ready', reason: null });
    const records = [...STAFF, { duty: aDuty({ extensions: 3 }) }];
    const decided = decideCommand(viewOf(records, readsOf(change)), change);
    if (!decided.ok) throw new Error(decided.code);
    expect(decided.writes[0]?.doc).toMatchObject({ id: IDS.koval, state: 'ready', extensions: 0 });
  });

  it('has a limit after a call and on a break, longer by every extension, and nowhere else', () => {
    expect(dutyLimitMs('wrapUp', null, 0)).toBe(WRAP_UP_LIMIT_MS);
    expect(dutyLimitMs('wrapUp', null, 2)).toBe(WRAP_UP_LIMIT_MS + 2 * EXTENSION_MS);
    for (const reason of BreakReason.options) expect(dutyLimitMs('break', reason, 0)).toBeGreaterThan(0);
    const free = DutyState.options.filter((state) => state !== 'wrapUp' && state !== 'break');
    for (const state of free) expect(dutyLimitMs(state, null, 1)).toBeNull();
  });

  it('leaves the workstations line by line when its history is old', () => {
    const horizon = { day: '2026-11-25', instant: '2026-11-25T00:00:00.000Z', version: 10 };
    const doc = { subject: { type: 'duty', id: IDS.koval }, at: '2025-01-01T00:00:00.000Z' };
    expect(agedOut({ type: 'history', version: 5, doc }, horizon)).toBe(true);
    expect(
      agedOut({ type: 'history', version: 5, doc: { ...doc, at: '2026-11-25T08:00:00.000Z' } }, horizon),
    ).toBe(false);
  });
});
