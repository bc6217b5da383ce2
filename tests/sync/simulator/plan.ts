import fc from 'fast-check';
import { ACTS, type ActName } from './acts.ts';
import { OPERATORS } from './image.ts';
import { WEATHERS, type WeatherName } from './weather.ts';

/** One thing that happens in a history. Stations and copies are named by any number; it is taken modulo those there are. */
export type Step =
  | { readonly do: 'act'; readonly at: number; readonly act: ActName; readonly isLong?: boolean }
  | { readonly do: 'again'; readonly at: number }
  | { readonly do: 'run'; readonly ms: number }
  | { readonly do: 'weather'; readonly at: number; readonly name: WeatherName }
  | { readonly do: 'cut'; readonly at: number; readonly up: boolean; readonly down: boolean }
  | { readonly do: 'mend'; readonly at: number }
  | { readonly do: 'nudge'; readonly at: number }
  | {
      readonly do: 'kill';
      readonly at: number;
      /** 0: now; else at this commit from now on. */
      readonly commits: number;
      readonly file: 'intent' | 'records' | null;
      readonly when: 'before' | 'after';
      readonly isPowerCut: boolean;
    }
  | { readonly do: 'open'; readonly at: number }
  | { readonly do: 'killCentre'; readonly commits: number; readonly when: 'before' | 'after' }
  | { readonly do: 'openCentre' }
  | { readonly do: 'clone'; readonly from: number; readonly to: number }
  | { readonly do: 'keep'; readonly at: number }
  | { readonly do: 'rewind'; readonly at: number; readonly copy: number }
  | { readonly do: 'keepCentre' }
  | { readonly do: 'rewindCentre'; readonly copy: number }
  | { readonly do: 'clock'; readonly at: number; readonly ms: number }
  | { readonly do: 'skip'; readonly to: 'nextDay' | 'newYear' }
  | { readonly do: 'shift'; readonly at: number; readonly login: string }
  | { readonly do: 'account'; readonly login: string; readonly isActive: boolean }
  | { readonly do: 'spend'; readonly at: number }
  | { readonly do: 'newer'; readonly at: number }
  | { readonly do: 'full'; readonly at: number; readonly pages: number }
  | { readonly do: 'free'; readonly at: number }
  | {
      readonly do: 'busy';
      readonly at: number;
      readonly file: 'intent' | 'records';
      readonly commits: number;
    }
  | { readonly do: 'damage'; readonly at: number }
  | { readonly do: 'busyCentre'; readonly commits: number }
  | { readonly do: 'fullCentre'; readonly pages: number }
  | { readonly do: 'freeCentre' };

/** A history: everything in it follows from these values. */
export interface Plan {
  readonly seed: number;
  readonly stations: number;
  readonly pageRows: number;
  readonly steps: readonly Step[];
}

const at = fc.nat(3);
const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

const act: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('act' as const),
  at,
  act: fc.constantFrom(...ACTS),
});
const run: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('run' as const),
  ms: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 300, max: 40_000 })),
});
const network: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('weather' as const),
    at,
    name: fc.constantFrom(...(Object.keys(WEATHERS) as WeatherName[])),
  }),
  fc.record({ do: fc.constant('cut' as const), at, up: fc.boolean(), down: fc.boolean() }),
  fc.record({ do: fc.constant('mend' as const), at }),
  fc.record({ do: fc.constant('nudge' as const), at }),
);
const power: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('openCentre' as const) }),
  fc.record({ do: fc.constant('open' as const), at }),
  fc.record({
    do: fc.constant('kill' as const),
    at,
    commits: fc.nat(6),
    file: fc.constantFrom('intent', 'records', null),
    when: fc.constantFrom('before', 'after'),
    isPowerCut: fc.boolean(),
  }),
  fc.record({ do: fc.constant('open' as const), at }),
  fc.record({
    do: fc.constant('killCentre' as const),
    commits: fc.nat(4),
    when: fc.constantFrom('before', 'after'),
  }),
  fc.record({ do: fc.constant('openCentre' as const) }),
);
const copies: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('clone' as const), from: at, to: at }),
  fc.record({ do: fc.constant('keep' as const), at }),
  fc.record({ do: fc.constant('rewind' as const), at, copy: fc.nat(5) }),
  fc.record({ do: fc.constant('keepCentre' as const) }),
  fc.record({ do: fc.constant('rewindCentre' as const), copy: fc.nat(5) }),
);
const disks: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('full' as const), at, pages: fc.nat(3) }),
  fc.record({ do: fc.constant('free' as const), at }),
  fc.record({
    do: fc.constant('busy' as const),
    at,
    file: fc.constantFrom('intent', 'records'),
    commits: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ do: fc.constant('damage' as const), at }),
  fc.record({ do: fc.constant('busyCentre' as const), commits: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('fullCentre' as const), pages: fc.nat(3) }),
  fc.record({ do: fc.constant('freeCentre' as const) }),
);
const time: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('clock' as const),
    at,
    ms: fc.constantFrom(-10 * YEAR, -YEAR, -3 * HOUR, -HOUR, -1500, 0, 700, HOUR, 5 * HOUR, YEAR, 10 * YEAR),
  }),
  fc.record({ do: fc.constant('skip' as const), to: fc.constantFrom('nextDay', 'newYear') }),
);
const people: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('shift' as const),
    at,
    login: fc.constantFrom(...OPERATORS.map(({ login }) => login)),
  }),
  fc.record({
    do: fc.constant('account' as const),
    login: fc.constantFrom(...OPERATORS.map(({ login }) => login)),
    isActive: fc.boolean(),
  }),
  fc.record({ do: fc.constant('spend' as const), at }),
  fc.record({ do: fc.constant('newer' as const), at }),
  fc.record({ do: fc.constant('again' as const), at }),
  fc.record({
    do: fc.constant('act' as const),
    at,
    act: fc.constant('note' as const),
    isLong: fc.constant(true),
  }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: act },
  { weight: 10, arbitrary: run },
  { weight: 4, arbitrary: network },
  { weight: 3, arbitrary: power },
  { weight: 2, arbitrary: disks },
  { weight: 1, arbitrary: copies },
  { weight: 1, arbitrary: time },
  { weight: 2, arbitrary: people },
);

/** Histories of some dozen steps: long enough for faults to meet each other, short enough to be understood once shrunk. */
export const plans: fc.Arbitrary<Plan> = fc.record({
  seed: fc.nat(2 ** 31 - 1),
  stations: fc.integer({ min: 2, max: 4 }),
  pageRows: fc.constantFrom(1, 3, 8, 500),
  steps: fc.array(step, { minLength: 8, maxLength: 36, size: 'max' }),
});
