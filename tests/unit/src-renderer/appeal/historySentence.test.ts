import { describe, expect, it } from 'vitest';
import { historySentence } from '../../../../src-renderer/appeal/historySentence.ts';
import { decideCommand, readsOf } from '../../../../src-shared/command/decide.ts';
import type { HistoryEntry } from '../../../../src-shared/history/model.ts';
import { IDS, viewOf } from '../../src-shared/builders.ts';
import { APPLIED } from '../../src-shared/command/cases.ts';
import { textsIn } from '../texts.ts';

const NAMES = {
  [IDS.koval]: 'Коваль Олена',
  [IDS.bondar]: 'Бондар Тарас',
  [IDS.lead]: 'Шевчук Ірина',
  [IDS.control]: 'Кравець Ніна',
};

function entryOf(kind: keyof typeof APPLIED): HistoryEntry {
  const { command, records } = APPLIED[kind];
  const decided = decideCommand(viewOf(records, readsOf(command)), command);
  if (!decided.ok) throw new Error(`refused: ${decided.code}`);
  const line = decided.writes.find(({ type }) => type === 'history');
  return line?.doc as HistoryEntry;
}

describe('historySentence', () => {
  describe.each(['uk', 'ru', 'en'] as const)('in %s', (language) => {
    it.each(Object.keys(APPLIED) as (keyof typeof APPLIED)[])('tells %s whole', async (kind) => {
      const sentence = historySentence(await textsIn(language), entryOf(kind), NAMES);
      expect(sentence).toMatch(/^\p{Lu}[^:]+: ?\S/u);
      expect(sentence).not.toMatch(/[{}]|undefined|null|\w+:\w+\.|[0-9a-f]{8}-/);
    });
  });

  it('tells apart what was written, what waits for a choice, and some of both', async () => {
    const texts = await textsIn('uk');
    const said = (fields: string, conflicts: string) =>
      historySentence(
        texts,
        { kind: 'appeal.amend', actor: IDS.koval as never, data: { fields, conflicts } },
        NAMES,
      );
    expect(said('topic,applicant.phone', '')).toBe('Коваль Олена: виправлено: Тема, Телефон');
    expect(said('', 'text')).toBe('Коваль Олена: чекає рішення: Суть звернення');
    expect(said('topic', 'place.street')).toBe(
      'Коваль Олена: виправлено: Тема; чекає рішення: Місце проблеми: вулиця',
    );
  });
});
