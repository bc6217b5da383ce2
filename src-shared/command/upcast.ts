import type { Command } from './envelope.ts';
import { commandSpec } from './registry.ts';

type Step = (payload: Command['payload']) => Command['payload'];

/**
 * `kind@version` -> the step to the next version. The push door never closes: every version ever shipped has a chain
 * to the present one (sync specification 1.13). No command has a second version yet.
 */
const steps: Readonly<Record<string, Step>> = {};

/** Thrown for a kind or version this build does not know; the server keeps such a command aside until it is upgraded. */
export class UnknownCommandError extends Error {
  constructor(kind: string, v: number) {
    super(`unknown command ${kind}@${v}`);
    this.name = 'UnknownCommandError';
  }
}

/** The payload of a stored command in the present version of its kind. */
export function upcastPayload(command: Pick<Command, 'kind' | 'v' | 'payload'>): Command['payload'] {
  const spec = commandSpec(command.kind);
  if (!spec || command.v > spec.v) throw new UnknownCommandError(command.kind, command.v);
  let payload = command.payload;
  for (let v = command.v; v < spec.v; v += 1) {
    const step = steps[`${command.kind}@${v}`];
    if (!step) throw new UnknownCommandError(command.kind, v);
    payload = step(payload);
  }
  return payload;
}
