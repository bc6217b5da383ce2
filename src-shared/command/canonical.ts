import type { UnhashedCommand } from './envelope.ts';

/**
 * One spelling of a JSON value: keys sorted by code unit, no white space. Equal values give equal bytes on every side,
 * whatever order a database or a parser left the keys in.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = value as Readonly<Record<string, unknown>>;
  let text = '';
  // Without a comparison of its own `sort` goes by code units.
  for (const key of Object.keys(fields).sort()) {
    const item = fields[key];
    if (item === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(item)}`;
  }
  return `{${text}}`;
}

/**
 * What a command's hash is taken of: everything but the hash itself.
 * The hashing is the shell's: the core has no crypto.
 */
export function hashedPart(command: UnhashedCommand & { hash?: unknown }): string {
  const { hash: _hash, ...rest } = command;
  return canonicalJson(rest);
}
