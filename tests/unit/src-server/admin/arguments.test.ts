import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../../src-server/admin/arguments.ts';

describe('the command line of the administrator', () => {
  test('words are the act, options its input', () => {
    expect(parseArguments(['account', 'add', '--login', 'a', '--role', 'lead', '--json'])).toEqual({
      action: 'account.add',
      input: { login: 'a', role: 'lead' },
      isJson: true,
    });
    expect(parseArguments([])).toEqual({ action: '', input: {}, isJson: false });
  });

  test('the three languages of a region make one name', () => {
    expect(
      parseArguments(['region', 'add', '--id', 'dn', '--uk', 'а', '--ru', 'б', '--en', 'c']).input,
    ).toEqual({
      id: 'dn',
      name: { uk: 'а', ru: 'б', en: 'c' },
    });
  });

  test('a file means the same wherever the server runs', () => {
    const { action, input } = parseArguments([
      'outbox',
      'import',
      '--file',
      'a.holos-outbox',
      '--passphrase',
      '1234',
    ]);
    expect(action).toBe('outbox.import');
    expect(input).toEqual({ file: join(process.cwd(), 'a.holos-outbox'), passphrase: '1234' });
  });

  test('an option without a value is named', () => {
    expect(() => parseArguments(['pair', '--region'])).toThrow('--region');
  });
});
