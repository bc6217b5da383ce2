import { expect, it } from 'vitest';
import type { Street } from '../../../../src-shared/directory/model.ts';
import { asKnown } from '../../../../src-shared/fact/known.ts';
import type { StreetFact } from '../../../../src-shared/fact/model.ts';
import { aCall } from '../builders.ts';

const street = (uk: string, former: string[] = [], ru = ''): Street => ({
  id: `s/${uk}`,
  region: aCall().region,
  settlement: 's',
  uk,
  ru,
  former,
  buildings: [],
});
const told = (name: string): StreetFact => {
  return { kind: 'street', from: 0, to: 9, street: name, building: '12', flat: '' };
};
const streets = [
  street('вулиця Паркова', ['вулиця Леніна'], 'улица Парковая'),
  street('вулиця Тиха'),
  street('провулок Тиха'),
];

it.each([
  ['вул. Паркова', 'вулиця Паркова'],
  ['ул. Парковая', 'вулиця Паркова'],
  ['вул. Леніна', 'вулиця Паркова'],
  ['вул. Садова', 'вул. Садова'],
  // Two of this name: which one is not said.
  ['вул. Тиха', 'вул. Тиха'],
])('%s is %s', (said, called) => {
  expect(asKnown(told(said), streets)).toEqual({ ...told(said), street: called });
});
