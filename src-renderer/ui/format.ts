import { LEGAL_ZONE } from '../../src-shared/clock.ts';
import type { Language } from '../../src-shared/settings/model.ts';

/** Written times and numbers of one language, in the legal zone whatever the machine is set to. */
export interface Format {
  /** `14:02` */
  readonly time: (instant: string | number) => string;
  /** `14:02:07` */
  readonly seconds: (instant: string | number) => string;
  /** `14:02` on the present day, `25.11 14:02` before it, with the year when that differs. */
  readonly moment: (instant: string | number, nowMs: number) => string;
  /** `25.11.2026`: a calendar day, whatever the machine's zone. */
  readonly day: (day: string) => string;
  /** `пʼятниця, 25.12.2026`. */
  readonly weekday: (day: string) => string;
  readonly number: (value: number) => string;
  /** `2,4 МБ`: the size of a file. */
  readonly bytes: (value: number) => string;
}

const TAGS: Record<Language, string> = { uk: 'uk-UA', ru: 'ru-RU', en: 'en-GB' };

/** Builds the formats of a language. */
export function formatOf(language: Language): Format {
  const tag = TAGS[language];
  const zone = { timeZone: LEGAL_ZONE, hour12: false } as const;
  const time = new Intl.DateTimeFormat(tag, { ...zone, hour: '2-digit', minute: '2-digit' });
  const seconds = new Intl.DateTimeFormat(tag, {
    ...zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const day = new Intl.DateTimeFormat(tag, { ...zone, day: '2-digit', month: '2-digit' });
  const dayOfYear = new Intl.DateTimeFormat(tag, {
    ...zone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
  const civil = { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' } as const;
  const civilDay = new Intl.DateTimeFormat(tag, civil);
  // Alone it stands in the nominative, which Ukrainian does not use beside a date.
  const weekday = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', weekday: 'long' });
  const number = new Intl.NumberFormat(tag);
  const ms = (instant: string | number) => (typeof instant === 'number' ? instant : Date.parse(instant));
  return {
    time: (instant) => time.format(ms(instant)),
    seconds: (instant) => seconds.format(ms(instant)),
    moment(instant, nowMs) {
      const at = ms(instant);
      const full = dayOfYear.format(at);
      const today = dayOfYear.format(nowMs);
      if (full === today) return time.format(at);
      const written = full.slice(-4) === today.slice(-4) ? day.format(at) : full;
      return `${written} ${time.format(at)}`;
    },
    day: (day) => civilDay.format(Date.parse(day)),
    weekday: (day) => `${weekday.format(Date.parse(day))}, ${civilDay.format(Date.parse(day))}`,
    number: (value) => number.format(value),
    bytes: (value) => bytesOf(tag, value),
  };
}

/** In kilobytes below one megabyte, in megabytes above, with the unit in the words of the language. */
function bytesOf(tag: string, value: number): string {
  const isLarge = value >= 1024 * 1024;
  const amount = isLarge ? value / (1024 * 1024) : Math.max(1, value / 1024);
  return new Intl.NumberFormat(tag, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(amount);
}
