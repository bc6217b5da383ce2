import { z } from 'zod';
import { ForwardChannel } from '../appeal/channel.ts';
import { AppealId, ExecutionId } from '../brand.ts';
import { hasAuthority } from '../catalog/authority.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { mayDo, statusAfter } from './life.ts';
import { Contact, type Execution } from './model.ts';
import { owesAnswer, partWrites } from './parts.ts';

/** What can be said of a body after the handing over, which is a contact by itself. */
const LaterContact = z.enum(['received', 'opened', 'reminder', 'escalation']);

/**
 * A contact with a body about an appeal: it confirmed that it has it, it was reminded, or the matter was taken a step up. Only `received`
 * proves that the appeal arrived; an appeal that has is in work.
 */
export const executionContact = defineCommand({
  kind: 'execution.contact',
  v: 1,
  payload: z.strictObject({
    appeal: AppealId,
    execution: ExecutionId,
    kind: LaterContact,
    channel: ForwardChannel,
    to: Contact.shape.to,
    note: Contact.shape.note,
  }),
  mayRun: [...mayDo('execution.contact')],
  refusals: ['appeal_unknown', 'execution_unknown', 'execution_over', 'appeal_over', 'authority_unknown'],
  needsNumber: false,
  reads: ({ appeal, execution }) => [
    { type: 'appeal', id: appeal },
    { type: 'execution', id: execution },
  ],
  decide(view, payload, { command, at }) {
    const appeal = view.get('appeal', payload.appeal);
    if (!appeal) return refuse('appeal_unknown');
    const execution = view.get('execution', payload.execution);
    if (execution?.appeal !== appeal.id) return refuse('execution_unknown');
    const { kind, channel, to, note } = payload;
    const { number } = appeal;
    const { authority } = execution;
    if (to !== null && !hasAuthority(to)) return refuse('authority_unknown', { authority: to });
    const isReceipt = kind === 'received';
    const status = statusAfter(isReceipt ? 'execution.contact:received' : 'execution.contact', appeal.status);
    if (status === null) return refuse('appeal_over', { number, status: appeal.status });
    // A late proof of receipt still counts; nobody is reminded of what is over.
    if (!isReceipt && kind !== 'opened' && !owesAnswer(execution))
      return refuse('execution_over', { number, authority });
    const contact: Contact = { kind, at, by: command.actor, channel, to, note };
    const reached: Execution = {
      ...execution,
      contacts: [...execution.contacts, contact],
      state: isReceipt && execution.state === 'sent' ? 'received' : execution.state,
    };
    return {
      ok: true,
      writes: partWrites(reached, appeal, status),
      subject: { type: 'appeal', id: appeal.id },
      data: { number, authority, contact: kind, channel, to, note },
    };
  },
});
