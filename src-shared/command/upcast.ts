import type { Command } from './envelope.ts';
import { commandSpec } from './registry.ts';

type Step = (payload: Command['payload']) => Command['payload'];

/**
 * `kind@version` -> the step to the next version. The push door never closes: every version ever shipped has a chain
 * to the present one (sync specification 1.13).
 */
const steps: Readonly<Record<string, Step>> = {
  'appeal.register@1': (payload) => ({ paper: null, ...payload }),
};

/** `kind@version` -> the step back to the version before; null when the content needs the newer one. */
const stepsBack: Readonly<Record<string, (payload: Command['payload']) => Command['payload'] | null>> = {
  'appeal.register@2': ({ paper, ...payload }) => (paper === null ? payload : null),
};

/**
 * The oldest version that can carry a payload: what uses nothing new is understood by a server of the release before, too, instead of
 * waiting there for its upgrade.
 */
export function oldestVersion(
  kind: string,
  v: number,
  payload: Command['payload'],
): Pick<Command, 'v' | 'payload'> {
  const former = stepsBack[`${kind}@${v}`]?.(payload) ?? null;
  return former === null ? { v, payload } : oldestVersion(kind, v - 1, former);
}

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
