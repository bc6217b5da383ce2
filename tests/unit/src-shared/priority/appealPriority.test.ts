import { expect, test } from 'vitest';
import type { Benefit } from '../../../../src-shared/applicant/model.ts';
import {
  appealPriority,
  PRIORITY_LEVELS,
  type PriorityLevel,
  priorityRank,
} from '../../../../src-shared/priority/appealPriority.ts';

const TODAY = '2026-11-30';
/** Participant in hostilities: statutory benefits, priority 1. */
const COMBATANT = '7.5';
const proof = (code: string, until: string | null): Benefit => ({ code, until, source: 'зі слів' });

interface Case {
  readonly urgent?: boolean;
  readonly categories?: string[];
  readonly benefits?: Benefit[] | null;
  readonly danger?: boolean;
}

test.each<[string, Case, PriorityLevel]>([
  ['nothing special', {}, 'ordinary'],
  ['danger to life comes before all', { danger: true, urgent: true, categories: [COMBATANT] }, 'danger'],
  ['urgent comes before benefits', { urgent: true, categories: [COMBATANT] }, 'urgent'],
  ['a benefit without an end', { categories: [COMBATANT], benefits: [proof(COMBATANT, null)] }, 'first'],
  ['a benefit on its last day', { categories: [COMBATANT], benefits: [proof(COMBATANT, TODAY)] }, 'first'],
  [
    'a benefit that has run out since',
    { categories: [COMBATANT], benefits: [proof(COMBATANT, '2026-11-29')] },
    'ordinary',
  ],
  [
    'renewed: one proof has run out, another has not',
    { categories: [COMBATANT], benefits: [proof(COMBATANT, '2026-11-29'), proof(COMBATANT, '2027-11-29')] },
    'first',
  ],
  [
    'the card no longer says it: what was recorded counts',
    { categories: [COMBATANT], benefits: [] },
    'first',
  ],
  [
    'the card is not held here: what was recorded counts',
    { categories: [COMBATANT], benefits: null },
    'first',
  ],
  [
    'a benefit of the card alone, got after registration, changes nothing',
    { benefits: [proof(COMBATANT, null)] },
    'ordinary',
  ],
])('%s', (_, { urgent = false, categories, benefits = [], danger = false }, level) => {
  const facts = {
    appeal: { urgent, categories },
    applicant: benefits === null ? null : { benefits },
    isDangerTold: danger,
  };
  expect(appealPriority(facts as never, TODAY)).toBe(level);
});

test('the more pressing, the smaller the rank', () => {
  const ranks = PRIORITY_LEVELS.map(priorityRank);
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(priorityRank('danger')).toBeLessThan(priorityRank('urgent'));
});
