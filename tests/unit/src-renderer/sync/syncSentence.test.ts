import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { resources } from '../../../../src-renderer/resources.ts';
import { syncSentence } from '../../../../src-renderer/sync/syncSentence.ts';
import { formatOf } from '../../../../src-renderer/ui/format.ts';
import type { Translate } from '../../../../src-renderer/useTexts.ts';
import type { SyncStatus } from '../../../../src-shared/sync/status.ts';

const NOW = Date.parse('2026-11-25T14:00:00.000Z');
const texts = createInstance();
await texts.init({
  lng: 'uk',
  resources,
  ns: Object.keys(resources.uk),
  interpolation: { escapeValue: false },
});
const t = texts.t as unknown as Translate;
const ago = (ms: number) => new Date(NOW - ms).toISOString();
const MINUTE = 60_000;

function sentence(over: Partial<SyncStatus>) {
  const status: SyncStatus = {
    state: 'offline',
    trouble: 'unreachable',
    since: ago(5 * MINUTE),
    waiting: 0,
    oldestWaitingAt: null,
    limits: { calmMinutes: 60, warnMinutes: 480 },
    lastSuccessAt: ago(10 * MINUTE),
    nextAttemptAt: null,
    download: null,
    practiceUntil: null,
    filesWaiting: 0,
    fileBytesWaiting: 0,
    parcelWaiting: 0,
    attention: 0,
    numbersFree: 200,
    ...over,
  };
  return syncSentence(t, formatOf('uk'), status, NOW);
}

describe('the state of the exchange in words', () => {
  it('says since when the centre was not heard from, also over a restart in between', () => {
    expect(sentence({})).toEqual({ text: "Немає зв'язку з 15:50, усе збережено тут", tone: 'calm' });
    expect(sentence({ lastSuccessAt: null }).text).toContain('15:55');
  });

  it.each([
    [30 * 1000, "Немає зв'язку з 15:50, 3 записи чекають", 'calm'],
    [12 * MINUTE, "Немає зв'язку з 15:50, 3 записи чекають, найстаріший 12 хв", 'calm'],
    [125 * MINUTE, "Немає зв'язку з 15:50, 3 записи чекають, найстаріший 2 год 5 хв", 'warn'],
    [
      52 * 60 * MINUTE,
      "Немає зв'язку з 15:50, 3 записи чекають, найстаріший 2 дн. 4 год: скажіть старшому зміни",
      'alarm',
    ],
  ] as const)(
    'says how long the oldest has waited, and how that is to be taken: %d ms',
    (age, text, tone) => {
      expect(sentence({ waiting: 3, oldestWaitingAt: ago(age) })).toEqual({ text, tone });
    },
  );

  it('reminds while connected too, when something does not go out', () => {
    const { text, tone } = sentence({
      state: 'connected',
      waiting: 1,
      oldestWaitingAt: ago(90 * MINUTE),
    });
    expect(text).toBe("Зв'язок є · 1 запис чекає, найстаріший 1 год 30 хв");
    expect(tone).toBe('warn');
  });

  it('names the end of a practised outage', () => {
    const practice = { state: 'practice', practiceUntil: '2026-11-25T14:20:00.000Z' } as const;
    expect(sentence(practice).text).toBe("Навчання без зв'язку до 16:20, усе збережено тут");
    expect(sentence({ ...practice, waiting: 2, oldestWaitingAt: ago(1000) }).text).toBe(
      "Навчання без зв'язку до 16:20, 2 записи чекають",
    );
  });
});
