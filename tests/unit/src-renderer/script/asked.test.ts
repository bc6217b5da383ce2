import { expect, test } from 'vitest';
import { newCall, type OpenCall } from '../../../../src-renderer/call/openCall.ts';
import { askedInCall } from '../../../../src-renderer/script/asked.ts';
import { isBlank, newQuestion, scriptText } from '../../../../src-renderer/script/store.ts';
import type { ScriptQuestion } from '../../../../src-shared/script/model.ts';

const call = newCall('c', '2026-11-25T10:00:00.000Z', () => 'minted');
const question = (id: string, field: ScriptQuestion['field'] = null): ScriptQuestion => ({
  id,
  label: id,
  ask: `${id}?`,
  field,
  words: [],
});
const QUESTIONS = [question('street', 'street'), question('name', 'name'), question('since')];
const open = (part: Partial<OpenCall>) =>
  askedInCall({ ...call, ...part }, QUESTIONS).left.map(({ id }) => id);

test('what the card says is not asked: of the place of the matter, and of somebody who gives no name', () => {
  const { appeal } = call;
  const home = { district: '', settlement: 'Бахмут', street: 'Садова' };
  expect(open({})).toEqual(['street', 'name', 'since']);
  expect(open({ appeal: { ...appeal, address: home } })).toEqual(['name', 'since']);
  expect(open({ appeal: { ...appeal, address: home, placeSame: false } })).toEqual([
    'street',
    'name',
    'since',
  ]);
  expect(open({ appeal: { ...appeal, anonymous: true } })).toEqual(['street', 'since']);
});

test('a house written with the street is known', () => {
  const { appeal } = call;
  const house = question('house', 'building');
  const left = (street: string, building?: string) => {
    const address = {
      district: '',
      settlement: 'Бахмут',
      street,
      ...(building === undefined ? {} : { building }),
    };
    return askedInCall({ ...call, appeal: { ...appeal, address } }, [house]).left;
  };
  expect(left('Садова')).toEqual([house]);
  expect(left('Садова 7')).toEqual([]);
  expect(left('Садова 7', '')).toEqual([]);
  expect(left('Садова', '7')).toEqual([]);
});

test('the next question of the caller is asked anew: what was noted for the one before does not answer it', () => {
  const lines = [
    { atMs: 0, text: 'since: учора' },
    { atMs: 5, text: 'а ще світло' },
  ];
  expect(open({ lines })).toEqual(['street', 'name']);
  expect(open({ lines, appeal: { ...call.appeal, linesBefore: 1 } })).toEqual(['street', 'name', 'since']);
});

test('a script is published with its words parted and without blank questions, never half written', () => {
  const whole = {
    ...newQuestion(),
    label: "Під'їзд",
    ask: "У якому під'їзді?",
    words: "під'їзд, подъезд ,,",
  };
  const text = { title: 'Вода', topics: ['03.01'], questions: [whole, newQuestion()] };
  expect(scriptText(text)?.questions).toMatchObject([{ label: "Під'їзд", words: ["під'їзд", 'подъезд'] }]);
  expect(scriptText({ ...text, questions: [{ ...whole, ask: '' }] })).toBeNull();
  expect(scriptText({ ...text, questions: [newQuestion()] })).toBeNull();
  expect(isBlank(newQuestion())).toBe(true);
});
