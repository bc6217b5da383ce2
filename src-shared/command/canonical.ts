import type { UnhashedCommand } from './envelope.ts';

/**
 * One spelling of a JSON value: keys sorted by code unit, no white space. Equal values give equal bytes on every side,
 * whatever order a database or a parser left the keys in.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/**
 * What a command's hash is taken of: everything but the hash itself.
 * The hashing is the shell's: the core has no crypto.
 */
export function hashedPart(command: UnhashedCommand & { hash?: unknown }): string {
  const { hash: _hash, ...rest } = command;
  return canonicalJson(rest);
}
