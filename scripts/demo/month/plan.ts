import type { AppealKind } from '../../../src-shared/appeal/model.ts';
import type { Day } from '../../../src-shared/clock.ts';
import { apportion } from './apportion.ts';
import { monthOf, weekday } from './calendar.ts';
import type { Random } from './random.ts';
import { type DemoTopic, load, topicsOf } from './topics.ts';

/** How much was done in a stretch of days. Every call that is counted ends as one appeal or one consultation. */
export interface Totals {
  readonly appeals: number;
  readonly consultations: number;
  /** Among the appeals. */
  readonly urgent: number;
}

/** A call before it has a caller and a time. Lengths in seconds. */
export interface PlannedCall {
  readonly outcome: 'consultation' | 'appeal' | 'urgent';
  readonly topic: DemoTopic;
  readonly kind: AppealKind;
  readonly talk: number;
  readonly wrapUp: number;
}

const KINDS = ['proposal', 'statement', 'complaint'] as const;
const SHORTEST_TALK = 40;
const LONGEST_TALK = 40 * 60;

/** What is called about on each of the days; the totals are met exactly. */
export function planDays(random: Random, days: readonly Day[], totals: Totals): PlannedCall[][] {
  const outcomes = random.shuffled([
    ...Array.from({ length: totals.urgent }, () => 'urgent' as const),
    ...Array.from({ length: totals.appeals - totals.urgent }, () => 'appeal' as const),
    ...Array.from({ length: totals.consultations }, () => 'consultation' as const),
  ]);
  const weights = days.map(
    (day) => (load.weekdayFactor[weekday(day) - 1] ?? 1) * (0.88 + 0.24 * random.next()),
  );
  const counts = apportion(outcomes.length, weights);
  let taken = 0;
  return days.map((day, index) => {
    const topics = topicsOf(monthOf(day));
    const today = outcomes.slice(taken, taken + (counts[index] ?? 0));
    taken += today.length;
    return today.map((outcome) => planCall(random, topics, outcome));
  });
}

function planCall(
  random: Random,
  topics: readonly DemoTopic[],
  outcome: PlannedCall['outcome'],
): PlannedCall {
  const topic = random.weighted(topics, (item) => {
    if (outcome === 'consultation') return item.weight * item.consultationShare;
    const share = outcome === 'urgent' ? item.urgentShare : 1 - item.urgentShare;
    return item.weight * (1 - item.consultationShare) * share;
  });
  const kind =
    outcome === 'urgent'
      ? 'statement'
      : random.weighted(KINDS, (name) => topic.kinds[KINDS.indexOf(name)] ?? 0);
  const { median, sigma } = {
    consultation: load.duration.consultation,
    appeal: load.duration.registration,
    urgent: load.duration.emergency_relay,
  }[outcome];
  const talk = Math.round(Math.min(LONGEST_TALK, Math.max(SHORTEST_TALK, random.logNormal(median, sigma))));
  // An urgent one is relayed by telephone before the next call is taken.
  const wrapUp = outcome === 'urgent' ? random.int(90, 420) : random.int(20, 75);
  return { outcome, topic, kind, talk, wrapUp };
}
