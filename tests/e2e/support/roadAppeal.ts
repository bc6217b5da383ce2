import type { AppealWords } from '../pages/Card.ts';

/** A complaint of a known shape about a road: everything the law requires and nothing more. */
export const roadAppeal: AppealWords = {
  kind: 'Скарга',
  topic: 'яма',
  surname: 'Гончаренко',
  givenName: 'Марія',
  district: 'Краматорськ',
  settlement: 'Краматорськ',
  street: 'вул. Паркова, 12, кв. 7',
};
