import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOut, takenBack } from '../../../../src-shared/board/share.ts';

const person = fc.constantFrom<string | null>('Коваль', 'Бондар', 'Олійник', null);
const appeals = fc
  .array(person, { maxLength: 60 })
  .map((all) => all.map((assignee, place) => ({ appeal: `appeal-${place}`, assignee })));
const receivers = fc.uniqueArray(fc.constantFrom('Бондар', 'Олійник', 'Мельник'), { minLength: 1 });

test('every appeal goes once, from whoever has it, and what a receiver has stays', () => {
  fc.assert(
    fc.property(appeals, receivers, (all, to) => {
      const moves = shareOut(all, to, () => 0);
      const going = all.filter(({ assignee }) => assignee === null || !to.includes(assignee as never));
      expect(moves.map(({ appeal, from }) => [appeal, from])).toEqual(
        going.map(({ appeal, assignee }) => [appeal, assignee]),
      );
      for (const move of moves) expect(to).toContain(move.to);
    }),
  );
});

test('nobody gets one while another receiver has less', () => {
  fc.assert(
    fc.property(appeals, receivers, fc.array(fc.nat(20), { minLength: 3, maxLength: 3 }), (all, to, held) => {
      const loads = new Map<string | null, number>(to.map((one, place) => [one, held[place] ?? 0]));
      for (const move of shareOut(all, to, (one) => loads.get(one) ?? 0)) {
        const least = Math.min(...loads.values());
        expect(loads.get(move.to)).toBe(least);
        loads.set(move.to, least + 1);
      }
    }),
  );
});

test('nobody is a receiver of its own, and no receiver moves nothing', () => {
  const all = [
    { appeal: 'a', assignee: 'Коваль' },
    { appeal: 'b', assignee: null },
  ];
  expect(shareOut(all, [null], () => 5)).toEqual([{ appeal: 'a', from: 'Коваль', to: null }]);
  expect(shareOut(all, [], () => 0)).toEqual([]);
});

test('what was moved and taken back is where it was', () => {
  const moves = shareOut([{ appeal: 'a', assignee: 'Коваль' }], ['Бондар'], () => 0);
  expect(takenBack(takenBack(moves))).toEqual(moves);
  expect(takenBack(moves)).toEqual([{ appeal: 'a', from: 'Бондар', to: 'Коваль' }]);
});
