import { z } from 'zod';
import { PromiseId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { PromiseTerms } from './model.ts';

/** Somebody was told that they will be called back. */
export const promiseMake = defineCommand({
  kind: 'promise.make',
  v: 1,
  payload: z.strictObject({ promise: PromiseId, terms: PromiseTerms }),
  mayRun: ['operator', 'lead', 'control'],
  refusals: ['promise_exists', 'promise_phone_required'],
  needsNumber: false,
  reads: ({ promise }) => [{ type: 'promise', id: promise }],
  decide(view, { promise: id, terms }, { command, at }) {
    if (view.get('promise', id)) return refuse('promise_exists');
    if (terms.phoneRaw.trim() === '') return refuse('promise_phone_required');
    const promise = write('promise', {
      ...terms,
      id,
      region: command.region,
      owner: command.actor,
      madeBy: command.actor,
      madeAt: at,
      state: 'open',
      tries: [],
      closedAt: null,
      closedBy: null,
      reason: '',
    });
    return {
      ok: true,
      writes: [promise],
      subject: { type: 'promise', id },
      data: { dueAt: terms.dueAt },
    };
  },
});
