import { createHash } from 'node:crypto';
import { canonicalJson, hashedPart } from '../../src-shared/command/canonical.ts';
import type { Command } from '../../src-shared/command/envelope.ts';

/** SHA-256 over everything but the hash itself, as the workstation calculated it. */
export function commandHash(command: Command): string {
  return sha256(hashedPart(command));
}

/**
 * SHA-256 over what stays equal when a workstation takes a new client id and sends its unsent commands again (sync specification 1.9):
 * the same id with another content is then seen as such.
 */
export function contentHash(command: Command): string {
  const { id, region, kind, v, actor, payload, base, minted, at } = command;
  return sha256(canonicalJson({ id, region, kind, v, actor, payload, base, minted, at }));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
