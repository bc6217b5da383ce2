import { Temporal } from 'temporal-polyfill';
import { LEGAL_ZONE } from '../../src-shared/clock.ts';
import { MonthFigures } from '../../src-shared/report/month.ts';
import {
  type CountedPeriod,
  type CountedStore,
  countAppealsByKind,
  countByAuthority,
  countByDistrict,
  countByTopic,
  countCallsByHour,
  type ValueCount,
} from '../store/report.ts';

/** Topics named in the summary. */
const TOP_TOPICS = 10;

/**
 * Counts a month of a region from its records.
 * @param month such as `2026-10`; the month of Kyiv's calendar
 */
export async function monthFigures(
  store: CountedStore,
  region: string,
  month: string,
): Promise<MonthFigures> {
  const period = periodOf(region, month);
  const [hours, kinds, topics, districts, authorities] = [
    await countCallsByHour(store, period),
    await countAppealsByKind(store, period),
    merged(await countByTopic(store, period, 'appeal'), await countByTopic(store, period, 'consultation')),
    merged(
      await countByDistrict(store, period, 'appeal'),
      await countByDistrict(store, period, 'consultation'),
    ),
    await countByAuthority(store, period),
  ];
  const sum = (numbers: readonly number[]) => numbers.reduce((left, right) => left + right, 0);
  const ofKind = (name: string) => kinds.find((item) => item.kind === name)?.appeals ?? 0;
  return MonthFigures.parse({
    region,
    month,
    calls: sum(hours.map((item) => item.calls)),
    consultations: sum(topics.map((item) => item.consultations)),
    appeals: sum(kinds.map((item) => item.appeals)),
    urgent: sum(kinds.map((item) => item.urgent)),
    urgentForwarded: sum(kinds.map((item) => item.urgentForwarded)),
    onControl: sum(kinds.map((item) => item.onControl)),
    byKind: { proposal: ofKind('proposal'), statement: ofKind('statement'), complaint: ofKind('complaint') },
    topTopics: topics.slice(0, TOP_TOPICS).map(({ value, ...counts }) => ({ topic: value, ...counts })),
    byDistrict: districts.map(({ value, ...counts }) => ({ district: value, ...counts })),
    byAuthority: [...authorities].sort((a, b) => b.appeals - a.appeals || compare(a.authority, b.authority)),
    byHour: byKyivHour(hours),
  });
}

function periodOf(region: string, month: string): CountedPeriod {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const next = first.add({ months: 1 });
  const instant = (day: Temporal.PlainDate) =>
    day.toZonedDateTime(LEGAL_ZONE).toInstant().toString({ fractionalSecondDigits: 3 });
  return {
    region,
    days: [first.toString(), next.toString()],
    instants: [instant(first), instant(next)],
  };
}

/** Both counts of each value, the largest together first. */
function merged(appeals: readonly ValueCount[], consultations: readonly ValueCount[]) {
  const values = [...new Set([...appeals, ...consultations].map((item) => item.value))];
  const countIn = (counts: readonly ValueCount[], value: string) =>
    counts.find((item) => item.value === value)?.count ?? 0;
  return values
    .map((value) => ({
      value,
      appeals: countIn(appeals, value),
      consultations: countIn(consultations, value),
    }))
    .sort((a, b) => b.appeals + b.consultations - a.appeals - a.consultations || compare(a.value, b.value));
}

/** The database counts by the hour of UTC; Kyiv is whole hours away from it, by one more in summer. */
function byKyivHour(hours: readonly { hour: string; calls: number }[]): { hour: number; calls: number }[] {
  const byHour = new Map<number, number>();
  for (const { hour, calls } of hours) {
    const kyiv = Temporal.Instant.from(`${hour}:00:00Z`).toZonedDateTimeISO(LEGAL_ZONE).hour;
    byHour.set(kyiv, (byHour.get(kyiv) ?? 0) + calls);
  }
  return [...byHour].map(([hour, calls]) => ({ hour, calls })).sort((a, b) => a.hour - b.hour);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
