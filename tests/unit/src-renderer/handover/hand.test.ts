import { describe, expect, it } from 'vitest';
import { newCall } from '../../../../src-renderer/call/openCall.ts';
import { restoreCall } from '../../../../src-renderer/call/restoreCall.ts';
import { handSubmission } from '../../../../src-renderer/handover/hand.ts';
import { draftHand } from '../../../../src-shared/handover/hand.ts';
import { uuid } from '../../src-shared/builders.ts';

const startedAt = '2026-11-25T10:00:00.000Z';

function minted() {
  let last = 900;
  return () => {
    last += 1;
    return uuid(last);
  };
}

describe('a card that is handed over', () => {
  it('is the same card at the other end: every part, and the ids that keep it from being recorded twice', () => {
    const mint = minted();
    const fresh = newCall(uuid(1), startedAt, mint);
    const call = {
      ...fresh,
      phoneRaw: ' 050 123 45 67 ',
      tab: 'appeal' as const,
      ended: { at: '2026-11-25T10:05:00.000Z', source: 'operator' as const },
      lines: [{ atMs: 900, text: 'тече дах; "лапки", крапка з комою' }],
      consultation: { ...fresh.consultation, answer: 'так' },
      appeal: { ...fresh.appeal, surname: "Лук'яненко", text: 'Суть.' },
    };
    const { commands, consumes } = handSubmission(call, null);
    const { fields, phoneRaw } = draftHand.payload.parse(commands[0]?.payload) as {
      fields: { field: string; text: string }[];
      phoneRaw: string;
    };
    expect(phoneRaw).toBe('050 123 45 67');
    expect(consumes).toEqual([{ call: call.id, field: null }]);
    const drafts = fields.map((part) => ({
      ...part,
      call: call.id,
      rev: 1,
      owner: uuid(12),
      savedAt: startedAt,
    }));
    const restored = restoreCall(
      { call: call.id, startedAt, savedAt: startedAt, fields: drafts } as never,
      minted(),
    );
    expect(restored).toEqual(call);
  });
});
