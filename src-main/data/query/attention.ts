import type { AttentionItem } from '../../../src-shared/attention/queries.ts';
import type { Desk } from '../desk.ts';
import { operatorNames } from './names.ts';

/** attention.list: everything of this workstation that the centre could not accept, or will probably not, oldest first. */
export function listAttention(desk: Desk): AttentionItem[] {
  const nameOf = operatorNames(desk);
  return desk.stores.intent.attention.open().map(({ command, reason, code, data, at }) => ({
    command: command.id,
    kind: command.kind,
    actorName: nameOf(command.actor),
    at,
    reason,
    code,
    data,
    payload: command.payload,
  }));
}
