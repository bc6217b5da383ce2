import { z } from 'zod';
import { PromiseId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';

/** The caller was called back and reached. */
export const promiseKeep = defineCommand({
  kind: 'promise.keep',
  v: 1,
  payload: z.strictObject({ promise: PromiseId }),
  mayRun: ['operator', 'lead', 'control'],
  refusals: ['promise_unknown', 'promise_closed'],
  needsNumber: false,
  reads: ({ promise }) => [{ type: 'promise', id: promise }],
  decide(view, { promise: id }, { command, at }) {
    const promise = view.get('promise', id);
    if (!promise) return refuse('promise_unknown');
    if (promise.state !== 'open') return refuse('promise_closed');
    const kept = { ...promise, state: 'kept', closedAt: at, closedBy: command.actor } as const;
    return {
      ok: true,
      writes: [write('promise', kept)],
      subject: { type: 'promise', id },
      data: { tries: promise.tries.length },
    };
  },
});
