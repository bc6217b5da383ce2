import { describe, expect, it } from 'vitest';
import { talkMs, wrapUpMs } from '../../../../src-shared/call/interrupted.ts';
import { suggestOutcome } from '../../../../src-shared/call/suggest.ts';
import { aCall } from '../builders.ts';

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

  it('are unknown while the call goes on', () => {
    expect([talkMs(aCall()), wrapUpMs(aCall({ times: { ended } }))]).toEqual([null, null]);
  });
});
