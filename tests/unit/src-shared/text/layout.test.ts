import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Layout, mistyped, turnLayout } from '../../../../src-shared/text/layout.ts';

describe('a text turned into another layout', () => {
  it.each<[string, Layout, Layout, string]>([
    ['ghbdsn', 'en', 'uk', 'привіт'],
    ['ghbdtn', 'en', 'ru', 'привет'],
    ['руддщ', 'uk', 'en', 'hello'],
    ['Gtnhtyrj', 'en', 'uk', 'Петренко'],
    ["]';", 'en', 'uk', 'їєж'],
    ['вода', 'uk', 'ru', 'вода'],
    ['сніг і їжа', 'uk', 'ru', 'сныг ы ъжа'],
    ['12 34', 'en', 'uk', '12 34'],
  ])('%s, %s to %s: %s', (text, from, to, turned) => {
    expect(turnLayout(text, from, to)).toBe(turned);
  });

  it('turned back is what it was', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐЄІЇ ') });
    fc.assert(
      fc.property(letters, (text) => {
        expect(turnLayout(turnLayout(text, 'uk', 'en'), 'en', 'uk')).toBe(text);
      }),
    );
  });
});

describe('a wrong layout', () => {
  it.each([
    ['ghbdsn', 'привіт'],
    ['Gtnhtyrj', 'Петренко'],
    ['djlb ytvf', 'води нема'],
    ['ntgkjgjcnfxfyyz', 'теплопостачання'],
    ['rhfvfnjhcmr', 'краматорськ'],
    ["Ghjrjg'ydj", 'Прокопєнво'],
  ])('%s means %s', (text, meant) => {
    expect(mistyped(text)).toBe(meant);
  });

  it('of Latin words typed in Ukrainian is seen, too', () => {
    expect(mistyped('руддщ')).toBe('hello');
    expect(mistyped('зутышщт')).toBeNull();
  });

  it.each([
    'hello',
    'street',
    'Kramatorsk',
    'Ivanenko',
    'internet',
    'someone@example.org',
    'https://example.org',
    'привіт',
    'Петренко',
    'Об’їзна',
    'ще',
    'вул',
    '0501234567',
    'ДН-2026-000001-5',
    'Wi-Fi роутер',
    'кв',
    '',
    'Щербак',
    'Ґудзь',
    'жкг',
    'subsidy',
    'pension',
    'Shevchenko',
  ])('%s is right as it is', (text) => {
    expect(mistyped(text)).toBeNull();
  });

  it('in Russian is turned into Russian', () => {
    expect(mistyped('ghbdtn', 'ru')).toBe('привет');
  });
});
