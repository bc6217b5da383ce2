import type { AttentionWay } from '../../src-shared/attention/model.ts';
import type { AttentionItem } from '../../src-shared/attention/queries.ts';
import type { InputOf } from '../../src-shared/ipc/contract.ts';

type Commands = InputOf<'command.submit'>['commands'];

/** Ends the attention a command asks for, with the way a person found. */
export function settling(command: string, way: Exclude<AttentionWay, 'decided'>): Commands {
  return [{ kind: 'attention.settle', payload: { command, way } }];
}

/** Gives it to the leads. */
export function handing(command: string): Commands {
  return [{ kind: 'attention.settle', payload: { command, hand: true } }];
}

/** A corrected command and, in the same act, the end of the attention the first one asked for. */
export function sendingAgain(item: AttentionItem, payload: Record<string, unknown>): Commands {
  const number = item.keepsNumber && item.number !== null ? { number: item.number } : {};
  return [{ kind: item.kind, payload, ...number }, ...settling(item.command, 'sent_again')];
}
