import type { Appealing } from './Hands.ts';

/** Who calls on that day with something to register. */
export const maria: Appealing = {
  phone: '0501234567',
  notes: 'Яма на всю дорогу',
  topic: 'яма',
  surname: 'Гончаренко',
  givenName: 'Марія',
  street: 'вул. Паркова, 12',
};
export const petro: Appealing = {
  phone: '067 222 33 44',
  notes: 'Ліфт стоїть другий день',
  topic: 'ліфт',
  surname: 'Ткаченко',
  givenName: 'Петро',
  street: 'вул. Шкільна, 3',
};
export const ivan: Appealing = {
  phone: '8(099)3334455',
  notes: 'Дві справи: яма, ліфт',
  topic: 'яма',
  surname: 'Мельник',
  givenName: 'Іван',
  street: 'вул. Лісова, 8',
};
export const hanna: Appealing = {
  phone: '+380634445566',
  notes: 'у під’їзді сильно пахне газом',
  topic: 'газ',
  surname: 'Бойко',
  givenName: 'Ганна',
  street: 'вул. Дальня, 21',
};
export const oksana: Appealing = {
  phone: '0935556677',
  notes: 'Надішле знімок ями',
  topic: 'яма',
  surname: 'Лисенко',
  givenName: 'Оксана',
  street: 'вул. Польова, 5',
};
export const yurii: Appealing = {
  phone: '0961112233',
  notes: 'у підвалі вода третій день',
  topic: 'ліфт',
  surname: 'Савченко',
  givenName: 'Юрій',
  street: 'вул. Нова, 1',
};
/** Three of one street. */
export const neighbours = ['Марченко', 'Кравчук', 'Поліщук'].map((surname, index) => ({
  phone: `050777000${index + 1}`,
  notes: 'На Садовій немає води',
  topic: 'немає води',
  surname,
  givenName: 'Олег',
  street: `вул. Садова, ${index + 2}`,
}));
