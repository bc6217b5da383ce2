import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { listQuestions } from '../../../../../src-main/data/query/question.ts';
import { aTestDesk, type TestDesk } from '../../../../support/desk.ts';
import { removeFolders } from '../../../../support/workstation.ts';

let of: TestDesk;
beforeEach(async () => {
  of = await aTestDesk();
});
afterEach(() => of.close());
afterAll(removeFolders);

function ask(text: string): string {
  const question = randomUUID();
  const payload = { question, text, topic: '', district: '', call: null, way: 'operator' };
  expect(of.act([{ kind: 'question.ask', payload }])).toBeNull();
  return question;
}

test('what was asked waits until an editor names the article that answers it', () => {
  const first = ask('талон на воду');
  ask('Талони на воду');
  const other = ask('пільги на газ');
  const [line, ...others] = listQuestions(of.desk, { state: 'open' }).lines;
  expect(line).toMatchObject({ text: 'Талони на воду', times: 2 });
  expect(others).toMatchObject([{ text: 'пільги на газ', times: 1 }]);

  const article = randomUUID();
  const text = {
    title: 'Талони',
    body: 'У громаді.',
    topics: [],
    districts: [],
    validFrom: null,
    validUntil: null,
  };
  const closings = (line?.questions ?? []).map(({ id }) => ({
    kind: 'question.close',
    payload: { question: id, article, expected: 'open' },
  }));
  const save = { kind: 'article.save', payload: { article, expected: 0, text } };
  expect(of.act([save, ...closings])).toBeNull();
  const dismiss = { question: other, article: null, expected: 'open' };
  expect(of.act([{ kind: 'question.close', payload: dismiss }])).toBeNull();
  expect(listQuestions(of.desk, { state: 'open' }).lines).toEqual([]);
  const closed = listQuestions(of.desk, { state: 'closed' });
  expect(closed.lines).toHaveLength(2);
  expect(closed.names[article]).toBe('Талони');
  // Another editor who still sees it open is told.
  expect(
    of.act([{ kind: 'question.close', payload: { question: first, article: null, expected: 'open' } }]),
  ).toBe('question_closed');
});
