import data from '../../../src-shared/catalog/topics.json' with { type: 'json' };
import phrases from './phrases.json' with { type: 'json' };

/** What callers say about a topic and what they are told, as clauses that follow "reports:" or "asks". */
export interface Phrases {
  readonly problems: readonly string[];
  readonly questions: readonly string[];
  readonly answer: string;
  /** A danger to life or health; null where the topic has none. */
  readonly danger: string | null;
}

/** A topic with the figures by which calls are made up. */
export interface DemoTopic {
  readonly code: string;
  readonly group: string;
  /** How often it is called about, relative to the others. */
  readonly weight: number;
  readonly consultationShare: number;
  readonly urgentShare: number;
  /** Shares of proposal, statement, complaint. */
  readonly kinds: readonly [number, number, number];
  readonly authorities: readonly string[];
  readonly phrases: Phrases;
}

/** Curves of the load: shares of the hours from 8 on, factors of Monday to Friday, lengths of calls in seconds. */
export const load = {
  hourShare: Object.entries(data.load.hour_share)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, share]) => share),
  weekdayFactor: ['mon', 'tue', 'wed', 'thu', 'fri'].map(
    (name) => data.load.weekday_factor[name as keyof typeof data.load.weekday_factor],
  ),
  duration: data.load.duration_sec_lognormal,
  anonymousShare: data.load.anonymous_share,
} as const;

const seasons: Readonly<Record<string, { months: number[]; factor_in: number; factor_out: number }>> =
  data.seasons;
const wording: Readonly<Record<string, Phrases>> = phrases;

/**
 * The topics of a month.
 * @param month January is 1; topics of the season come more often
 */
export function topicsOf(month: number): DemoTopic[] {
  return data.groups.flatMap((group) =>
    group.leaves.map((leaf) => {
      const said = wording[leaf.code];
      if (!said) throw new Error(`topic ${leaf.code} has no wording`);
      return {
        code: leaf.code,
        group: group.code,
        weight: leaf.weight_wartime * seasonFactor(leaf.season, month),
        consultationShare: leaf.consultation_share,
        urgentShare: said.danger === null ? 0 : leaf.urgent_share,
        kinds: [leaf.kind_mix['3.1'], leaf.kind_mix['3.2'], leaf.kind_mix['3.3']] as const,
        authorities: leaf.typical_authority_ids,
        phrases: said,
      };
    }),
  );
}

function seasonFactor(name: string | null, month: number): number {
  const season = name === null ? undefined : seasons[name];
  if (!season) return 1;
  return season.months.includes(month) ? season.factor_in : season.factor_out;
}
