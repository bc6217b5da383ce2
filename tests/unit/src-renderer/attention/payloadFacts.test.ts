import { describe, expect, it } from 'vitest';
import { payloadFacts } from '../../../../src-renderer/attention/payloadFacts.ts';
import { commandSpecs } from '../../../../src-shared/command/registry.ts';
import { aCard, aPerson, IDS, NUMBER } from '../../src-shared/builders.ts';
import { APPLIED } from '../../src-shared/command/cases.ts';
import { textsIn } from '../texts.ts';

const NAMES = { [IDS.koval]: 'Коваль Олена', [IDS.bondar]: 'Бондар Тарас' };
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-/;

const described = (kind: string, payload: Record<string, unknown>, base: unknown = null) => ({
  kind,
  payload,
  base: base as never,
  number: null,
  conflicts: [],
});

describe('payloadFacts', () => {
  // Practised outages are told on their own page; there is nothing an operator entered in them.
  const kinds = commandSpecs.map(({ kind }) => kind).filter((kind) => !kind.startsWith('practice.'));

  describe.each(['uk', 'ru', 'en'] as const)('in %s', (language) => {
    it.each(kinds)('says %s in words, without ids and without a text that is missing', async (kind) => {
      const texts = await textsIn(language);
      const { command } = APPLIED[kind as keyof typeof APPLIED];
      const facts = payloadFacts(
        texts,
        { ...described(kind, command.payload, command.base), number: NUMBER },
        NAMES,
      );
      for (const { label, value } of facts) {
        expect(`${label}: ${value}`).not.toMatch(UUID);
        expect(label).not.toMatch(/^\w+:|[{}]/);
        expect(value).not.toMatch(/^\w+:\w|[{}]|undefined|null|…/);
      }
    });
  });

  it('leaves nothing of a card out', async () => {
    const texts = await textsIn('uk');
    const card = aCard({
      applicant: aPerson({ phone: '+380671112233' }),
      place: { district: 'UA14120000000070232', settlement: 'Слов’янськ', street: 'вул. Свободи, 5' },
      text: 'Перший рядок.\nДругий рядок.',
      urgent: true,
    });
    const payload = { ...APPLIED['appeal.register'].command.payload, card };
    const said = payloadFacts(texts, { ...described('appeal.register', payload), number: NUMBER }, NAMES)
      .map(({ value }) => value)
      .join('\n');
    for (const words of [
      NUMBER,
      'Іваненко Ганна Петрівна',
      '067 111 22 33',
      'Краматорськ, вул. Садова, 1, Краматорський район',
      'Слов’янськ, вул. Свободи, 5',
      'Заява',
      'Немає води',
      'так',
      card.text,
    ]) {
      expect(said).toContain(words);
    }
  });

  it('says what stood there before a change, and what was made of it', async () => {
    const texts = await textsIn('uk');
    const changes = [
      { field: 'applicant.phone', value: null },
      { field: 'urgent', value: true },
    ];
    const payload = { appeal: IDS.appeal, applicant: IDS.applicant, changes };
    const base = [
      { field: 'applicant.phone', value: '+380501234567' },
      { field: 'urgent', value: false },
    ];
    expect(payloadFacts(texts, described('appeal.amend', payload, base), NAMES)).toEqual([
      { label: 'Телефон', value: '050 123 45 67 → порожньо' },
      { label: "Загроза життю чи здоров'ю", value: 'ні → так' },
    ]);
  });

  it('shows a kind it does not know as it was sent', async () => {
    const texts = await textsIn('uk');
    expect(payloadFacts(texts, described('appeal.sing', { song: 'Щедрик', verses: 4 }), NAMES)).toEqual([
      { label: 'song', value: 'Щедрик' },
      { label: 'verses', value: '4' },
    ]);
  });
});
