import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topics } from '../../../../src-shared/catalog/topic.ts';
import { neighbourOf } from '../../../../src-shared/competence/neighbour.ts';
import { proposeTopics } from '../../../../src-shared/competence/proposeTopics.ts';
import { foldedWords, shareRoot } from '../../../../src-shared/competence/roots.ts';

describe('shareRoot', () => {
  it.each([
    ['вода', 'води'],
    ['дах', 'даху'],
    ['опалення', 'опаленням'],
    ['батарея', 'батареї'],
    ['лифт', 'лифта'],
  ])('%s and %s are one word', (a, b) => expect(shareRoot(a, b)).toBe(true));

  it.each([
    ['газ', 'газета'],
    ['яма', 'ялинка'],
    ['дах', 'дача'],
    ['він', 'вікно'],
  ])('%s and %s are two', (a, b) => expect(shareRoot(a, b)).toBe(false));

  it('does not depend on the order', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => shareRoot(a, b) === shareRoot(b, a)));
  });
});

describe('proposeTopics', () => {
  const nameOf = (code: string | undefined) => topics.find((topic) => topic.code === code)?.uk;

  it.each([
    ['У під’їзді третій день не працює ліфт', 'Ліфт не працює'],
    ['Лифт стоит второй день', 'Ліфт не працює'],
    ['Холодні батареї, опалення не дають', 'Немає опалення'],
  ])('of «%s» is %s, and says by which words', (text, name) => {
    const [first] = proposeTopics(text);
    expect(nameOf(first?.code)).toBe(name);
    expect(first?.because.length).toBeGreaterThan(0);
    for (const word of first?.because ?? []) expect(foldedWords(text)).toContain(word);
  });

  it('proposes nothing where no everyday word of a topic was said', () => {
    expect(proposeTopics('')).toEqual([]);
    expect(proposeTopics('Доброго дня, мене звати Олена')).toEqual([]);
  });

  it('proposes each topic for all of its own words', () => {
    for (const { code, words } of topics)
      expect(proposeTopics(words.uk.join(' '), topics.length).map((proposal) => proposal.code)).toContain(
        code,
      );
  });

  it('stands any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => proposeTopics(text).length <= 3),
    );
  });
});

describe('neighbourOf', () => {
  it.each([
    ['Хочу подати запит на публічну інформацію про тарифи', 'public_information', 'публічну інформацію'],
    ['Чиновник требует взятку', 'corruption', 'взятку'],
    ['Учора вкрали велосипед', 'crime', 'вкрали'],
    ['Хочу оскаржити рішення про відмову', 'administrative_procedure', 'оскаржити рішення'],
    ['Вимагав хабар і побив', 'corruption', 'хабар'],
  ])('sees in «%s» %s', (text, regime, because) => {
    expect(neighbourOf(text)).toEqual({ regime, because });
  });

  it('sees none in an ordinary appeal', () => {
    expect(neighbourOf('На Парковій яма на всю смугу, просить відремонтувати')).toBeNull();
  });
});
