import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findArticles, getArticle } from '../../../../../src-main/data/query/article.ts';
import { createIndexer, type Indexer } from '../../../../../src-main/data/search/indexer.ts';
import { ArticleId } from '../../../../../src-shared/brand.ts';
import type { ArticleText } from '../../../../../src-shared/knowledge/model.ts';
import { aTestDesk, type TestDesk } from '../../../../support/desk.ts';
import { removeFolders } from '../../../../support/workstation.ts';

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

function save(
  text: Partial<ArticleText> & { title: string },
  expected = 0,
  article: string = randomUUID(),
): string {
  const whole = {
    body: 'Відповідь.',
    topics: [],
    districts: [],
    validFrom: null,
    validUntil: null,
    ...text,
  };
  expect(of.act([{ kind: 'article.save', payload: { article, expected, text: whole } }])).toBeNull();
  return article;
}

const find = (text: string, topic = '', district = '', withdrawn = false) =>
  findArticles(of.desk, indexer, { text, topic, district, limit: 10, withdrawn }).answers;
/** A call answered with an article. */
function answerWith(article: string): void {
  const [call, consultation] = [randomUUID(), randomUUID()];
  const phone = { phone: null, phoneRaw: '' };
  const said = { consultation, call, topic: '08.01', district: '', answer: 'Так.', article };
  const done = of.act([
    { kind: 'call.start', payload: { call, ...phone } },
    { kind: 'consultation.record', payload: said },
  ]);
  expect(done).toBeNull();
}
const titles = (...asked: Parameters<typeof find>) => find(...asked).map(({ title }) => title);

describe('answers of the knowledge base', () => {
  test('without words: those of the topic that hold for the place', () => {
    save({ title: 'Усюди', topics: ['08.01'] });
    save({ title: 'Лише тут', topics: ['08.01'], districts: ['bakhmut'] });
    save({ title: 'Деінде', topics: ['08.01'], districts: ['volnovakha'] });
    save({ title: 'Про інше', topics: ['02.01'] });
    expect(titles('', '08.01', 'bakhmut').sort()).toEqual(['Лише тут', 'Усюди'].sort());
    expect(titles('')).toHaveLength(4);
  });

  test('words find any case and the wrong layout; the card’s topic first, then titles; the line that says it is shown', () => {
    save({ title: 'Пільги', body: 'Перший рядок.\n\n**Субсидію** призначає фонд.' });
    save({ title: 'Субсидія: хто має право' });
    save({ title: 'Опалення', body: 'Про субсидії теж.', topics: ['02.01'] });
    expect(titles('субсидія', '02.01')).toEqual(['Опалення', 'Субсидія: хто має право', 'Пільги']);
    expect(titles('ce,cblsz')).toHaveLength(3);
    expect(find('субсидій').find(({ title }) => title === 'Пільги')?.excerpt).toBe(
      'Субсидію призначає фонд.',
    );
    expect(titles('трамвай')).toEqual([]);
  });

  test('out of date is said and comes after what holds; withdrawn is never offered', () => {
    save({ title: 'Торішнє', topics: ['08.01'], validUntil: '2020-12-31' });
    save({ title: 'Чинне', topics: ['08.01'] });
    save({ title: 'Торішнє ще раз', topics: ['08.01'], validFrom: '2020-01-01', validUntil: '2020-12-31' });
    const gone = save({ title: 'Вилучене', topics: ['08.01'] });
    expect(of.act([{ kind: 'article.withdraw', payload: { article: gone, expected: 1 } }])).toBeNull();
    const answers = find('', '08.01');
    expect(answers[0]).toMatchObject({ title: 'Чинне', isOutOfDate: false });
    expect(answers.slice(1).map(({ isOutOfDate }) => isOutOfDate)).toEqual([true, true]);
  });

  test('the next version replaces the text and keeps the one before', () => {
    const article = save({ title: 'Розклад', body: 'О шостій.' });
    save({ title: 'Розклад', body: 'О сьомій.' }, 1, article);
    expect(titles('шостій')).toEqual([]);
    expect(titles('сьомій')).toEqual(['Розклад']);
    const { record } = of.desk.stores.records;
    expect(record.get('articleVersion', `${article}:1`)?.body).toBe('О шостій.');
    const text = { ...(record.get('article', article) as ArticleText) };
    const { title, body, topics, districts, validFrom, validUntil } = text;
    const again = { title, body, topics, districts, validFrom, validUntil };
    expect(of.act([{ kind: 'article.save', payload: { article, expected: 1, text: again } }])).toBe(
      'article_changed',
    );
  });

  test('what answers calls these days comes first among equals, and says how often it did', () => {
    const seldom = save({ title: 'Рідко', topics: ['08.01'] });
    const often = save({ title: 'Часто', topics: ['08.01'] });
    save({ title: 'Найновіше', topics: ['08.01'] });
    for (const article of [often, often, seldom]) answerWith(article);
    expect(find('', '08.01').map(({ title, uses }) => [title, uses])).toEqual([
      ['Часто', 2],
      ['Рідко', 1],
      ['Найновіше', 0],
    ]);
    expect(getArticle(of.desk, ArticleId.parse(often))?.uses).toBe(2);
  });

  test('a question in Russian finds a Ukrainian article, after what was meant literally', () => {
    save({ title: 'Електроенергія: борг' });
    save({ title: 'Пенсія', body: 'Про виплати.' });
    expect(titles('электроэнергии')).toEqual(['Електроенергія: борг']);
    save({ title: 'Электроэнергия' });
    expect(titles('электроэнергии')).toEqual(['Электроэнергия', 'Електроенергія: борг']);
  });

  test('however many articles share a word, the one for the card and the one so named are found', () => {
    const named = save({ title: 'Перерахунок', body: 'Заява.' });
    const own = save({ title: 'Давнє', body: 'Заява про це.', topics: ['02.01'] });
    const { record } = of.desk.stores.records;
    const like = record.get('article', named);
    if (like === undefined) throw new Error('not saved');
    for (let index = 0; index < 700; index += 1) {
      const id = ArticleId.parse(randomUUID());
      const doc = { ...like, id, title: `Інше ${index}`, body: 'Перерахунок, заява.' };
      record.predict({ type: 'article', id, doc }, 'dn');
      if (index % 200 === 0) indexer.catchUp();
    }
    expect(find('заява', '02.01')[0]?.id).toBe(own);
    expect(find('перерахунок')[0]?.id).toBe(named);
  });

  test('what was withdrawn is found apart, with every text it had', () => {
    const article = save({ title: 'Розклад потягів', body: 'О шостій.' });
    save({ title: 'Розклад потягів', body: 'О сьомій.' }, 1, article);
    expect(of.act([{ kind: 'article.withdraw', payload: { article, expected: 2 } }])).toBeNull();
    expect(find('потяги')).toEqual([]);
    expect(find('потяги', '', '', true).map(({ id }) => id)).toEqual([article]);
    expect(find('', '', '', true)).toHaveLength(1);
    const whole = getArticle(of.desk, ArticleId.parse(article));
    expect(whole).toMatchObject({ savedByName: 'Проба Оператор', article: { state: 'withdrawn' } });
    expect(whole?.versions.map(({ version, body }) => [version, body])).toEqual([[1, 'О шостій.']]);
    save({ title: 'Розклад потягів', body: 'О восьмій.' }, 3, article);
    expect(titles('потяги')).toEqual(['Розклад потягів']);
    expect(find('', '', '', true)).toEqual([]);
  });
});
