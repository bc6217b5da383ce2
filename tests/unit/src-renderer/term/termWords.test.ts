import { describe, expect, it } from 'vitest';
import { termLine, termReasons } from '../../../../src-renderer/term/termWords.ts';
import { CALENDAR } from '../../../../src-shared/term/calendar.ts';
import { termOf } from '../../../../src-shared/term/term.ts';
import { textsIn } from '../texts.ts';

describe('a term in words', () => {
  it.each([
    ['uk', 'Строк: один місяць, до 25.12.2026', 'Строк: 15 днів, до 10.12.2026'],
    ['ru', 'Срок: один месяц, до 25.12.2026', 'Срок: 15 дней, до 10.12.2026'],
    ['en', 'Term: one month, to 25/12/2026', 'Term: 15 days, to 10/12/2026'],
  ] as const)('is one line in %s', async (language, general, simple) => {
    const texts = await textsIn(language);
    expect(termLine(texts, termOf('appeal_general', '2026-11-25'))).toBe(general);
    expect(termLine(texts, termOf('appeal_simple', '2026-11-25'))).toBe(simple);
  });

  it('says every step of why it ends on its day', async () => {
    const reasons = termReasons(await textsIn('uk'), termOf('appeal_general', '2026-01-30'));
    expect(reasons).toHaveLength(6);
    expect(reasons.join(' ')).toMatch(/30\.01\.2026.*стаття 20.*субота.*Такого числа.*неділя.*02\.03\.2026/);
  });

  it('names the holiday that is worked on, and the one it is moved over in peace', async () => {
    const texts = await textsIn('ru');
    const reasonsOf = (martialLaw: typeof CALENDAR.martialLaw) =>
      termReasons(texts, termOf('appeal_general', '2026-11-25', { ...CALENDAR, martialLaw })).join(' ');
    expect(reasonsOf(CALENDAR.martialLaw)).toMatch(/военного положения.*рабочий день/);
    expect(reasonsOf([])).toMatch(/праздник: Рождество Христово.*28\.12\.2026/);
  });
});
