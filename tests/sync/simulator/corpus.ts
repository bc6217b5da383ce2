import type { Plan } from './plan.ts';

/** Histories that once broke a promise, as they were after shrinking, and what was wrong. */
export const CORPUS: readonly { readonly was: string; readonly plan: Plan }[] = [
  {
    was: 'a stand-in sent after its command had been decided whole was taken for a copy and kept aside',
    plan: {
      seed: 199985976,
      stations: 2,
      pageRows: 1,
      steps: [
        { do: 'weather', at: 1, name: 'awful' },
        { do: 'act', at: 1, act: 'note', isLong: true },
        { do: 'run', ms: 4800 },
        { do: 'weather', at: 1, name: 'narrow' },
        { do: 'act', at: 0, act: 'call' },
        { do: 'act', at: 0, act: 'call' },
        { do: 'act', at: 0, act: 'call' },
        { do: 'run', ms: 18_467 },
        { do: 'act', at: 0, act: 'call' },
      ],
    },
  },
  {
    was: 'a full disk on which the records could not be opened again broke what the window asked',
    plan: {
      seed: 0,
      stations: 2,
      pageRows: 1,
      steps: [
        { do: 'full', at: 0, pages: 0 },
        { do: 'damage', at: 0 },
        { do: 'act', at: 0, act: 'call' },
        { do: 'act', at: 0, act: 'call' },
        { do: 'run', ms: 301 },
        { do: 'nudge', at: 0 },
        { do: 'again', at: 0 },
        { do: 'act', at: 0, act: 'call' },
      ],
    },
  },
  {
    was: 'records damaged while the disk was full stayed closed until a restart',
    plan: {
      seed: 0,
      stations: 2,
      pageRows: 1,
      steps: [
        { do: 'full', at: 1, pages: 0 },
        { do: 'damage', at: 1 },
        { do: 'act', at: 0, act: 'call' },
        { do: 'run', ms: 60_000 },
        { do: 'free', at: 1 },
        { do: 'run', ms: 300 },
      ],
    },
  },
  {
    was: 'a time measured after the act stood in the command, while the records went on showing the old one',
    plan: {
      seed: 0,
      stations: 2,
      pageRows: 1,
      steps: [
        { do: 'run', ms: 15 },
        { do: 'act', at: 1, act: 'call' },
        { do: 'killCentre', commits: 0, when: 'before' },
        { do: 'run', ms: 300 },
        { do: 'openCentre' },
      ],
    },
  },
  {
    was: 'two copies of a database measured the time apart, and their common command was put aside as two',
    plan: {
      seed: 1,
      stations: 2,
      pageRows: 500,
      steps: [
        { do: 'cut', at: 0, up: true, down: true },
        { do: 'act', at: 0, act: 'call' },
        { do: 'clone', from: 0, to: 1 },
        { do: 'mend', at: 0 },
        { do: 'nudge', at: 0 },
        { do: 'act', at: 0, act: 'note' },
        { do: 'run', ms: 30_000 },
        { do: 'cut', at: 1, up: true, down: true },
        { do: 'open', at: 1 },
        { do: 'act', at: 1, act: 'call' },
        { do: 'mend', at: 1 },
        { do: 'run', ms: 60_000 },
      ],
    },
  },
  {
    was: 'a centre put back to before a lease, with no commit in between, knew nothing of the numbers it had leased',
    plan: {
      seed: 0,
      stations: 2,
      pageRows: 1,
      steps: [
        { do: 'keepCentre' },
        { do: 'run', ms: 25 },
        { do: 'rewindCentre', copy: 0 },
        { do: 'run', ms: 300 },
        { do: 'act', at: 0, act: 'call' },
        { do: 'openCentre' },
        { do: 'act', at: 0, act: 'call' },
      ],
    },
  },
  {
    was: 'a centre put back gave the sequences that one copy of a database had been confirmed to the other copy, and dropped what was confirmed',
    plan: {
      seed: 0,
      stations: 3,
      pageRows: 1,
      steps: [
        { do: 'clone', from: 1, to: 0 },
        { do: 'keepCentre' },
        { do: 'open', at: 0 },
        { do: 'act', at: 1, act: 'call' },
        { do: 'run', ms: 300 },
        { do: 'run', ms: 1 },
        { do: 'act', at: 0, act: 'call' },
        { do: 'act', at: 0, act: 'note' },
        { do: 'rewindCentre', copy: 0 },
        { do: 'run', ms: 300 },
        { do: 'act', at: 0, act: 'call' },
        { do: 'run', ms: 300 },
      ],
    },
  },
];
