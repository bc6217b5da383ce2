import { z } from 'zod';
import { PromiseId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';

/** Nobody answered. The try counts, with the minute at which it was made; the promise stays open. */
export const promiseTried = defineCommand({
  kind: 'promise.tried',
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
    const tries = [...promise.tries, { at, by: command.actor }];
    return {
      ok: true,
      writes: [write('promise', { ...promise, tries })],
      subject: { type: 'promise', id },
      data: { tries: tries.length },
    };
  },
});
