import { describe, expect, it } from 'vitest';
import { talkMs, wrapUpMs } from '../../../../src-shared/call/interrupted.ts';
import { Call } from '../../../../src-shared/call/model.ts';
import { suggestOutcome } from '../../../../src-shared/call/suggest.ts';
import { decideCommand, readsOf } from '../../../../src-shared/command/decide.ts';
import { aCall, aCommand, IDS, NOON, STAFF, viewOf } from '../builders.ts';

const nothing = { isAppealBegun: false, isConsultationBegun: false, isNoted: false, talkMs: 5_000 };

describe('the outcome offered for a call', () => {
  it.each([
    ['appeal', { ...nothing, isAppealBegun: true, isConsultationBegun: true }],
    ['consultation', { ...nothing, isConsultationBegun: true, talkMs: 900_000 }],
    ['silent', nothing],
    ['dropped', { ...nothing, isNoted: true }],
    ['dropped', { ...nothing, talkMs: 120_000 }],
    ['other', { ...nothing, isNoted: true, talkMs: 120_000 }],
  ] as const)('is %s', (expected, done) => {
    expect(suggestOutcome(done)).toBe(expected);
  });
});

describe('lengths of a call', () => {
  const ended = { at: '2026-11-25T09:58:00.000Z', source: 'operator' } as const;

  it('are the talk, and the work after it, where the end of the talk is known', () => {
    const call = aCall({ endedAt: '2026-11-25T10:00:00.000Z', times: { ended } });
    expect([talkMs(call), wrapUpMs(call)]).toEqual([180_000, 120_000]);
  });

  it('are one where it is not known', () => {
    const call = aCall({ endedAt: '2026-11-25T10:00:00.000Z' });
    expect([talkMs(call), wrapUpMs(call)]).toEqual([300_000, null]);
  });

  it('are never negative when two clocks wrote them', () => {
    const late = { at: '2026-11-25T10:02:00.000Z', source: 'line' } as const;
    const call = aCall({ endedAt: '2026-11-25T10:00:00.000Z', times: { ended: late } });
    expect([talkMs(call), wrapUpMs(call)]).toEqual([300_000, 0]);
  });

  it('come by the corrected clock where the end of the talk was told by hand', () => {
    const ahead = 3_600_000;
    const told = { ended: { at: new Date(NOON + ahead - 60_000).toISOString(), source: 'operator' } };
    const payload = { call: IDS.call, phone: null, phoneRaw: '', code: 'dropped', times: told };
    const finish = aCommand('call.finish', payload, { wall: NOON + ahead, v: 2 });
    const command = { ...finish, at: { ...finish.at, offsetMs: ahead } };
    const decided = decideCommand(viewOf([...STAFF, { call: aCall() }], readsOf(command)), command);
    if (!decided.ok) throw new Error(decided.code);
    expect(wrapUpMs(Call.parse(decided.writes[0]?.doc))).toBe(60_000);
  });

  it('are unknown while the call goes on', () => {
    expect([talkMs(aCall()), wrapUpMs(aCall({ times: { ended } }))]).toEqual([null, null]);
  });
});
