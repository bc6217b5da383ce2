import { z } from 'zod';
import { CallId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { DangerKind, RescueService } from './model.ts';

/**
 * The caller was told whom to ring, having spoken of danger to life. Kept with the words that told of it; said twice, the first time stands.
 * The record is made at once, while the talk goes on: the moment of the command is the moment of the telling.
 */
export const callWarn = defineCommand({
  kind: 'call.warn',
  v: 1,
  payload: z.strictObject({
    call: CallId,
    kind: DangerKind,
    service: RescueService,
    words: z.array(z.string().max(80)).max(20),
  }),
  mayRun: ['operator', 'lead'],
  refusals: ['call_unknown'],
  needsNumber: false,
  reads: (payload) => [{ type: 'call', id: payload.call }],
  decide(view, { call: id, kind, service, words }, { command, at }) {
    const call = view.get('call', id);
    if (!call) return refuse('call_unknown');
    const told = call.dangers ?? [];
    const isNew = !told.some((danger) => danger.kind === kind);
    const danger = { kind, service, words, toldAt: at, by: command.actor };
    return {
      ok: true,
      writes: isNew ? [write('call', { ...call, dangers: [...told, danger] })] : [],
      subject: { type: 'call', id: call.id },
      data: { danger: kind, service, words: words.join(' ') },
    };
  },
});
