import { describe, expect, it } from 'vitest';
import {
  afterSnippet,
  fillPlaceholders,
  nextPlaceholder,
} from '../../../../src-shared/snippet/placeholder.ts';

const values = { caller: 'Шевченко Марія', today: '30.11.2026', number: '' };

describe('placeholders of a snippet', () => {
  it('what is known is filled in, in the words of any language of the centre', () => {
    expect(fillPlaceholders('{заявник}, {Сьогодні}, {today}', values)).toBe(
      'Шевченко Марія, 30.11.2026, 30.11.2026',
    );
  });

  it('what is not known, and free ones, wait for the operator', () => {
    expect(fillPlaceholders('{номер}, немає води з {коли}', values)).toBe('{номер}, немає води з {коли}');
  });

  it('what is filled in is never read as a placeholder itself', () => {
    expect(fillPlaceholders('{заявник}', { caller: '{сьогодні}', today: '30.11.2026' })).toBe('{сьогодні}');
  });

  it('they are walked over in order', () => {
    const text = 'з {коли} до {доки}';
    expect(nextPlaceholder(text, 0)).toEqual({ from: 2, to: 8 });
    expect(nextPlaceholder(text, 8)).toEqual({ from: 12, to: 18 });
    expect(nextPlaceholder(text, 13)).toBeNull();
  });

  it('a snippet put in leads to its own first placeholder, else behind itself', () => {
    expect(afterSnippet('ab {x} cd', 0, 6)).toEqual({ from: 3, to: 6 });
    expect(afterSnippet('abcdef {later}', 0, 6)).toEqual({ from: 6, to: 6 });
  });
});
