// The protocol's page must suffice for writing a second client: what it shows is what the code does.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hashedPart } from '../../../src-shared/command/canonical.ts';
import { Command } from '../../../src-shared/command/envelope.ts';
import { formatNumber, parseNumber } from '../../../src-shared/number/number.ts';
import { ServerError } from '../../../src-shared/sync/envelope.ts';

const page = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');

test('the example of a command is a command, and its hash is its own', () => {
  const [, example = ''] = /```json\n([\s\S]*?)\n```/.exec(page) ?? [];
  const command = Command.parse(JSON.parse(example));
  expect(createHash('sha256').update(hashedPart(command)).digest('hex')).toBe(command.hash);
});

test('the examples of numbers carry the right check digit', () => {
  const numbers = page.match(/ДН-\d{4}-[Т\d-]+\d/g) ?? [];
  expect(numbers.length).toBeGreaterThanOrEqual(2);
  for (const number of numbers) {
    const parts = parseNumber(number);
    expect(parts && formatNumber(parts)).toBe(number);
  }
});

test('every code of a refusal of the transport stands on the page', () => {
  for (const code of ServerError.shape.error.shape.code.options) {
    const isNamed = page.includes(`\`${code}\``) || /^(pairing_code_|not_found$|internal$)/.test(code);
    expect(isNamed, code).toBe(true);
  }
});

test('every resource the server serves stands on the page', () => {
  const folder = new URL('../../../src-server/http/', import.meta.url);
  for (const file of ['sync.ts', 'blob.ts', 'enrol.ts', 'session.ts']) {
    const routes =
      readFileSync(new URL(file, folder), 'utf8').match(/app\.(?:get|post|put)\(\s*'([^':]+)/g) ?? [];
    for (const route of routes) {
      const path = route.replace(/^.*'/s, '').replace(/\/$/, '');
      const name = path.split('/').at(-1) ?? '';
      expect(page.includes(path) || page.includes(name), path).toBe(true);
    }
  }
});
