import { createHash } from 'node:crypto';
import { hashedPart } from '../../../src-shared/command/canonical.ts';
import type { Command, UnhashedCommand } from '../../../src-shared/command/envelope.ts';

/** Gives a command its hash: SHA-256 of the canonical JSON of everything else, in lower-case hexadecimal. */
export function withHash(command: UnhashedCommand): Command {
  return { ...command, hash: createHash('sha256').update(hashedPart(command)).digest('hex') };
}
