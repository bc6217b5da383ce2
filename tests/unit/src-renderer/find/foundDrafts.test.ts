import { expect, test } from 'vitest';
import { newCall } from '../../../../src-renderer/call/openCall.ts';
import { foundDrafts } from '../../../../src-renderer/find/foundDrafts.ts';

const mint = () => 'minted';

function aCall(id: string, startedAt: string, lines: readonly string[], phoneRaw = '', surname = '') {
  const call = newCall(id, startedAt, mint);
  const appeal = { ...call.appeal, surname };
  return { ...call, phoneRaw, appeal, lines: lines.map((text) => ({ atMs: 0, text })) };
}

const calls = [
  aCall(
    'a',
    '2026-11-30T08:00:00.000Z',
    ['На Парковій яма', 'просить засипати'],
    '050 123-45-67',
    'Петренко',
  ),
  aCall('b', '2026-11-30T09:00:00.000Z', ['Немає води', 'яма під будинком']),
];

test.for([
  ['яму парковій', ['a']],
  ['ями', ['b', 'a']],
  ['петр', ['a']],
  ['4567', ['a']],
  ['+38 (050) 1234567', ['a']],
  ['0501234567', ['a']],
  ['опалення', []],
  ['', []],
] as const)('%s', ([text, expected]) => {
  expect(foundDrafts(calls, text).map(({ call }) => call)).toEqual(expected);
});

test('the line in which the words stand is shown', () => {
  expect(foundDrafts(calls, 'яма')[0]).toMatchObject({ call: 'b', line: 'яма під будинком' });
});
