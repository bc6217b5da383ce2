import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openHighWater } from '../../../../src-server/sync/highWater.ts';

describe('the file of the highest numbers ever leased', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'holos-highwater-'));
    file = join(folder, 'server.highwater.json');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('only ever rises, by office and year, and is found again', () => {
    const highWater = openHighWater(file);
    expect(highWater.read('ДН', 2026)).toBe(0);
    highWater.raise('ДН', 2026, 300);
    highWater.raise('ДН', 2026, 200);
    highWater.raise('ДН', 2027, 100);
    expect(openHighWater(file).read('ДН', 2026)).toBe(300);
    expect(openHighWater(file).years('ДН')).toEqual([2026, 2027]);
    highWater.raiseSeries('dn', 7);
    highWater.raiseSeries('dn', 6);
    expect(openHighWater(file).readSeries('dn')).toBe(7);
  });

  test('how far the server was stands beside the numbers, and neither writes over the other', () => {
    const highWater = openHighWater(file);
    expect(highWater.reached()).toBeNull();
    const reached = { epoch: randomUUID(), heads: { dn: [12, 'ab'] as [number, string] } };
    highWater.raise('ДН', 2026, 300);
    highWater.keepReached(reached);
    highWater.raise('ДН', 2026, 400);
    expect(openHighWater(file).reached()).toEqual(reached);
    expect(openHighWater(file).read('ДН', 2026)).toBe(400);
  });

  test('a process that died while it wrote holds nobody up for long', () => {
    const turn = `${file}.turn`;
    writeFileSync(turn, '');
    utimesSync(turn, new Date(0), new Date(0));
    const highWater = openHighWater(file);
    highWater.raise('ДН', 2026, 300);
    expect([highWater.read('ДН', 2026), existsSync(turn)]).toEqual([300, false]);
  });

  test('the file of release 0.1.0, numbers alone, is read and written on', () => {
    writeFileSync(file, '{"ДН-2026": 300}');
    const highWater = openHighWater(file);
    expect([highWater.read('ДН', 2026), highWater.reached()]).toEqual([300, null]);
    highWater.raise('ДН', 2026, 500);
    expect(openHighWater(file).read('ДН', 2026)).toBe(500);
  });

  test('a damaged one is not taken for an empty one', () => {
    writeFileSync(file, '{"ДН-2026": 3');
    expect(() => openHighWater(file)).toThrow('HOLOS_HIGHWATER');
    expect(readFileSync(file, 'utf8')).toBe('{"ДН-2026": 3');
  });
});
