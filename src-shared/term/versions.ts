import type { Day } from '../clock.ts';
import { addDays } from './calendar.ts';
import type { RuleVersion } from './workCalendar.ts';

/** The versions of one rule, the oldest first. */
export function versionsOf(id: string, rules: readonly RuleVersion[]): RuleVersion[] {
  return rules.filter((rule) => rule.id === id).sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
}

/** Rules with a new version of one from a day on: the one before ends the day before, those behind are taken its place by none. */
export function withVersion(rules: readonly RuleVersion[], version: RuleVersion, from: Day): RuleVersion[] {
  const others = rules.filter(({ id }) => id !== version.id);
  const kept = versionsOf(version.id, rules).filter((one) => one.from === null || one.from < from);
  const ended = kept.map((one) =>
    one.to === null || one.to >= from ? { ...one, to: addDays(from, -1) } : one,
  );
  return [...others, ...ended, { ...version, from, to: null }];
}

/** Rules without a version of one: the one before it holds in its place. The oldest version stays. */
export function withoutVersion(rules: readonly RuleVersion[], version: RuleVersion): RuleVersion[] {
  const versions = versionsOf(version.id, rules);
  const at = versions.findIndex(({ from }) => from === version.from);
  if (at < 1) return [...rules];
  const before = versions[at - 1];
  return rules.flatMap((rule) => {
    if (rule.id !== version.id) return [rule];
    if (rule.from === version.from) return [];
    return rule.from === before?.from ? [{ ...rule, to: version.to }] : [rule];
  });
}

/** Which amount a version is given in. */
export const AMOUNTS = ['months', 'days', 'hours', 'minutes'] as const;
export type Amount = (typeof AMOUNTS)[number];

/** The amount a version has, and how much. */
export function amountOf(version: RuleVersion): { readonly in: Amount; readonly count: number } {
  const name = AMOUNTS.find((one) => version[one] !== null) ?? 'days';
  return { in: name, count: version[name] ?? 0 };
}

/** A version with another amount. Months are always of the calendar, hours never. */
export function withAmount(version: RuleVersion, name: Amount, count: number): RuleVersion {
  const none = { months: null, days: null, hours: null, minutes: null };
  const isTime = name === 'hours' || name === 'minutes';
  const unit =
    name === 'months' ? 'calendar' : isTime && version.unit === 'calendar' ? 'clock' : version.unit;
  return { ...version, ...none, [name]: count, unit: !isTime && unit === 'clock' ? 'calendar' : unit };
}
