import { z } from 'zod';
import { PromiseId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { PROMISE_TEXT } from './model.ts';

/** The promise will not be kept, and why: solved without a call, the caller rang first, a wrong number. */
export const promiseCancel = defineCommand({
  kind: 'promise.cancel',
  v: 1,
  payload: z.strictObject({ promise: PromiseId, reason: z.string().max(PROMISE_TEXT) }),
  mayRun: ['operator', 'lead', 'control'],
  refusals: ['promise_unknown', 'promise_closed', 'promise_reason_required'],
  needsNumber: false,
  reads: ({ promise }) => [{ type: 'promise', id: promise }],
  decide(view, { promise: id, reason }, { command, at }) {
    const promise = view.get('promise', id);
    if (!promise) return refuse('promise_unknown');
    if (promise.state !== 'open') return refuse('promise_closed');
    if (reason.trim() === '') return refuse('promise_reason_required');
    const by = command.actor;
    const cancelled = { ...promise, state: 'cancelled', closedAt: at, closedBy: by, reason } as const;
    return {
      ok: true,
      writes: [write('promise', cancelled)],
      subject: { type: 'promise', id },
      data: { tries: promise.tries.length },
    };
  },
});
