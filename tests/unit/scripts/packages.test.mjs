// When the set-up may leave node_modules as it is.
import { expect, it } from 'vitest';
import { agrees, requireNode } from '../../../scripts/setup/packages.mjs';

const zod = { version: '4.0.0', integrity: 'sha512-a' };
const lock = {
  packages: {
    '': { name: 'holos' },
    'node_modules/zod': zod,
    'node_modules/other-system': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  },
};

it('is content with what npm installed itself', () => {
  expect(agrees(lock, { packages: { 'node_modules/zod': zod } })).toBe(true);
});

it.each([
  ['nothing installed', undefined],
  ['a package missing', { packages: {} }],
  ['another version', { packages: { 'node_modules/zod': { ...zod, version: '4.0.1' } } }],
  ['another content', { packages: { 'node_modules/zod': { ...zod, integrity: 'sha512-c' } } }],
])('installs again: %s', (_title, installed) => {
  expect(agrees(lock, installed)).toBe(false);
});

it('refuses a Node too old for the set-up', () => {
  expect(() => requireNode('18.20.0')).toThrow('Node 20 or newer');
  expect(() => requireNode('20.0.0')).not.toThrow();
});
