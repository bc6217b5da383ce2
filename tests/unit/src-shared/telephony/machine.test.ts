import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../../src-shared/clock.ts';
import type { TrackedCall } from '../../../../src-shared/telephony/call.ts';
import type { CallEvent } from '../../../../src-shared/telephony/event.ts';
import {
  applyEvent,
  doubtAll,
  RING_LIMIT_MS,
  settleRinging,
} from '../../../../src-shared/telephony/machine.ts';
import { attached, endByHand } from '../../../../src-shared/telephony/steps.ts';
import { callsAfter, recording } from './recordings.ts';

const at = (seconds: number) => toInstant(Date.UTC(2026, 10, 25, 9, 0, seconds));

function event(kind: CallEvent['kind'], seconds: number, over: Partial<CallEvent> = {}): CallEvent {
  const identity = { callId: 'a', from: '79001234567', to: '88000000001' };
  return { kind, at: at(seconds), feed: 'loopback', direction: 'in', ...identity, ...over };
}

const told = (own: string | null, ...events: CallEvent[]) =>
  events.reduce<readonly TrackedCall[]>((calls, one) => applyEvent(calls, one, own), []);

/** The only call of a list. */
function only(calls: readonly TrackedCall[]): TrackedCall {
  const [call, ...more] = calls;
  if (call === undefined || more.length > 0) throw new Error(`${calls.length} calls`);
  return call;
}

describe('recorded calls', () => {
  it.each([
    ['kamailio-cti-answered', 'over', null, { count: 1, ms: 1494 }, 'normalClearing'],
    ['kamailio-cti-abandoned', 'closed', 'missed', { count: 0, ms: 0 }, 'cancel'],
    ['kamailio-cti-rejected', 'closed', 'missed', { count: 0, ms: 0 }, 'busy'],
    ['asterisk-cti-answered', 'over', null, { count: 0, ms: 0 }, 'normalClearing'],
    ['asterisk-cti-abandoned', 'closed', 'missed', { count: 0, ms: 0 }, 'cancel'],
    ['asterisk-cti-local', 'over', null, { count: 0, ms: 0 }, 'normalClearing'],
    ['asterisk-cti-rejected', 'over', null, { count: 0, ms: 0 }, 'normalClearing'],
    ['asterisk-cti-transfer', 'over', null, { count: 0, ms: 0 }, 'forwarded'],
  ] as const)('%s', (name, phase, unanswered, holds, cause) => {
    const call = only(callsAfter(recording(name)));
    expect(call).toMatchObject({ phase, unanswered, holds, cause });
  });

  it('keep the durations the exchange counted beside our instants', () => {
    const call = only(callsAfter(recording('kamailio-cti-answered')));
    expect(call).toMatchObject({ waitSeconds: 1, talkSeconds: 5 });
    expect(call.answered).toEqual({ at: '2026-11-25T03:36:20.684Z', source: 'line' });
  });

  it('end with the own leg of a blind transfer, not with the rest of the talk elsewhere', () => {
    const call = only(callsAfter(recording('asterisk-cti-transfer')));
    expect(call.ended).toEqual({ at: '2026-11-25T03:33:25.254Z', source: 'line' });
  });
});

describe('one call', () => {
  it('waits, is talked on, is put aside and taken back, and is over', () => {
    const steps = [
      event('ringing', 0),
      event('answered', 4),
      event('held', 10),
      event('resumed', 15),
      event('held', 20),
      event('ended', 25),
    ];
    const phases = steps.map((_, index) => only(told(null, ...steps.slice(0, index + 1))).phase);
    expect(phases).toEqual(['ringing', 'active', 'held', 'active', 'held', 'over']);
    expect(only(told(null, ...steps)).holds).toEqual({ count: 2, ms: 10_000 });
  });

  it('is the same object when an event says nothing new', () => {
    const calls = told(null, event('ringing', 0), event('answered', 4), event('ended', 9));
    for (const late of [
      event('ended', 10),
      event('answered', 9),
      event('ringing', 9),
      event('resumed', 11),
    ]) {
      expect(applyEvent(calls, late)).toBe(calls);
    }
  });

  it('that is resumed without having been held goes on as it was', () => {
    const calls = told(null, event('ringing', 0), event('answered', 4));
    expect(applyEvent(calls, event('resumed', 6))).toBe(calls);
  });

  it('refused and rung again under the same identity waits once more, and is one call', () => {
    const again = [event('ringing', 0), event('ended', 3, { cause: 'busy' }), event('ringing', 8)];
    expect(only(told(null, ...again))).toMatchObject({ phase: 'ringing', unanswered: null, ended: null });
    const answered = only(told(null, ...again, event('answered', 10), event('ended', 60)));
    expect(answered).toMatchObject({ phase: 'over', unanswered: null, ringing: { at: at(0) } });
  });

  it('answered at another telephone is nobody’s missed call here', () => {
    const calls = told(
      '101',
      event('ringing', 0),
      event('answered', 4, { operator: '102' }),
      event('ended', 50),
    );
    expect(only(calls)).toMatchObject({ phase: 'closed', unanswered: 'elsewhere', answered: null });
  });

  it('of another telephone never appears here', () => {
    expect(
      told('101', event('answered', 0, { operator: '102' }), event('ended', 9, { operator: '102' })),
    ).toEqual([]);
  });

  it('does not end with a leg of somebody else', () => {
    const calls = told('101', event('ringing', 0), event('answered', 2, { operator: '101' }));
    expect(applyEvent(calls, event('ended', 5, { operator: '102' }), '101')).toBe(calls);
  });

  it('that comes back after it was passed on is a further leg with the identity of the first', () => {
    const calls = told(
      null,
      event('ringing', 0),
      event('answered', 2),
      event('ended', 30),
      event('ringing', 90),
    );
    expect(calls.map(({ id, phase }) => [id, phase])).toEqual([
      ['a', 'over'],
      ['a#2', 'ringing'],
    ]);
    expect(calls.map(({ line }) => line.callId)).toEqual(['a', 'a']);
    const ended = [event('answered', 95), event('ended', 99)].reduce(
      (all, one) => applyEvent(all, one),
      calls,
    );
    expect(ended.map(({ phase }) => phase)).toEqual(['over', 'over']);
  });

  it('known only by its end was neither missed nor answered', () => {
    expect(only(told(null, event('ended', 5)))).toMatchObject({ phase: 'closed', unanswered: null });
  });

  it('whose end overtook its beginning was missed', () => {
    const call = only(told(null, event('ended', 5), event('ringing', 6)));
    expect(call).toMatchObject({ phase: 'closed', unanswered: 'missed', ringing: { at: at(5) } });
  });

  it('whose end overtook its answer is over, and its talk is not negative', () => {
    const call = only(told(null, event('ringing', 0), event('ended', 5), event('answered', 6)));
    expect(call).toMatchObject({ phase: 'over', unanswered: null, answered: { at: at(5) } });
  });

  it('met in the middle was answered, by estimate', () => {
    expect(only(told(null, event('held', 5)))).toMatchObject({
      phase: 'held',
      answered: { at: at(5), source: 'estimate' },
    });
  });

  it('that we placed and nobody took is not missed', () => {
    const out = { direction: 'out' } as const;
    expect(only(told(null, event('ringing', 0, out), event('ended', 9, out))).unanswered).toBeNull();
  });
});

describe('what the line does not tell', () => {
  it('a telephone stops ringing by itself', () => {
    const calls = told(null, event('ringing', 0));
    expect(settleRinging(calls, at(RING_LIMIT_MS / 1000 - 1))).toBe(calls);
    expect(only(settleRinging(calls, at(RING_LIMIT_MS / 1000)))).toMatchObject({
      phase: 'closed',
      unanswered: 'missed',
      ended: { source: 'estimate' },
    });
  });

  it('a talk beside a newer one is doubted, one that is held is not', () => {
    const two = [event('answered', 0), event('answered', 9, { callId: 'b' })];
    expect(told(null, ...two).map(({ doubtful }) => doubtful)).toEqual([true, false]);
    const held = [event('answered', 0), event('held', 5), event('answered', 9, { callId: 'b' })];
    expect(told(null, ...held).map(({ doubtful }) => doubtful)).toEqual([false, false]);
  });

  it('after a restart every talk is doubted until the line tells of it', () => {
    const calls = doubtAll(told(null, event('answered', 0), event('ringing', 1, { callId: 'b' })), at(60));
    expect(calls.map(({ phase, doubtful }) => [phase, doubtful])).toEqual([
      ['active', true],
      ['closed', false],
    ]);
    expect(applyEvent(calls, event('resumed', 70))[0]).toMatchObject({ phase: 'active', doubtful: false });
  });

  it('an end by hand is marked as what it is, and the line cannot change it afterwards', () => {
    const [call] = doubtAll(told(null, event('answered', 0)), at(60));
    if (call === undefined) throw new Error('no call');
    const ended = endByHand(attached(call, 'c' as never), at(80), 'estimate');
    expect(ended).toMatchObject({ phase: 'over', doubtful: false, ended: { source: 'estimate' } });
    expect(applyEvent([ended], event('ended', 85))).toEqual([ended]);
  });
});
