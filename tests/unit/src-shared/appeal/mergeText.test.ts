import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeText } from '../../../../src-shared/appeal/mergeText.ts';

/** Paragraphs out of few words, blank ones too, so that equal ones come up often. */
const text = fc
  .array(fc.constantFrom('', 'вода', 'світло', 'дах', 'яма'), { maxLength: 8 })
  .map((lines) => lines.join('\n'));

describe('mergeText', () => {
  it('takes the only change there is, and one change made by both', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergeText(base, changed, base)).toBe(changed);
        expect(mergeText(base, base, changed)).toBe(changed);
        expect(mergeText(base, changed, changed)).toBe(changed);
      }),
    );
  });

  it('does not depend on whose version is called mine', () => {
    fc.assert(
      fc.property(text, text, text, (base, a, b) => {
        expect(mergeText(base, a, b)).toBe(mergeText(base, b, a));
      }),
    );
  });

  it('joins changes of different paragraphs with an untouched one between them', () => {
    const part = fc.array(
      fc.string({ maxLength: 5 }).map((line) => `п${line.replaceAll('\n', ' ')}`),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(part, part, part, part, (above, below, newAbove, newBelow) => {
        // What stands between is told apart from every other paragraph, so that both sides see it stay.
        const join = (a: string[], b: string[]) => [...a, '= між =', ...b].join('\n');
        expect(mergeText(join(above, below), join(newAbove, below), join(above, newBelow))).toBe(
          join(newAbove, newBelow),
        );
      }),
    );
  });

  it('keeps every paragraph that one of both added', () => {
    fc.assert(
      fc.property(text, fc.nat(8), fc.nat(8), (base, i, j) => {
        const lines = base.split('\n');
        const insert = (at: number, line: string) =>
          lines.toSpliced(Math.min(at, lines.length), 0, line).join('\n');
        const merged = mergeText(base, insert(i, 'МОЄ'), insert(j, 'ЇХНЄ'));
        if (merged === null) return;
        expect(merged.split('\n').filter((line) => line !== 'МОЄ' && line !== 'ЇХНЄ')).toEqual(lines);
        expect(merged.split('\n')).toEqual(expect.arrayContaining(['МОЄ', 'ЇХНЄ']));
      }),
    );
  });

  it.each([
    ['the same paragraph changed differently', 'а\nб\nв', 'а\nБ\nв', 'а\nбб\nв'],
    ['the same paragraph changed and taken away', 'а\nб\nв', 'а\nБ\nв', 'а\nв'],
    ['something put by both into the same place', 'а\nб', 'а\nМОЄ\nб', 'а\nЇХНЄ\nб'],
    ['something written by both into an empty text', '', 'моє', 'їхнє'],
  ])('leaves to a person: %s', (_what, base, mine, theirs) => {
    expect(mergeText(base, mine, theirs)).toBeNull();
  });

  it('joins neighbours, and a paragraph put before a changed one', () => {
    expect(mergeText('а\nб', 'А\nб', 'а\nБ')).toBe('А\nБ');
    expect(mergeText('а\nб', 'а\nНОВЕ\nб', 'а\nБ')).toBe('а\nНОВЕ\nБ');
  });

  it('takes what is too long to compare as one change', () => {
    const long = Array.from({ length: 3000 }, (_, line) => `рядок ${line}`);
    const other = long.map((line) => line.toUpperCase());
    const [base, mine] = [`${long.join('\n')}\nкінець`, `${other.join('\n')}\nкінець`];
    expect(mergeText(base, mine, `${base}\nдодано`)).toBe(`${mine}\nдодано`);
    expect(mergeText(base, mine, base.replace('рядок 7\n', 'рядок сім\n'))).toBeNull();
  });
});
