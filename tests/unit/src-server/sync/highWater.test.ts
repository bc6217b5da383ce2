import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ 'ДН-2026': 300, 'ДН-2027': 100 });
  });

  test('a damaged one is not taken for an empty one', () => {
    writeFileSync(file, '{"ДН-2026": 3');
    expect(() => openHighWater(file)).toThrow('HOLOS_HIGHWATER');
    expect(readFileSync(file, 'utf8')).toBe('{"ДН-2026": 3');
  });
});
