import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeBefore, keysOf, snippetsOf } from '../../../../src-shared/snippet/code.ts';
import { turnLayout } from '../../../../src-shared/text/layout.ts';

const snippets = [
  { code: 'водаг', title: 'Гаряча вода' },
  { code: 'вода', title: 'Немає води' },
  { code: 'jeku', title: 'До ЖЕКу' },
  { code: 'хліб', title: 'Хліб' },
];
const meant = (text: string) => {
  const typed = codeBefore(text, text.length);
  return typed === null ? null : snippetsOf(typed, snippets).map(({ code }) => code);
};

describe('codes of snippets', () => {
  it.each([
    ['typed as written', 'немає ;вода', ['вода', 'водаг']],
    ['with the Latin layout on', ';djlf', ['вода', 'водаг']],
    ['with the Cyrillic layout on throughout, where the sign is a letter', 'немає жвода', ['вода']],
    ['a Latin code with the Cyrillic layout on', ';оулг', ['jeku']],
    ['letters that stand on keys of signs', ';[ks,', ['хліб']],
    ['capitals are the same', ';ВОДА', ['вода', 'водаг']],
    ['the beginning of a code', ';водаг', ['водаг']],
    ['of several begun so the shortest is meant first', ';вод', ['вода', 'водаг']],
    ['no such code', ';газ', []],
    ['a word that happens to begin like the sign', 'жінка', []],
  ])('%s: %s', (_what, text, codes) => {
    expect(meant(text)).toEqual(codes);
  });

  it.each(['', ';', 'вода', 'вода; ', 'немає води'])('no code stands before the caret in "%s"', (text) => {
    expect(meant(text)).toBeNull();
  });

  it('tells where it stands, so that it can be replaced', () => {
    expect(codeBefore('немає ;вода та газу', 11)).toMatchObject({ from: 6, to: 11 });
  });

  it('a code and the same keys in any other layout are one', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'абвгґдеєзиіїйклмнопрстуфцчшщьюя'), minLength: 1 });
    fc.assert(
      fc.property(letters, (code) => {
        expect(keysOf(turnLayout(code, 'uk', 'en'))).toBe(keysOf(code));
      }),
    );
  });
});
