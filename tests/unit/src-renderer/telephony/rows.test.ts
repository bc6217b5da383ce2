import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../../src-renderer/telephony/rows.ts';
import { toInstant } from '../../../../src-shared/clock.ts';
import type { TrackedCall } from '../../../../src-shared/telephony/call.ts';
import type { CallEvent } from '../../../../src-shared/telephony/event.ts';
import { applyEvent, doubtAll } from '../../../../src-shared/telephony/machine.ts';

const at = (seconds: number) => toInstant(Date.UTC(2026, 10, 25, 9, 0, seconds));

function told(...kinds: CallEvent['kind'][]): readonly TrackedCall[] {
  const identity = { callId: 'a', feed: 'loopback', direction: 'in', from: '0501234567', to: '' } as const;
  return kinds.reduce<readonly TrackedCall[]>(
    (calls, kind, index) => applyEvent(calls, { ...identity, kind, at: at(index * 5) }),
    [],
  );
}

const kinds = (calls: readonly TrackedCall[], attached = {}, hidden: string[] = []) =>
  rowsOf(calls, attached, hidden).map(({ kind }) => kind);

describe('the bar of the line', () => {
  const card = { a: 'a-card' };

  it.each<[string, CallEvent['kind'][], string[], string[]]>([
    ['rings', ['ringing'], ['ringing'], []],
    ['is talked on', ['ringing', 'answered'], ['answered'], []],
    ['is held', ['answered', 'held'], ['held'], ['held']],
    ['is over', ['answered', 'ended'], ['unrecorded'], []],
    ['was missed', ['ringing', 'ended'], [], []],
  ])('of a call that %s', (_what, events, withoutCard, withCard) => {
    expect(kinds(told(...events))).toEqual(withoutCard);
    expect(kinds(told(...events), card)).toEqual(withCard);
  });

  it('asks about a talk in doubt, whether it has a card or not', () => {
    const calls = doubtAll(told('answered'), at(60));
    expect(kinds(calls)).toEqual(['doubtful']);
    expect(kinds(calls, card)).toEqual(['doubtful']);
  });

  it('leaves out a ring that was put out of sight, and shows the call again once it is answered', () => {
    expect(kinds(told('ringing'), {}, ['a'])).toEqual([]);
    expect(kinds(told('ringing', 'answered'), {}, ['a'])).toEqual(['answered']);
  });
});
