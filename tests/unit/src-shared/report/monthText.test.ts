import { describe, expect, it } from 'vitest';
import { Month, MonthFigures } from '../../../../src-shared/report/month.ts';
import { monthSentences, monthText } from '../../../../src-shared/report/monthText.ts';
import { tableText } from '../../../../src-shared/report/table.ts';

function figures(over: Partial<Record<keyof MonthFigures, unknown>> = {}): MonthFigures {
  return MonthFigures.parse({
    region: 'dn',
    month: '2026-10',
    calls: 1009,
    consultations: 697,
    appeals: 312,
    urgent: 54,
    urgentForwarded: 54,
    onControl: 312,
    byKind: { proposal: 28, statement: 214, complaint: 70 },
    topTopics: [{ topic: '03.01', appeals: 20, consultations: 41 }],
    byDistrict: [
      { district: 'UA14120000000070232', appeals: 100, consultations: 209 },
      { district: '', appeals: 1, consultations: 0 },
    ],
    byAuthority: [{ authority: 'water-utility', appeals: 12, urgent: 5 }],
    byHour: [{ hour: 9, calls: 150 }],
    ...over,
  });
}

const counts = (n: number) =>
  figures({ calls: n, appeals: n, consultations: n, urgentForwarded: n, onControl: n });

describe('summary of a month', () => {
  it('says the first month in three languages', () => {
    expect(monthSentences(figures(), 'uk')).toBe(
      'За жовтень 2026 року надійшло 1009 дзвінків: 312 звернень зареєстровано, 697 консультацій надано. ' +
        '54 термінові звернення надіслано органам влади. На контролі 312 звернень.',
    );
    expect(monthSentences(figures(), 'ru')).toBe(
      'За октябрь 2026 года поступило 1009 звонков: 312 обращений зарегистрировано, 697 консультаций предоставлено. ' +
        '54 срочных обращения направлено органам власти. На контроле 312 обращений.',
    );
    expect(monthSentences(figures(), 'en')).toBe(
      'In October 2026, 1009 calls were received: 312 appeals registered, 697 consultations given. ' +
        '54 urgent appeals were forwarded to the authorities. 312 appeals are held on control.',
    );
  });

  it.each([
    [
      1,
      'надійшов 1 дзвінок: 1 звернення',
      '1 термінове',
      'поступил 1 звонок: 1 обращение',
      '1 call was received: 1 appeal registered',
    ],
    [
      3,
      'надійшло 3 дзвінки: 3 звернення',
      '3 термінові',
      'поступило 3 звонка: 3 обращения',
      '3 calls were received: 3 appeals',
    ],
    [
      11,
      'надійшло 11 дзвінків: 11 звернень',
      '11 термінових',
      'поступило 11 звонков: 11 обращений',
      '11 calls were',
    ],
    [
      21,
      'надійшов 21 дзвінок: 21 звернення',
      '21 термінове',
      'поступил 21 звонок: 21 обращение',
      '21 calls were',
    ],
    [
      0,
      'надійшло 0 дзвінків: 0 звернень',
      '0 термінових',
      'поступило 0 звонков: 0 обращений',
      '0 calls were',
    ],
  ])('counts %i in the right form', (n, uk, urgentUk, ru, en) => {
    expect(monthSentences(counts(n), 'uk')).toContain(uk);
    expect(monthSentences(counts(n), 'uk')).toContain(urgentUk);
    expect(monthSentences(counts(n), 'ru')).toContain(ru);
    expect(monthSentences(counts(n), 'en')).toContain(en);
  });

  it('names every month', () => {
    for (const language of ['uk', 'ru', 'en'] as const) {
      const texts = Array.from({ length: 12 }, (_, index) =>
        monthSentences(figures({ month: `2026-${String(index + 1).padStart(2, '0')}` }), language),
      );
      expect(new Set(texts).size).toBe(12);
    }
  });

  it('names kinds, topics, districts and authorities in the language, with shares', () => {
    const uk = monthText(figures(), 'uk');
    expect(uk).toContain('Немає води');
    expect(uk).toContain('Краматорський район');
    expect(uk).toContain('Не вказано');
    expect(uk).toMatch(/Заяви +214 +68,6.?%/);
    const en = monthText(figures(), 'en');
    expect(en).toContain('Water supply and sewerage utility');
    expect(en).toMatch(/09:00 +150 +14\.9%/);
  });

  it('leaves out tables that would be empty, and divides by nothing', () => {
    const empty = monthText(
      figures({
        calls: 0,
        appeals: 0,
        consultations: 0,
        topTopics: [],
        byDistrict: [],
        byAuthority: [],
        byHour: [],
      }),
      'en',
    );
    expect(empty).not.toContain('By district');
    expect(empty).not.toContain('NaN');
  });

  it('knows a month when it sees one', () => {
    expect(Month.safeParse('2026-10').success).toBe(true);
    for (const text of ['2026-13', '2026-00', '2026-1', '26-10'])
      expect(Month.safeParse(text).success).toBe(false);
  });
});

describe('table', () => {
  it('sets names to the left and figures to the right, and cuts long names', () => {
    expect(
      tableText(
        [
          ['Вода', '7', '10,0%'],
          ['Дуже довга назва теми', '123', '9,1%'],
        ],
        12,
      ),
    ).toBe('  Вода           7  10,0%\n  Дуже довга…  123   9,1%');
    expect(tableText([], 10)).toBe('');
  });
});
