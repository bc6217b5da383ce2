/** What one caller says, with who they are. */
export interface Saying {
  readonly text: string;
  readonly topic: string;
  readonly place: { readonly settlement: string; readonly street: string };
  readonly person: { readonly surname: string; readonly givenName: string; readonly phone: string };
}

const BEGINNINGS = [
  'Лук',
  'Петр',
  'Ков',
  'Бонд',
  'Шевч',
  'Мельн',
  'Гнат',
  'Кравч',
  'Ткач',
  'Сав',
  'Рудь',
  'Яцк',
];
const MIDDLES = ['ен', 'ив', 'ач', 'ук', 'ишин', 'овськ', 'арен', 'іц', 'ор', 'усь'];
const ENDINGS = ['ко', 'ук', 'ий', 'енко', 'чук', 'ьов', 'ець', 'ина'];
const NAMES = ['Марія', 'Олена', 'Іван', 'Петро', 'Ганна', 'Юрій', 'Наталія', 'Василь', 'Ірина', 'Степан'];
const WHAT = [
  'немає води у під’їзді',
  'велика яма на дорозі',
  'не працює вуличне освітлення',
  'не прибирають сміття',
  'затримують пенсію',
  'аварійне дерево над дитячим майданчиком',
  'відсутнє опалення у квартирі',
  'автобус не дотримується розкладу',
  'не видали довідку про доходи',
  'протікає дах багатоповерхового будинку',
];
const SINCE = ['третій день', 'з минулого тижня', 'від учора', 'другий місяць', 'постійно', 'з ранку'];
const ASKED = [
  'прошу перевірити',
  'просять відремонтувати',
  'вимагають відповіді',
  'прошу повідомити строки',
];
const STREETS = ['Садова', 'Паркова', 'Шевченка', 'Лесі Українки', 'Вокзальна', 'Соборна', 'Польова', 'Миру'];
const TOWNS = ['Краматорськ', 'Слов’янськ', 'Дружківка', 'Лиман', 'Добропілля'];
const TOPICS = ['01.01', '02.01', '03.01', '04.01', '05.01', '06.01', '08.01'];

function of<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

/** The same saying for the same index in every run; common words stand in a tenth of all, names and numbers in a few. */
export function aSaying(index: number): Saying {
  // Multiplying by a prime walks through the lists out of step with one another.
  const mixed = (index * 7919) % 1_000_003;
  const surname = `${of(BEGINNINGS, mixed)}${of(MIDDLES, Math.floor(mixed / 12))}${of(ENDINGS, Math.floor(mixed / 120))}`;
  return {
    text: `${of(WHAT, mixed)} ${of(SINCE, Math.floor(mixed / 10))}, будинок ${1 + (mixed % 200)}, ${of(ASKED, Math.floor(mixed / 60))}, справа ${index}`,
    topic: of(TOPICS, mixed),
    place: {
      settlement: of(TOWNS, Math.floor(mixed / 7)),
      street: `вул. ${of(STREETS, Math.floor(mixed / 11))}`,
    },
    person: {
      surname,
      givenName: of(NAMES, Math.floor(mixed / 13)),
      phone: `+38050${String(1_000_000 + index).padStart(7, '0')}`,
    },
  };
}

/** What operators type, by its kind. */
export const QUESTIONS: readonly { readonly name: string; readonly texts: readonly string[] }[] = [
  { name: 'a number', texts: ['2025 12345 1', 'ДН-2025-0004321-1', '777'] },
  { name: 'a telephone or its end', texts: ['050 100 77 77', '0077', '012345'] },
  { name: 'a name, whole or begun', texts: ['Лукенко', 'Петривчук', 'Шевч', 'Гнатачко Марія'] },
  {
    name: 'words common and rare',
    texts: ['вода', 'яма дорога', 'освітлення Паркова', 'справа 54321', 'во'],
  },
  { name: 'words that never stand together', texts: ['яма пенсія', 'опалення розклад Лиман'] },
  { name: 'a name misspelt or in another layout', texts: ['Лукєнко', 'Petryvchuk', 'Itdxtyrj'] },
];
