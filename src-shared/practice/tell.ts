import { z } from 'zod';
import { CommandId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { PracticeResult } from './model.ts';

/**
 * A workstation is back from a practice and all that waited has been confirmed: what was done in the meantime. Given by the
 * workstation itself in the name of whoever is signed in.
 */
export const practiceTell = defineCommand({
  kind: 'practice.tell',
  v: 1,
  payload: z.strictObject({ practice: CommandId, result: PracticeResult }),
  mayRun: ['operator', 'lead'],
  refusals: ['practice_unknown', 'practice_not_named', 'practice_told'],
  needsNumber: false,
  reads: (payload) => [{ type: 'practice', id: payload.practice }],
  decide(view, payload, { command }) {
    const practice = view.get('practice', payload.practice);
    if (!practice) return refuse('practice_unknown');
    const { workstation, actor } = command;
    if (payload.result.workstation !== workstation || !practice.workstations.includes(workstation))
      return refuse('practice_not_named');
    if (practice.results.some((result) => result.workstation === workstation)) return refuse('practice_told');
    const results = [...practice.results, { ...payload.result, by: actor }];
    return {
      ok: true,
      writes: [write('practice', { ...practice, results })],
      subject: { type: 'practice', id: practice.id },
      data: { workstation, waiting: payload.result.waiting },
    };
  },
});
