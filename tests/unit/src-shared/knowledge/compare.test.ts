import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedLines } from '../../../../src-shared/knowledge/compare.ts';

const differing = (text: string, other: string) =>
  comparedLines(text, other)
    .filter(({ differs }) => differs)
    .map((line) => line.text);
const same = (text: string, other: string) =>
  comparedLines(text, other)
    .filter(({ differs }) => !differs)
    .map((line) => line.text);

/** Whether lines stand in others in the same order. */
function isWithin(lines: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const other of others) if (other === lines[at]) at += 1;
  return at === lines.length;
}

describe('two texts of one article', () => {
  it('are compared by lines: what was changed, added and moved is marked', () => {
    expect(differing('а\nб\nв', 'а\nб\nв')).toEqual([]);
    expect(differing('а\nнове\nв', 'а\nб\nв')).toEqual(['нове']);
    expect(differing('а\nдодано\nб', 'а\nб')).toEqual(['додано']);
    expect(differing('а\nб', 'а\nзайве\nб')).toEqual([]);
  });

  it('what is not marked stands in both, in the same order, and nothing is lost', () => {
    const text = fc
      .array(fc.constantFrom('а', 'б', 'в', ''), { maxLength: 12 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (mine, theirs) => {
        expect(comparedLines(mine, theirs).map((line) => line.text)).toEqual(mine.split('\n'));
        const common = same(mine, theirs);
        expect(common).toHaveLength(same(theirs, mine).length);
        expect(isWithin(common, theirs.split('\n'))).toBe(true);
      }),
    );
  });

  it('very long texts are not compared line by line', () => {
    const long = (word: string) => Array.from({ length: 1_500 }, (_, at) => `${word} ${at}`).join('\n');
    expect(differing(`початок\n${long('а')}`, `початок\n${long('б')}`)).toHaveLength(1_500);
  });
});
