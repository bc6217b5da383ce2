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

/**
 * SHA-256 over what a command says, whoever sends it. The time measured after the act is left out: two copies of one database measure
 * for themselves, and what they send is one command all the same.
 */
export function contentHash(command: Command): string {
  return hashesOf(command).content;
}

/** Whether a stored content hash is of this command; receipts of the first release have the measured time in it. */
export function isContentOf(stored: string, command: Command): boolean {
  return stored === contentHash(command) || stored === sha256(fieldsOf(command).filter(isContent));
}

function hashesOf(command: Command): Hashes {
  const known = hashes.get(command);
  if (known) return known;
  const fields = fieldsOf(command);
  const { wall, mono, bootId } = command.at;
  const given = { name: 'at', text: `"at":${canonicalJson({ wall, mono, bootId })}` };
  const made = {
    whole: sha256(fields),
    content: sha256(fields.filter(isContent).map((field) => (field.name === 'at' ? given : field))),
  };
  hashes.set(command, made);
  return made;
}

interface Field {
  readonly name: string;
  readonly text: string;
}

function fieldsOf(command: Command): Field[] {
  return HASHED.map((name) => ({ name, text: `"${name}":${canonicalJson(command[name])}` }));
}

function isContent({ name }: Field): boolean {
  return CONTENT.has(name);
}

function sha256(fields: readonly { readonly text: string }[]): string {
  return hash('sha256', `{${fields.map(({ text }) => text).join(',')}}`);
}
