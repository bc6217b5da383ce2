import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Address } from '../../../../src-shared/applicant/model.ts';
import { appealsApart, type PairCandidate } from '../../../../src-shared/pair/group.ts';

const park: Address = { district: '', settlement: 'Краматорськ', street: 'вул. Паркова', building: '12' };
const none = () => false;

/** An appeal of a person of its own at a workstation of its own. */
function one(id: string, over: Partial<PairCandidate> = {}): PairCandidate {
  return { id, topic: '03.01', place: park, station: `s-${id}`, problem: null, people: [`p-${id}`], ...over };
}

const idsOf = (groups: PairCandidate[][]) => groups.map((group) => group.map(({ id }) => id));

describe('appeals registered apart', () => {
  test('one topic, one street in other words, two people, two workstations', () => {
    const other = one('b', { place: { ...park, street: 'Паркова 14', building: undefined } });
    expect(idsOf(appealsApart([one('a'), other, one('c')], none))).toEqual([['a', 'b', 'c']]);
  });

  test.each<[string, Partial<PairCandidate>]>([
    ['another topic', { topic: '03.02' }],
    ['another street', { place: { ...park, street: 'вул. Садова' } }],
    ['another settlement', { place: { ...park, settlement: 'Словʼянськ' } }],
    ['no street said', { place: { ...park, street: '' } }],
    ['the same workstation, where the earlier was in view', { station: 's-a' }],
    ['the same person', { people: ['p-x', 'p-a'] }],
    ['joined already', { problem: 'water' }],
  ])('nothing to settle: %s', (_, over) => {
    const first = one('a', over.problem ? { problem: 'water' } : {});
    expect(appealsApart([first, one('b', over)], none)).toEqual([]);
  });

  test('one that stands outside the problem of the others is shown with them', () => {
    const joined = { problem: 'water' };
    expect(idsOf(appealsApart([one('c'), one('b', joined), one('a', joined)], none))).toEqual([
      ['c', 'b', 'a'],
    ]);
  });

  test('from paper: where it was typed in says nothing about what was in view', () => {
    const paper = { station: null };
    expect(idsOf(appealsApart([one('a', paper), one('b', paper)], none))).toEqual([['a', 'b']]);
  });

  test('what a lead has settled stays settled; a third one opens it for itself alone', () => {
    const settled = (a: string, b: string) => [a, b].sort().join() === 'a,b';
    expect(appealsApart([one('b'), one('a')], settled)).toEqual([]);
    expect(idsOf(appealsApart([one('c'), one('b'), one('a')], settled))).toEqual([['c', 'b', 'a']]);
  });

  test('a group with a newer appeal comes first', () => {
    const there = { place: { ...park, street: 'вул. Садова' } };
    const appeals = [one('d', there), one('c'), one('b', there), one('a')];
    expect(idsOf(appealsApart(appeals, none))).toEqual([
      ['d', 'b'],
      ['c', 'a'],
    ]);
  });

  test('whatever there is: each appeal in one group at most, and once everything shown is settled, nothing is shown', () => {
    const any = fc.record({
      topic: fc.constantFrom('03.01', '03.02'),
      place: fc.constantFrom(park, { ...park, street: 'вул. Садова' }, { ...park, street: '' }),
      station: fc.constantFrom('s1', 's2', null),
      problem: fc.constantFrom(null, 'water'),
      people: fc.subarray(['p1', 'p2', 'p3', 'p4'], { minLength: 1, maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (appeals) => {
        const all = appeals.map((appeal, index) => ({ ...appeal, id: String(index) }));
        const groups = idsOf(appealsApart(all, none));
        const shown = groups.flat();
        expect(new Set(shown).size).toBe(shown.length);
        const isSettled = (a: string, b: string) => groups.some((ids) => ids.includes(a) && ids.includes(b));
        expect(appealsApart(all, isSettled)).toEqual([]);
      }),
    );
  });
});
