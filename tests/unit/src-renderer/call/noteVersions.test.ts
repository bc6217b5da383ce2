import { expect, test } from 'vitest';
import { earlierVersions } from '../../../../src-renderer/call/noteVersions.ts';

const version = (rev: number, ...texts: string[]) => ({
  rev,
  savedAt: '2026-11-30T10:00:00.000Z',
  text: JSON.stringify(texts.map((text, index) => ({ atMs: index * 1000, text }))),
});

test('only states that say something else than the pad now are shown, each text once, told by their first words', () => {
  const present = [{ atMs: 5000, text: 'немає води' }];
  const versions = [
    version(9, 'немає води'),
    version(7, '', 'тече дах', 'давно'),
    version(5, '', 'тече дах', 'давно'),
    version(3, ''),
    { ...version(2), text: 'не JSON' },
  ];
  const shown = earlierVersions(versions, present);
  expect(shown.map(({ rev, begins }) => [rev, begins])).toEqual([[7, 'тече дах']]);
  expect(shown[0]?.lines.map(({ atMs }) => atMs)).toEqual([0, 1000, 2000]);
});
