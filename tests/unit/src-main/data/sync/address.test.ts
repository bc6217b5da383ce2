import { describe, expect, test } from 'vitest';
import { normaliseAddress } from '../../../../../src-main/data/sync/address.ts';

describe('address of the centre as typed', () => {
  test.each([
    ['localhost:8787', 'http://localhost:8787'],
    ['127.0.0.1:8787/', 'http://127.0.0.1:8787'],
    [' 10.1.2.3:80 ', 'http://10.1.2.3'],
    ['192.168.0.5', 'http://192.168.0.5'],
    ['172.20.0.1:8787', 'http://172.20.0.1:8787'],
    ['[::1]:8787', 'http://[::1]:8787'],
    ['holos-server:8787', 'http://holos-server:8787'],
    ['holos.local', 'http://holos.local'],
    ['centre.example.org', 'https://centre.example.org'],
    ['https://centre.example.org/holos/', 'https://centre.example.org/holos'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['172.32.0.1', 'https://172.32.0.1'],
  ])('%s', (typed, address) => {
    expect(normaliseAddress(typed)).toBe(address);
  });

  test.each([
    '',
    ' ',
    'http://centre.example.org',
    'ftp://localhost',
    'http://user:pass@localhost',
    'a b',
    'https://',
  ])('%j is refused', (typed) => {
    expect(normaliseAddress(typed)).toBeNull();
  });
});
