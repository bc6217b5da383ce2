import { describe, expect, it } from 'vitest';
import { newCall, type OpenCall } from '../../../../src-renderer/call/openCall.ts';
import { restoreCall } from '../../../../src-renderer/call/restoreCall.ts';
import { openDangers } from '../../../../src-renderer/danger/openDangers.ts';
import { CallId } from '../../../../src-shared/brand.ts';
import { IDS, uuid } from '../../src-shared/builders.ts';

let minted = 0;
const mint = () => {
  minted += 1;
  return uuid(500 + minted);
};
const noted = (...texts: string[]): OpenCall => ({
  ...newCall(IDS.call, '2026-11-25T10:00:00.000Z', mint),
  lines: texts.map((text, index) => ({ atMs: index * 1000, text })),
});
const kinds = (call: OpenCall) => openDangers(call).map(({ kind }) => kind);

describe('openDangers', () => {
  it('shows the line in which the words stand, with just those words marked', () => {
    const [danger] = openDangers(noted('вул. Тиха, 5', 'каже, пахне газом дуже', 'сама вдома'));
    expect(danger?.line).toEqual([
      { text: 'каже, ', told: false },
      { text: 'пахне', told: true },
      { text: ' ', told: false },
      { text: 'газом', told: true },
      { text: ' дуже', told: false },
    ]);
    expect(danger?.words).toEqual(['пахне', 'газом']);
  });

  it('asks about a danger once, wherever it is said again', () => {
    const call = noted('пахне газом');
    const told = { ...call, dangers: [{ kind: 'gas' as const, toldAt: '2026-11-25T10:01:00.000Z' }] };
    expect(kinds(told)).toEqual([]);
    expect(kinds({ ...told, appeal: { ...told.appeal, text: 'Пахне газом. Пожежа!' } })).toEqual(['fire']);
  });

  it('hears the text of the card as well as the pad', () => {
    const call = noted('');
    expect(kinds({ ...call, appeal: { ...call.appeal, text: 'горить дах' } })).toEqual(['fire']);
  });

  it('says nothing for a paper blank: that call is over', () => {
    const paper = { number: 'ДН-2026-000001-1', takenAt: '2026-11-25T09:00:00.000Z' };
    expect(kinds({ ...noted('пахне газом'), paper })).toEqual([]);
  });

  it('takes no answer back in a call kept by the version before', () => {
    const text = JSON.stringify({ startedAt: 'x', startAction: 'a', endAction: 'b', tab: 'appeal' });
    const unfinished = {
      call: CallId.parse(IDS.call),
      startedAt: '2026-11-25T10:00:00.000Z',
      savedAt: '2026-11-25T10:00:00.000Z',
      fields: [{ field: 'call', text } as never],
    };
    const restored = restoreCall(unfinished, mint);
    expect(restored.damaged).toBe(false);
    expect(restored.dangers).toEqual([]);
  });
});
