import { z } from 'zod';
import { AppealId, ExecutionId } from '../brand.ts';
import { hasAuthority } from '../catalog/authority.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { mayDo, statusAfter } from '../control/life.ts';
import { type Execution, ExecutionRole } from '../control/model.ts';
import { write } from '../record/model.ts';
import { termOfAppeal } from '../term/appealTerm.ts';
import { CALENDAR } from '../term/calendar.ts';
import { momentTermOf } from '../term/moment.ts';
import { ForwardChannel } from './model.ts';

/**
 * Hands an appeal over to an authority by competence (Law 393/96-ВР, article 7). It stays on the centre's control. The body's part is a
 * record of its own with its own term: the first body is the main executor unless said otherwise (resolution 348); for an urgent appeal the
 * measures taken are to be reported within hours (house rule).
 */
export const appealForward = defineCommand({
  kind: 'appeal.forward',
  v: 2,
  payload: z.strictObject({
    appeal: AppealId,
    authority: z.string().min(1).max(60),
    /** Null: main when it is the first. */
    role: ExecutionRole.nullable(),
    channel: ForwardChannel,
    note: z.string().max(1000),
    /** An earlier part of this body that is over: it may be handed over to it again. */
    again: ExecutionId.nullable(),
  }),
  mayRun: [...mayDo('appeal.forward')],
  refusals: [
    'appeal_unknown',
    'authority_unknown',
    'already_forwarded',
    'authority_complained_of',
    'appeal_over',
  ],
  needsNumber: false,
  reads: ({ appeal, again }, command) => [
    { type: 'appeal', id: appeal },
    { type: 'calendar', id: command.region },
    ...(again === null ? [] : [{ type: 'execution', id: again } as const]),
  ],
  decide(view, payload, { command, at }) {
    const appeal = view.get('appeal', payload.appeal);
    if (!appeal) return refuse('appeal_unknown');
    const { authority, channel, note, again } = payload;
    const { number } = appeal;
    if (!hasAuthority(authority)) return refuse('authority_unknown', { authority });
    // Law 393/96-ВР, article 7: a complaint must not be sent to the body whose action or decision it is about.
    if (appeal.kind === 'complaint' && appeal.complainedOf === authority) {
      return refuse('authority_complained_of', { number, authority });
    }
    const before = again === null ? undefined : view.get('execution', again);
    const isOver = before !== undefined && (before.state === 'not_ours' || before.state === 'recalled');
    const open = appeal.forwardings.filter(
      (done) => done.authority === authority && done.execution !== before?.id,
    );
    // What was forwarded before bodies had parts of their own can be forwarded again, to be followed from then on.
    const hasPart = open.some(({ execution }) => execution !== undefined);
    if (hasPart || (before !== undefined && !isOver))
      return refuse('already_forwarded', { number, authority });
    const status = statusAfter('appeal.forward', appeal.status);
    if (status === null) return refuse('appeal_over', { number, status: appeal.status });
    const calendar = view.get('calendar', command.region) ?? CALENDAR;
    const id = ExecutionId.parse(command.id);
    const isFirst = !appeal.forwardings.some(({ execution }) => execution !== undefined);
    const execution: Execution = {
      id,
      region: command.region,
      appeal: appeal.id,
      authority,
      role: payload.role ?? (isFirst ? 'main' : 'joint'),
      state: 'sent',
      sentAt: at,
      sentBy: command.actor,
      due: termOfAppeal(appeal, calendar).due,
      reportBy: appeal.urgent ? momentTermOf('urgent_report', at, calendar).due : null,
      contacts: [{ kind: 'sent', at, by: command.actor, channel, to: null, note }],
      responses: [],
      reworks: [],
    };
    const forwarding = { authority, channel, note, at, by: command.actor, execution: id };
    return {
      ok: true,
      writes: [
        write('appeal', { ...appeal, status, forwardings: [...appeal.forwardings, forwarding] }),
        write('execution', execution),
      ],
      subject: { type: 'appeal', id: appeal.id },
      data: { number, authority, channel },
    };
  },
});
