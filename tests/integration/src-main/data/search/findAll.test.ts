import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findAll } from '../../../../../src-main/data/search/findAll.ts';
import { createIndexer, type Indexer } from '../../../../../src-main/data/search/indexer.ts';
import type { AppealCard } from '../../../../../src-shared/appeal/model.ts';
import type { Find } from '../../../../../src-shared/find/queries.ts';
import { aTestDesk, REGION, type TestDesk } from '../../../../support/desk.ts';
import { aCard, removeFolders } from '../../../../support/workstation.ts';

let of: TestDesk;
let indexer: Indexer;

beforeEach(async () => {
  of = await aTestDesk();
  indexer = createIndexer(of.desk);
});
afterEach(() => {
  indexer.stop();
  of.close();
});
afterAll(removeFolders);

const find = (text: string): Find => findAll(of.desk, indexer, () => false, { text, limit: 10 });

interface Person {
  readonly surname: string;
  readonly phone?: string;
  readonly text?: string;
  readonly street?: string;
}

/** Registers an appeal of somebody; gives its number. */
function register({ surname, phone, text = 'Немає води.', street = 'вул. Садова' }: Person): string {
  const appeal = randomUUID();
  const card = aCard({ text }) as AppealCard;
  const applicant = {
    ...card.applicant,
    id: randomUUID(),
    surname,
    phone: phone ?? null,
    address: { ...card.applicant.address, street },
  } as AppealCard['applicant'];
  expect(
    of.act([{ kind: 'appeal.register', payload: { appeal, call: null, card: { ...card, applicant } } }]),
  ).toBeNull();
  return of.desk.stores.records.record.get('appeal', appeal)?.number ?? '';
}

describe('the one search box', () => {
  test.each(['петренко', 'ПЕТРЕНКО', 'Петр', 'Gtnhtyrj', 'Петренка', 'Петрєнко', 'Petrenko'])(
    'finds Петренко by %s, the person and what was said',
    (text) => {
      const number = register({ surname: 'Петренко' });
      register({ surname: 'Гнатюк' });
      const found = find(text);
      expect(found.meaning).toBe('words');
      expect(found.applicants.map(({ name }) => name)).toEqual([expect.stringContaining('Петренко')]);
      const isNear = ['Петрєнко', 'Petrenko'].includes(text);
      expect(found.nearFrom).toBe(isNear ? 0 : 1);
      expect(found.appeals.map((line) => line.number)).toEqual(isNear ? [] : [number]);
    },
  );

  test.each(["Лук'яненко", 'Лук’яненко', 'Лукʼяненко', 'Лукяненко', 'лук`яненко'])(
    'finds every spelling of an apostrophe by every other: %s',
    (stored) => {
      register({ surname: stored });
      for (const asked of ["Лук'яненко", 'лук’яненко', 'ЛУКʼЯНЕНКО', 'лукяненко', 'Лук'])
        expect(find(asked).applicants, asked).toHaveLength(1);
    },
  );

  test('decomposed letters and ґ are the same, exact words come before beginnings', () => {
    register({ surname: 'Ґанок', text: 'Розбитий ґанок, Київ'.normalize('NFD') });
    expect(find('ганок київ').appeals).toHaveLength(1);
    register({ surname: 'Вода', text: 'Водогін пошкоджено' });
    register({ surname: 'Інша', text: 'Вода іржава' });
    register({ surname: 'Третя', text: 'Водоканал не відповідає' });
    expect(find('вода').appeals[0]?.excerpt).toContain('Вода іржава');
  });

  test('a word is found in its other cases, also where a consonant changes before the ending', () => {
    register({ surname: 'Перша', text: 'Яма на дорозі біля річки' });
    register({ surname: 'Друга', text: 'Освітлення вулиці Паркової' });
    for (const asked of ['дорога', 'дорогу яма', 'річка', 'річці'])
      expect(find(asked).appeals, asked).toHaveLength(1);
    // First letters in common are not enough.
    expect(find('дорослий').appeals).toEqual([]);
    expect(find('освітянин').appeals).toEqual([]);
    expect(find('освітленням паркова').appeals).toHaveLength(1);
  });

  test('many records with the same first letters do not hide the one that is meant', () => {
    const meant = register({ surname: 'Шукана', text: 'водопостачання' });
    for (let index = 0; index < 210; index += 1)
      of.desk.stores.records.record.predict(
        {
          type: 'appeal',
          id: randomUUID(),
          doc: {
            ...of.desk.stores.records.record.get('appeal', find(meant).appeals[0]?.id ?? ''),
            text: 'водогін',
          },
        } as never,
        REGION,
      );
    expect(find('водопостачання').appeals.map(({ number }) => number)).toEqual([meant]);
    expect(find('водопостачанням').appeals.map(({ number }) => number)).toEqual([meant]);
  });

  test('a number is recognised in every spelling, one with a misheard digit says so', () => {
    const number = register({ surname: 'Номер' });
    const [office = '', year = '', serial = '', digit = ''] = number.split('-');
    for (const asked of [
      number,
      number.toLowerCase(),
      `${year}-${serial}-${digit}`,
      `${office}${year}${serial}${digit}`,
      String(Number(serial)),
    ]) {
      const found = find(asked);
      expect(found.meaning, asked).toBe('number');
      expect(
        found.appeals.map((line) => line.number),
        asked,
      ).toEqual([number]);
    }
    const wrong = `${office}-${year}-${serial}-${(Number(digit) + 1) % 10}`;
    expect(find(wrong)).toMatchObject({ wrongNumber: true, appeals: [] });
  });

  test('a telephone in every notation, and its last digits', () => {
    const number = register({ surname: 'Телефон', phone: '+380501234567' });
    register({ surname: 'Інший', phone: '+380671112233' });
    for (const asked of [
      '0501234567',
      '+38 050 123-45-67',
      '8-050-123-45-67',
      '123-45-67',
      '34567',
      '4567',
    ]) {
      const found = find(asked);
      expect(
        found.applicants.map(({ name }) => name),
        asked,
      ).toEqual([expect.stringContaining('Телефон')]);
      expect(
        found.appeals.map((line) => line.number),
        asked,
      ).toEqual([number]);
    }
    // Digits inside what somebody said are nobody's telephone.
    register({ surname: 'Свідок', text: 'Дзвонили з 0509998877' });
    expect(find('0509998877').applicants).toEqual([]);
  });

  test('what changes is found as it is now, and no longer as it was', () => {
    register({ surname: 'Стара' });
    expect(find('Стара').applicants).toHaveLength(1);
    const id = find('Стара').applicants[0]?.id ?? '';
    const card = of.desk.stores.records.record.get('applicant', id);
    if (card === undefined) throw new Error('the card is gone');
    of.desk.stores.records.transact(() =>
      of.desk.stores.records.record.predict(
        { type: 'applicant', id, doc: { ...card, surname: 'Новенко' } },
        REGION,
      ),
    );
    expect(find('Стара').applicants).toEqual([]);
    expect(find('Новенко').applicants).toHaveLength(1);
    // The appeal is found by the name its applicant bears now.
    expect(find('Новенко води').appeals).toHaveLength(1);
    expect(find('Стара води').appeals).toEqual([]);
  });

  test('what is removed is found no longer, also when its place is taken by another', () => {
    register({ surname: 'Забута' });
    const found = find('Забута').applicants[0]?.id ?? '';
    of.desk.stores.records.transact(() => {
      of.desk.stores.records.record.remove({ type: 'applicant', id: found });
      of.desk.stores.records.record.put({
        type: 'applicant',
        id: randomUUID(),
        region: REGION,
        version: 1,
        ordinal: 0,
        doc: JSON.stringify({ ...(aCard() as AppealCard).applicant, id: randomUUID(), surname: 'Наступна' }),
      });
    });
    expect(find('Забута').applicants).toEqual([]);
    expect(find('Наступна').applicants).toHaveLength(1);
  });

  test('somebody protected is found by name alone, the address stays shut', () => {
    register({ surname: 'Захищена', street: 'вул. Таємна' });
    const id = find('Захищена').applicants[0]?.id ?? '';
    const card = of.desk.stores.records.record.get('applicant', id);
    if (card === undefined) throw new Error('the card is gone');
    of.desk.stores.records.transact(() =>
      of.desk.stores.records.record.predict(
        { type: 'applicant', id, doc: { ...card, isProtected: true } },
        REGION,
      ),
    );
    expect(find('Захищена').applicants).toEqual([
      {
        id,
        name: expect.stringContaining('Захищена'),
        phone: null,
        where: '',
        lastAppeal: null,
        isProtected: true,
      },
    ]);
    expect(find('Таємна').applicants).toEqual([]);
  });

  test('signs of the index language are words like others', () => {
    register({ surname: 'Обережна', text: 'Сказала "терміново" * AND (негайно)' });
    for (const asked of ['"терміново"', 'негайно)', 'терміново * AND', '(', 'NOT'])
      expect(() => find(asked)).not.toThrow();
    expect(find('"терміново"').appeals).toHaveLength(1);
  });

  test('an article is found until it is withdrawn', () => {
    const article = randomUUID();
    const text = {
      title: 'Субсидія на опалення',
      body: 'Подайте заяву через портал.',
      topics: [],
      districts: [],
      validFrom: null,
      validUntil: null,
    };
    expect(of.act([{ kind: 'article.save', payload: { article, expected: 0, text } }])).toBeNull();
    expect(find('субсидію заява').articles).toEqual([{ id: article, title: 'Субсидія на опалення' }]);
    expect(of.act([{ kind: 'article.withdraw', payload: { article, expected: 1 } }])).toBeNull();
    expect(find('субсидію заява').articles).toEqual([]);
  });

  test('more than is shown is said', () => {
    for (let made = 0; made < 12; made += 1) register({ surname: `Багато${'абвгдежзийкл'[made] ?? ''}` });
    const found = find('вода');
    expect(found.appeals).toHaveLength(10);
    expect(found.more).toContain('appeals');
    expect(found.searchedPercent).toBe(100);
  });
});
