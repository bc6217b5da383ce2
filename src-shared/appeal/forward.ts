import { z } from 'zod';
import { AppealId } from '../brand.ts';
import { hasAuthority } from '../catalog/authority.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { ForwardChannel } from './model.ts';

/** Hands an appeal over to an authority by competence (Law 393/96-ВР, article 7). It stays on the centre's control. */
export const appealForward = defineCommand({
  kind: 'appeal.forward',
  v: 1,
  payload: z.strictObject({
    appeal: AppealId,
    authority: z.string().min(1).max(60),
    channel: ForwardChannel,
    note: z.string().max(1000),
  }),
  mayRun: ['operator', 'lead', 'control'],
  refusals: ['appeal_unknown', 'authority_unknown', 'already_forwarded', 'authority_complained_of'],
  needsNumber: false,
  reads: (payload) => [{ type: 'appeal', id: payload.appeal }],
  decide(view, payload, { command, at }) {
    const appeal = view.get('appeal', payload.appeal);
    if (!appeal) return refuse('appeal_unknown');
    const { authority, channel, note } = payload;
    if (!hasAuthority(authority)) return refuse('authority_unknown', { authority });
    // Law 393/96-ВР, article 7: a complaint must not be sent to the body whose action or decision it is about.
    if (appeal.kind === 'complaint' && appeal.complainedOf === authority) {
      return refuse('authority_complained_of', { number: appeal.number, authority });
    }
    if (appeal.forwardings.some((done) => done.authority === authority)) {
      return refuse('already_forwarded', { number: appeal.number, authority });
    }
    const forwarding = { authority, channel, note, at, by: command.actor };
    return {
      ok: true,
      writes: [
        write('appeal', { ...appeal, status: 'forwarded', forwardings: [...appeal.forwardings, forwarding] }),
      ],
      subject: { type: 'appeal', id: appeal.id },
      data: { number: appeal.number, authority, channel },
    };
  },
});
