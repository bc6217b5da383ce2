import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergePart } from '../../../../src-shared/applicant/fields.ts';
import { groupOf, joinedCard, phonesOf, rootOf } from '../../../../src-shared/applicant/group.ts';
import { applicantMerge } from '../../../../src-shared/applicant/merge.ts';
import { Applicant } from '../../../../src-shared/applicant/model.ts';
import { applicantUnmerge } from '../../../../src-shared/applicant/unmerge.ts';
import type { CommandSpec } from '../../../../src-shared/command/spec.ts';
import { aCommand, aPerson, uuid } from '../builders.ts';

const seed = Number(process.env.HOLOS_SEED ?? Date.now() % 2 ** 31);
const check = (property: Parameters<typeof fc.assert>[0]) => fc.assert(property, { seed, numRuns: 200 });
const MOST = 6;
const AT = '2026-11-25T10:00:00.000Z';

/** The register of a few people, and the rules at work on it. */
class Register {
  readonly cards = new Map<string, Applicant>();

  constructor(phones: readonly (string | null)[]) {
    for (const [index, phone] of phones.entries()) {
      const card = { ...aPerson({ phone }), id: uuid(index + 1), region: 'dn', createdAt: AT };
      this.cards.set(card.id, Applicant.parse(card));
    }
  }

  readonly of = (id: string) => this.cards.get(id);
  readonly doublesOf = (id: string) => [...this.cards.values()].filter(({ mergedInto }) => mergedInto === id);

  run(spec: CommandSpec, payload: object): boolean {
    const view = { get: (_type: string, id: string) => this.of(id) } as unknown as Parameters<
      CommandSpec['decide']
    >[0];
    const decision = spec.decide(view, payload, {
      command: aCommand(spec.kind, { ...payload }),
      at: AT,
      day: '2026-11-25',
    });
    if (!decision.ok) return false;
    for (const { id, doc } of decision.writes) this.cards.set(id, doc as Applicant);
    return true;
  }

  /** What every list shows: each card under its root, with everything of its doubles. */
  visible(): string {
    const ids = [...this.cards.keys()].sort();
    return JSON.stringify(
      ids.map((id) => {
        const card = this.of(id);
        if (card === undefined) throw new Error('a card is gone');
        return joinedCard(groupOf(card, this.of, this.doublesOf));
      }),
    );
  }
}

const phones = fc.array(fc.constantFrom(null, '+380501234567', '+380671112233', '+380442000000'), {
  minLength: 2,
  maxLength: MOST,
});
const card = fc.integer({ min: 1, max: MOST }).map(uuid);
const merges = fc.array(fc.record({ from: card, into: card }), { maxLength: 12 });

describe(`merging of cards (seed ${seed})`, () => {
  test('whatever was merged, taking it all apart in any order leaves every list as it was', () => {
    check(
      fc.property(phones, merges, fc.infiniteStream(fc.nat()), (numbers, wanted, picks) => {
        const register = new Register(numbers);
        const before = register.visible();
        for (const payload of wanted) register.run(applicantMerge as unknown as CommandSpec, payload);
        for (;;) {
          const merged = [...register.cards.values()].filter(({ mergedInto }) => mergedInto !== undefined);
          const [pick = 0] = [...picks.take(1)];
          const next = merged[pick % Math.max(1, merged.length)];
          if (next === undefined) break;
          expect(register.run(applicantUnmerge as unknown as CommandSpec, { applicant: next.id })).toBe(true);
        }
        expect(register.visible()).toBe(before);
      }),
    );
  });

  test('all cards of a group are shown under one of them, with each number once, circles included', () => {
    check(
      fc.property(phones, merges, (numbers, links) => {
        const register = new Register(numbers);
        // As two workstations without a network could have made it: no rule looks at the other's merger.
        for (const { from, into } of links) {
          const [one, other] = [register.of(from), register.of(into)];
          if (one && other && from !== into)
            register.cards.set(from, { ...one, mergedInto: other.id, mergedAt: AT });
        }
        for (const one of register.cards.values()) {
          const group = groupOf(one, register.of, register.doublesOf);
          expect(group.map(({ id }) => id)).toContain(one.id);
          for (const member of group) expect(rootOf(member, register.of).id).toBe(group[0].id);
          const shown = phonesOf(joinedCard(group));
          expect(new Set(shown)).toEqual(new Set(group.flatMap(phonesOf)));
          expect(new Set(shown).size).toBe(shown.length);
        }
      }),
    );
  });
});

const lines = fc
  .uniqueArray(fc.integer({ min: 10, max: 19 }), { maxLength: 5 })
  .map((ends) => ends.map((end) => ({ phone: `+3805012345${end}`, answeredBy: '', notAfter: null })));

test(`numbers that two people added at one time are all kept, whoever comes first (seed ${seed})`, () => {
  check(
    fc.property(lines, lines, lines, (base, mine, theirs) => {
      const after = (first: unknown, second: unknown) => {
        const one = mergePart('phones', base, first, base);
        const now = one.kind === 'written' ? one.value : base;
        const two = mergePart('phones', base, second, now);
        const value = (two.kind === 'written' ? two.value : now) as typeof base;
        return value.map(({ phone }) => phone).sort();
      };
      const has = (list: typeof base) => (phone: string) => list.some((line) => line.phone === phone);
      const all = [...new Set([...base, ...mine, ...theirs].map(({ phone }) => phone))];
      // Kept by both, or added by either; gone when either took it away.
      const expected = all.filter((phone) =>
        has(base)(phone) ? has(mine)(phone) && has(theirs)(phone) : has(mine)(phone) || has(theirs)(phone),
      );
      expect(after(mine, theirs)).toEqual(expected.sort());
      expect(after(theirs, mine)).toEqual(expected.sort());
    }),
  );
});
