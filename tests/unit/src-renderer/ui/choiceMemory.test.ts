import { describe, expect, it } from 'vitest';
import { ranked, withChoice } from '../../../../src-renderer/ui/choiceMemory.ts';

const chosen = (...values: readonly string[]) =>
  values.reduce<Parameters<typeof ranked>[0]>((memory, value) => withChoice(memory, value), {});

describe('what was chosen before', () => {
  it('stands latest first', () => {
    expect(ranked(chosen('a', 'b', 'c', 'a'))).toEqual(['a', 'c', 'b']);
  });

  it('then by how often, behind the five latest', () => {
    expect(ranked(chosen('old', 'often', 'often', 'often', '1', '2', '3', '4', '5'))).toEqual([
      ...['5', '4', '3', '2', '1'],
      'often',
      'old',
    ]);
  });

  it('never grows without end', () => {
    const many = chosen(...Array.from({ length: 500 }, (_, index) => `v${index}`));
    expect(Object.keys(many)).toHaveLength(60);
    expect(ranked(many)[0]).toBe('v499');
  });
});
