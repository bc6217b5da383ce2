import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lifeMarkdown } from '../../../../scripts/docs/lifeOfAnAppeal.ts';
import { LIFE } from '../../../../src-shared/control/life.ts';

it('the page on the life of an appeal is made of the present table, with every act in words', () => {
  const page = readFileSync(
    join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'life-of-an-appeal.md'),
    'utf8',
  );
  expect(page).toBe(lifeMarkdown());
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows).toHaveLength(LIFE.length);
  for (const line of rows) expect(line).not.toMatch(/undefined|\[object/);
});
