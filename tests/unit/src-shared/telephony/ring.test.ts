import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isHeard,
  outputsToChoose,
  ringOutput,
  type SoundOutput,
} from '../../../../src-shared/telephony/ring.ts';

const outputs: readonly SoundOutput[] = [
  { id: 'default', label: 'Default - Headset' },
  { id: 'communications', label: 'Communications - Headset' },
  { id: 'a1', label: 'Headset' },
  { id: 'b2', label: 'Speakers' },
];

describe('the ring of an incoming call', () => {
  it('is heard when a call comes in between talks, and not when it was turned off', () => {
    expect(isHeard({ isWanted: true, rings: true, isTalking: false })).toBe(true);
    expect(isHeard({ isWanted: false, rings: true, isTalking: false })).toBe(false);
    expect(isHeard({ isWanted: true, rings: false, isTalking: false })).toBe(false);
  });

  it('never sounds while somebody talks, whatever else holds', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), (isWanted, rings) => {
        expect(isHeard({ isWanted, rings, isTalking: true })).toBe(false);
      }),
    );
  });

  it('plays on the output chosen by name, under the id it has at this start', () => {
    expect(ringOutput(outputs, 'Speakers')).toBe('b2');
    expect(ringOutput([{ id: 'z9', label: 'Speakers' }], 'Speakers')).toBe('z9');
  });

  it('plays nowhere when the chosen output is gone: another might be the headset', () => {
    expect(ringOutput(outputs, 'Monitor')).toBeNull();
    expect(ringOutput([], 'Speakers')).toBeNull();
    expect(ringOutput(outputs, 'Default - Headset')).toBeNull();
  });

  it('follows the system when nothing was chosen', () => {
    expect(ringOutput([], '')).toBe('');
  });

  it('offers each real output once, without the names that stand for another, and none without a name', () => {
    const twice = [...outputs, { id: 'c3', label: 'Speakers' }, { id: 'd4', label: '' }];
    expect(outputsToChoose(twice).map(({ id }) => id)).toEqual(['a1', 'b2']);
  });
});
