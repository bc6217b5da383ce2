import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { listViews } from '../../../../../src-main/data/query/view.ts';
import { EVERYTHING } from '../../../../../src-shared/appeal/browse.ts';
import { aTestDesk, type TestDesk } from '../../../../support/desk.ts';
import { removeFolders } from '../../../../support/workstation.ts';

let of: TestDesk;
beforeEach(async () => {
  of = await aTestDesk();
});
afterEach(() => of.close());
afterAll(removeFolders);

function save(view: string, name: string, over: object = {}): void {
  const payload = { view, name, filter: EVERYTHING, order: 'newest', isShared: false, isRemoved: false };
  expect(of.act([{ kind: 'view.save', payload: { ...payload, ...over } }])).toBeNull();
}

test('own views and those offered to everybody are listed, until they are taken away', () => {
  const [own, shared, gone] = [randomUUID(), randomUUID(), randomUUID()];
  save(own, 'Мої');
  save(shared, 'Для всіх', { isShared: true });
  save(gone, 'Зайвий');
  save(gone, 'Зайвий', { isRemoved: true });
  const ids = (me: string) =>
    listViews(of.desk, me)
      .views.map(({ id }) => id)
      .toSorted();
  expect(ids(of.session.operator.id)).toEqual([own, shared].toSorted());
  expect(ids(randomUUID())).toEqual([shared]);
});
