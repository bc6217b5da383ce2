import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { listSnippets } from '../../../../../src-main/data/query/snippet.ts';
import { aTestDesk, type TestDesk } from '../../../../support/desk.ts';
import { removeFolders } from '../../../../support/workstation.ts';

let of: TestDesk;
beforeEach(async () => {
  of = await aTestDesk();
});
afterEach(() => of.close());
afterAll(removeFolders);

const water = { code: 'вода', title: 'Немає води', text: 'Води немає з {коли}', topics: [] };
function save(snippet: string, expected: number, over: object = {}, isRemoved = false): string | null {
  const payload = { snippet, expected, text: { ...water, ...over }, isRemoved };
  return of.act([{ kind: 'snippet.save', payload }]);
}
const titles = () =>
  listSnippets(of.desk)
    .snippets.map(({ title }) => title)
    .toSorted();

test('snippets are on offer until a lead takes them away, and again when they are saved anew', () => {
  const [first, second] = [randomUUID(), randomUUID()];
  expect(save(first, 0)).toBeNull();
  expect(save(second, 0, { title: 'Газ' })).toBeNull();
  expect(save(first, 1, { title: 'Без води' })).toBeNull();
  expect(titles()).toEqual(['Без води', 'Газ']);
  expect(save(first, 2, {}, true)).toBeNull();
  expect(titles()).toEqual(['Газ']);
  expect(save(first, 3)).toBeNull();
  expect(titles()).toEqual(['Газ', 'Немає води']);
});

test('a lead who saw an older text is told so and overwrites nothing', () => {
  const snippet = randomUUID();
  save(snippet, 0);
  save(snippet, 1, { title: 'Новіша' });
  expect(save(snippet, 1, { title: 'Зі старої' })).toBe('snippet_changed');
  expect(titles()).toEqual(['Новіша']);
});
