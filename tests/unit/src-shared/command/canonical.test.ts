import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, hashedPart } from '../../../../src-shared/command/canonical.ts';
import { aCommand } from '../builders.ts';

/** The same value with the keys of every object in reverse order of insertion. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

describe('canonical JSON', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('says the same as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('has no white space and leaves out what is undefined', () => {
    expect(canonicalJson({ б: [1, { z: null, a: 'x y' }], а: undefined, a: true })).toBe(
      '{"a":true,"б":[1,{"a":"x y","z":null}]}',
    );
  });

  it('of a command covers everything but its hash', () => {
    const { hash: _hash, ...rest } = aCommand('call.start', {});
    expect(hashedPart({ ...rest, hash: 'anything' })).toBe(hashedPart(rest));
    expect(hashedPart({ ...rest, seq: rest.seq + 1 })).not.toBe(hashedPart(rest));
    expect(JSON.parse(hashedPart(rest))).not.toHaveProperty('hash');
  });
});
