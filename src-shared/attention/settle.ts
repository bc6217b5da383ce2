import { z } from 'zod';
import { CommandId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { type RecordRef, write } from '../record/model.ts';
import { type AttentionRecord, AttentionWay } from './model.ts';

/** Ways a person can choose; `decided` is the server's own. */
const ChosenWay = AttentionWay.exclude(['decided']);

/**
 * A person found a way on for a command that the centre could not simply accept, or gave it to the leads. The line in the history
 * keeps it for ever; what the command carried stays in the attention record.
 */
export const attentionSettle = defineCommand({
  kind: 'attention.settle',
  v: 1,
  payload: z.union([
    z.strictObject({ command: CommandId, way: ChosenWay }),
    z.strictObject({ command: CommandId, hand: z.literal(true) }),
  ]),
  mayRun: ['operator', 'lead', 'control'],
  refusals: ['attention_unknown', 'attention_settled'],
  needsNumber: false,
  reads: (payload) => [{ type: 'attention', id: payload.command }],
  decide(view, payload, { command, at }) {
    const attention = view.get('attention', payload.command);
    if (!attention) return refuse('attention_unknown');
    const role = view.get('operator', command.actor)?.role ?? '';
    if (role !== 'lead' && attention.actor !== command.actor)
      return refuse('not_permitted', { role, kind: command.kind });
    if (attention.state === 'settled')
      return refuse('attention_settled', { by: attention.by, at: attention.changedAt, way: attention.way });
    const way = 'way' in payload ? payload.way : null;
    const changed: AttentionRecord = {
      ...attention,
      state: way === null ? 'handed' : 'settled',
      way,
      by: command.actor,
      changedAt: at,
    };
    return {
      ok: true,
      writes: [write('attention', changed)],
      subject: subjectOf(attention),
      data: {
        command: attention.id,
        kind: attention.kind,
        author: attention.actor,
        number: attention.number,
        way: way ?? 'handed',
      },
    };
  },
});

/** The appeal it was about, so that the appeal's history tells it; itself where there is none. */
function subjectOf(attention: AttentionRecord): RecordRef {
  const { appeal } = attention.payload;
  return typeof appeal === 'string'
    ? { type: 'appeal', id: appeal }
    : { type: 'attention', id: attention.id };
}
