import { OUTSIDE } from '../../../src-shared/catalog/district.ts';
import data from '../../../src-shared/catalog/districts.json' with { type: 'json' };
import type { Random } from './random.ts';

/** An address as the card holds it. */
export interface DemoAddress {
  readonly district: string;
  readonly settlement: string;
  readonly street: string;
}

const STREETS = [
  'вул. Садова',
  'вул. Шкільна',
  'вул. Вишнева',
  'вул. Лісова',
  'вул. Молодіжна',
  'вул. Степова',
  'вул. Джерельна',
  'вул. Калинова',
  'вул. Паркова',
  'вул. Вокзальна',
  'вул. Озерна',
  'вул. Соборна',
  'вул. Ювілейна',
  'вул. Заводська',
  'вул. Поштова',
  'вул. Яблунева',
  'бульв. Каштановий',
  'бульв. Машинобудівників',
  'просп. Незалежності',
  'просп. Миру',
  'пров. Тихий',
  'пров. Залізничний',
  'пров. Ґрунтовий',
  'пл. Ринкова',
] as const;

/** Where displaced callers live now. */
const ELSEWHERE = ['Дніпро', 'Полтава', 'Харків', 'Київ', 'Черкаси', 'Кропивницький', 'Вінниця', 'Запоріжжя'];

const districts = [
  ...data.raions.map((raion) => ({
    code: raion.code,
    weight: raion.gen_weight_wartime,
    settlements: raion.cities.map((city) => city.uk),
    centre: raion.centre_uk,
  })),
  { code: OUTSIDE, weight: data.outside_oblast.gen_weight_wartime, settlements: ELSEWHERE, centre: '' },
];

/** An address somewhere, the districts as often as callers come from them. */
export function anAddress(random: Random): DemoAddress {
  const district = random.weighted(districts, (item) => item.weight);
  // The centre of a district has most of its people.
  const settlement = random.weighted(district.settlements, (name) => (name === district.centre ? 3 : 1));
  return { district: district.code, settlement, street: aStreet(random) };
}

/** Another house in the same settlement. */
export function nearby(random: Random, address: DemoAddress): DemoAddress {
  return { ...address, street: aStreet(random) };
}

function aStreet(random: Random): string {
  const house = `${random.pick(STREETS)}, буд. ${random.int(1, 140)}`;
  if (random.chance(0.1)) return `${house}-${random.pick(['а', 'б', 'в'])}`;
  return random.chance(0.6) ? `${house}, кв. ${random.int(1, 120)}` : house;
}
