import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { addDays, type Calendar, dayKind } from '../../src-shared/term/calendar.ts';
import { dayNumber, dayOfNumber, daysOf, monthsLater, weekdayOf } from '../../src-shared/term/dayNumber.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { kindWords } from './kindWords.ts';

interface YearGridProps {
  readonly year: number;
  readonly day: string;
  readonly today: string;
  readonly calendar: Calendar;
  readonly onLook: (day: string) => void;
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** A whole year, a shape for every kind of day; arrows go from day to day, Page Up and Page Down by months. */
export function YearGrid({ year, day, today, calendar, onLook }: YearGridProps) {
  const { t } = useTexts();
  const grid = useRef<HTMLDivElement>(null);
  const wasMoved = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes with the day that was reached by keys
  useEffect(() => {
    if (!wasMoved.current) return;
    wasMoved.current = false;
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [day]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const next = movedBy(event.key, day);
    if (next === null) return;
    event.preventDefault();
    wasMoved.current = true;
    onLook(next);
  };
  return (
    <div
      ref={grid}
      className="yearGrid"
      role="group"
      aria-label={t('calendar:year', { year: String(year) })}
      onKeyDown={onKeyDown}
    >
      {MONTHS.map((month) => (
        <Month key={month} {...{ year, month, calendar, onLook }} marked={marksIn(year, month, day, today)} />
      ))}
    </div>
  );
}

/** The chosen day and today as far as they lie in a month, so that other months are not drawn again. */
function marksIn(year: number, month: number, day: string, today: string): string {
  const start = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  return [day, today].map((one) => (one.startsWith(start) ? one : '')).join('/');
}

interface MonthProps {
  readonly year: number;
  readonly month: number;
  readonly calendar: Calendar;
  readonly marked: string;
  readonly onLook: (day: string) => void;
}

const Month = memo(function Month({ year, month, calendar, marked, onLook }: MonthProps) {
  const { t, i18n } = useTexts();
  const language = useLanguage();
  const format = useFormat();
  const [chosen, today] = marked.split('/');
  const start = dayNumber(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, 1),
  );
  return (
    <section className="month" aria-label={name}>
      <h3>{name}</h3>
      <div className="monthDays">
        {Array.from({ length: daysOf(year, month) }, (_, place) => {
          const day = dayOfNumber(start + place);
          const { kind } = dayKind(day, calendar);
          return (
            <button
              key={day}
              type="button"
              className="yearDay"
              data-kind={kind}
              data-day={day}
              style={place === 0 ? { gridColumnStart: weekdayOf(start) } : undefined}
              aria-pressed={day === chosen}
              aria-current={day === today ? 'date' : undefined}
              tabIndex={day === chosen ? 0 : -1}
              aria-label={t('calendar:dayName', {
                number: place + 1,
                day: format.weekday(day),
                kind: kindWords(i18n, day, calendar),
              })}
              title={kind === 'working' || kind === 'weekend' ? undefined : kindWords(i18n, day, calendar)}
              onClick={() => onLook(day)}
            >
              {place + 1}
            </button>
          );
        })}
      </div>
    </section>
  );
});

/** The day a key goes to; null for a key that goes nowhere. */
function movedBy(key: string, day: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'PageUp':
      return dayOfNumber(monthsLater(day, -1).number);
    case 'PageDown':
      return dayOfNumber(monthsLater(day, 1).number);
    default:
      return null;
  }
}
