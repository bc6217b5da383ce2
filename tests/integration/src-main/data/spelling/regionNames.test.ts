import { afterAll, expect, test } from 'vitest';
import { createRegionNames } from '../../../../../src-main/data/spelling/regionNames.ts';
import { aTestDesk, REGION } from '../../../../support/desk.ts';
import { removeFolders } from '../../../../support/workstation.ts';

afterAll(removeFolders);

test('names of settlements and of all their streets count, former ones and other languages too', async () => {
  const { desk, close } = await aTestDesk();
  const put = (type: string, id: string, doc: object) =>
    desk.stores.records.record.put({
      type,
      id,
      region: REGION,
      version: 1,
      ordinal: 0,
      doc: JSON.stringify({ id, region: REGION, former: [], ...doc }),
    });
  put('settlement', 'UA1', { uk: 'Знамʼянка', ru: 'Знаменка' });
  // More than are read in one step.
  for (let index = 0; index < 600; index += 1) put('street', `UA1:${index}`, { uk: 'вулиця Лісова', ru: '' });
  put('street', 'UA1:last', { uk: 'вулиця Чорновола', ru: '', former: ['Карла Маркса'] });
  const names = await createRegionNames(desk)();
  for (const word of ["Знам'янці", 'Знаменку', 'Лісовій', 'Чорноволу', 'Маркса']) {
    expect(names.has(word), word).toBe(true);
  }
  expect(names.has('Знаминка')).toBe(false);
  close();
});
