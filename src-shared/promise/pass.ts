import { z } from 'zod';
import { OperatorId, PromiseId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';

/**
 * A promise gets another owner: taken over by whoever gives the command, passed to a colleague, or left to the shift. `from` is whom its author
 * saw as the owner, so that two people who take one promise offline do not both believe it theirs.
 */
export const promisePass = defineCommand({
  kind: 'promise.pass',
  v: 1,
  payload: z.strictObject({ promise: PromiseId, from: OperatorId.nullable(), to: OperatorId.nullable() }),
  mayRun: ['operator', 'lead', 'control'],
  refusals: ['promise_unknown', 'promise_closed', 'promise_owner_changed', 'assignee_unknown'],
  needsNumber: false,
  reads: ({ promise, to }) => [
    { type: 'promise', id: promise },
    ...(to === null ? [] : [{ type: 'operator', id: to } as const]),
  ],
  decide(view, { promise: id, from, to }) {
    const promise = view.get('promise', id);
    if (!promise) return refuse('promise_unknown');
    if (promise.state !== 'open') return refuse('promise_closed');
    if (promise.owner !== from) return refuse('promise_owner_changed', { owner: promise.owner });
    if (to !== null && view.get('operator', to)?.active !== true) return refuse('assignee_unknown');
    return {
      ok: true,
      writes: [write('promise', { ...promise, owner: to })],
      subject: { type: 'promise', id },
      data: { from, to },
    };
  },
});
