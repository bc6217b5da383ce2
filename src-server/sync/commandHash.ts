import { hash } from 'node:crypto';
import { canonicalJson } from '../../src-shared/command/canonical.ts';
import type { Command } from '../../src-shared/command/envelope.ts';

/** Every field but the hash itself, in the order of canonical JSON. */
const HASHED = [
  'actor',
  'at',
  'base',
  'client',
  'grant',
  'id',
  'kind',
  'minted',
  'payload',
  'region',
  'seq',
  'v',
  'workstation',
] as const;

/**
 * What stays equal when a workstation takes a new client id and sends its unsent commands again (sync specification 1.9): the same id
 * with another content is then seen as such.
 */
const CONTENT: ReadonlySet<string> = new Set([
  'actor',
  'at',
  'base',
  'id',
  'kind',
  'minted',
  'payload',
  'region',
  'v',
]);

interface Hashes {
  readonly whole: string;
  readonly content: string;
}

/** Both hashes are asked for at different places, and the canonical text is what they cost. */
const hashes = new WeakMap<Command, Hashes>();

/** SHA-256 over everything but the hash itself, as the workstation calculated it. */
export function commandHash(command: Command): string {
  return hashesOf(command).whole;
}

/** SHA-256 over what a command says, whoever sends it. */
export function contentHash(command: Command): string {
  return hashesOf(command).content;
}

function hashesOf(command: Command): Hashes {
  const known = hashes.get(command);
  if (known) return known;
  const fields = HASHED.map((name) => ({ name, text: `"${name}":${canonicalJson(command[name])}` }));
  const made = {
    whole: sha256(fields),
    content: sha256(fields.filter(({ name }) => CONTENT.has(name))),
  };
  hashes.set(command, made);
  return made;
}

function sha256(fields: readonly { readonly text: string }[]): string {
  return hash('sha256', `{${fields.map(({ text }) => text).join(',')}}`);
}
