import { expect, test } from 'vitest';
import { awaitedAmong } from '../../../../../src-server/sync/recovery/awaited.ts';

const seen = (id: string, seen_at: string, revoked = 0) => ({ id, seen_at, revoked });

test('awaited is who was seen within the working day before the last of all, over a weekend from Friday on', () => {
  // 2026-11-23 is a Monday.
  const monday = seen('monday', '2026-11-23T10:00:00.000Z');
  const friday = seen('friday', '2026-11-20T10:00:00.000Z');
  const thursday = seen('thursday', '2026-11-19T15:00:00.000Z');
  expect(awaitedAmong([thursday, friday, monday])).toEqual(['friday', 'monday']);
  expect(awaitedAmong([thursday, friday])).toEqual(['thursday', 'friday']);
  const tuesday = seen('tuesday', '2026-11-24T10:00:00.001Z');
  expect(awaitedAmong([friday, monday, tuesday])).toEqual(['tuesday']);
});

test('a workstation that was shut out is not waited for, nor does it say when the last of all was seen', () => {
  const shutOut = seen('out', '2026-11-24T10:00:00.000Z', 1);
  const last = seen('last', '2026-11-10T10:00:00.000Z');
  expect(awaitedAmong([shutOut, last])).toEqual(['last']);
  expect(awaitedAmong([shutOut])).toEqual([]);
});
