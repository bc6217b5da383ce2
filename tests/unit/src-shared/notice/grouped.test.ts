import { expect, test } from 'vitest';
import { FEW_NOTICES, groupNotices } from '../../../../src-shared/notice/grouped.ts';
import type { Notice } from '../../../../src-shared/notice/model.ts';

function notices(kind: Notice['kind'], count: number): Notice[] {
  return Array.from({ length: count }, (_, index) => ({
    ...({ id: `${kind}-${index}`, appeal: `appeal-${index}`, at: '2026-11-30T10:00:00.000Z' } as Notice),
    ...{ kind, number: `ДН-2026-${index}`, byName: 'Шевчук Ірина' },
  }));
}

test('few are told each for itself', () => {
  const few = notices('assigned', FEW_NOTICES);
  expect(groupNotices(few)).toEqual({ single: few, many: [] });
});

test('forty given at once are one message; a correction beside them is still told for itself', () => {
  const given = notices('assigned', 40);
  const amended = notices('amended', 1);
  expect(groupNotices([...given, ...amended])).toEqual({
    single: amended,
    many: [{ kind: 'assigned', notices: given }],
  });
});
