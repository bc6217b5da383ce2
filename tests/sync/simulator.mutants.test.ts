import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { MUTANTS } from './mutants/mutants.ts';

const run = promisify(execFile);
const TRIAL = join(import.meta.dirname, 'mutants/trial.ts');
/** Generated histories a mutant may survive before it has survived; most die within the first few. */
const HISTORIES = 60;
const MOST_MS = 90_000;
/** Fixed, so that a mutant that is killed today is killed tomorrow. */
const SEED = 11;

async function trial(name: string, histories: number): Promise<string> {
  const { stdout } = await run(process.execPath, [TRIAL, name, String(histories), String(SEED)], {
    timeout: MOST_MS,
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout.trim().split('\n').at(-1) ?? '';
}

describe.concurrent('mutants of sync', () => {
  test('without a mutant every history of theirs holds', { timeout: MOST_MS }, async () => {
    expect(await trial('', 10)).toBe('survived');
  });

  test.each(MUTANTS)('$name: noticed', { timeout: MOST_MS }, async ({ name }) => {
    expect(await trial(name, HISTORIES)).toMatch(/^killed /);
  });
});
