// What `npm start` accepts and what it says about the rest.
import { expect, it } from 'vitest';
import { readOptions, readPort } from '../../../scripts/setup/options.mjs';

it('reads both options in any order', () => {
  expect(readOptions([])).toEqual({ demo: false, fresh: false });
  expect(readOptions(['--fresh', '--demo'])).toEqual({ demo: true, fresh: true });
});

it('refuses an unknown option by name', () => {
  expect(() => readOptions(['--dmeo'])).toThrow('Unknown option --dmeo');
});

it('takes the port from HOLOS_PORT', () => {
  expect(readPort({})).toBe(8787);
  expect(readPort({ HOLOS_PORT: '9000' })).toBe(9000);
});

it.each(['', 'http', '0', '65536', '80.5', '-1'])('refuses the port "%s"', (text) => {
  expect(() => readPort({ HOLOS_PORT: text })).toThrow('HOLOS_PORT');
});
