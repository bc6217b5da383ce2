import { AppealKind } from '../appeal/model.ts';
import { authorityName, type CatalogLanguage } from '../catalog/authority.ts';
import { districtName } from '../catalog/district.ts';
import { topicName } from '../catalog/topic.ts';
import en from '../locale/en/report.json' with { type: 'json' };
import ru from '../locale/ru/report.json' with { type: 'json' };
import uk from '../locale/uk/report.json' with { type: 'json' };
import type { MonthFigures } from './month.ts';
import { type TableRow, tableText } from './table.ts';

const texts: Readonly<Record<CatalogLanguage, Readonly<Record<string, string>>>> = { uk, ru, en };

/** Longest name in a table; longer ones are cut. */
const NAME_WIDTH = 76;

/** The text of a key with its placeholders filled; a `count` chooses the plural form of the language. */
function say(
  language: CatalogLanguage,
  key: string,
  data: Readonly<Record<string, string | number>> = {},
): string {
  const { count } = data;
  const form = typeof count === 'number' ? `${key}_${new Intl.PluralRules(language).select(count)}` : key;
  const text = texts[language][form];
  if (text === undefined) throw new Error(`no text report:${form} in ${language}`);
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(data[name] ?? ''));
}

/** The month in sentences, as it is given to the press. */
export function monthSentences(figures: MonthFigures, language: CatalogLanguage): string {
  const [year = '', month = ''] = figures.month.split('-');
  const counted = (key: string, count: number) => say(language, key, { count });
  return [
    say(language, 'month.summary', {
      month: say(language, `month.${month}`),
      year,
      calls: counted('month.calls', figures.calls),
      appeals: counted('month.appeals', figures.appeals),
      consultations: counted('month.consultations', figures.consultations),
    }),
    counted('month.urgentForwarded', figures.urgentForwarded),
    counted('month.onControl', figures.onControl),
  ].join(' ');
}

/** The whole summary: sentences, then tables by kind, topic, district, authority and hour. */
export function monthText(figures: MonthFigures, language: CatalogLanguage): string {
  const share = (part: number, whole: number) =>
    new Intl.NumberFormat(language, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }).format(whole === 0 ? 0 : part / whole);
  const row = (name: string, part: number, whole: number): TableRow => [
    name,
    String(part),
    share(part, whole),
  ];
  const recorded = figures.appeals + figures.consultations;
  const sections: readonly (readonly [string, readonly TableRow[]])[] = [
    [
      'month.byKind',
      AppealKind.options.map((kind) =>
        row(say(language, `kind.${kind}`), figures.byKind[kind], figures.appeals),
      ),
    ],
    [
      'month.topTopics',
      figures.topTopics.map((item) =>
        row(topicName(item.topic, language), item.appeals + item.consultations, recorded),
      ),
    ],
    [
      'month.byDistrict',
      figures.byDistrict.map((item) =>
        row(
          districtName(item.district, language) || say(language, 'month.notSaid'),
          item.appeals + item.consultations,
          recorded,
        ),
      ),
    ],
    [
      'month.byAuthority',
      figures.byAuthority.map((item) =>
        row(authorityName(item.authority, language), item.appeals, figures.appeals),
      ),
    ],
    [
      'month.byHour',
      figures.byHour.map(({ hour, calls }) =>
        row(`${String(hour).padStart(2, '0')}:00`, calls, figures.calls),
      ),
    ],
  ];
  const tables = sections
    .filter(([, rows]) => rows.length > 0)
    .map(([title, rows]) => `${say(language, title)}\n${tableText(rows, NAME_WIDTH)}`);
  return [monthSentences(figures, language), ...tables].join('\n\n');
}
