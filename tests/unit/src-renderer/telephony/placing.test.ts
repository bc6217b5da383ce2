import { describe, expect, it } from 'vitest';
import { newCall, type OpenCall } from '../../../../src-renderer/call/openCall.ts';
import { placingOf } from '../../../../src-renderer/telephony/placing.ts';
import { toInstant } from '../../../../src-shared/clock.ts';
import { applyEvent } from '../../../../src-shared/telephony/machine.ts';

const BASE = Date.UTC(2026, 10, 25, 9);
const at = (seconds: number) => toInstant(BASE + seconds * 1000);

function answered(from = '380501234567') {
  const event = { callId: 'a', at: at(0), feed: 'loopback', direction: 'in', from, to: '0800' } as const;
  const [call] = applyEvent([], { ...event, kind: 'answered' });
  if (call === undefined) throw new Error('no call');
  return call;
}

let minted = 0;
function open(seconds: number, over: Partial<OpenCall> = {}): OpenCall {
  minted += 1;
  const id = `00000000-0000-4000-8000-${String(minted).padStart(12, '0')}`;
  return { ...newCall(id, at(seconds), () => id), ...over };
}

describe('the place of an answered call', () => {
  it('is a new card when none is open', () => {
    expect(placingOf(answered(), [], null)).toEqual({ kind: 'create' });
    // A parked one of another caller stays where it is.
    expect(placingOf(answered(), [open(-300)], null)).toEqual({ kind: 'create' });
  });

  it.each([
    ['without a number', { phoneRaw: '' }],
    ['with the same number in another form', { phoneRaw: '050 123-45-67' }],
  ])('is the card begun by hand within a minute %s', (_what, over) => {
    for (const seconds of [-59, 0, 59]) {
      const call = open(seconds, over);
      expect(placingOf(answered(), [call], call)).toEqual({ kind: 'attach', call });
    }
  });

  it.each<[string, number, Partial<OpenCall>]>([
    ['was begun longer ago', -61, {}],
    ['has another number', -5, { phoneRaw: '0671112233' }],
  ])('is asked for when the open card %s', (_what, seconds, over) => {
    const call = open(seconds, over);
    expect(placingOf(answered(), [call], call)).toEqual({ kind: 'ask', call });
  });

  it('is never a card with a number for a caller without one', () => {
    const call = open(-5, { phoneRaw: '0671112233' });
    expect(placingOf(answered('anonymous'), [call], call)).toEqual({ kind: 'ask', call });
    const blank = open(-5);
    expect(placingOf(answered('<unknown>'), [blank], blank)).toEqual({ kind: 'attach', call: blank });
  });

  it('is asked for, and nothing is replaced, while the work after a call or a paper blank is open', () => {
    const over = open(-5, { ended: { at: at(-1), source: 'line' } });
    expect(placingOf(answered(), [over], over)).toEqual({ kind: 'ask', call: null });
    const paper = open(-5, { paper: { number: '1', takenAt: at(-900) } });
    expect(placingOf(answered(), [paper], paper)).toEqual({ kind: 'ask', call: null });
  });

  it('prefers the card in front', () => {
    const [front, behind] = [open(-20), open(-10)];
    expect(placingOf(answered(), [front, behind], front)).toEqual({ kind: 'attach', call: front });
  });
});
