import { z } from 'zod';
import { ScriptId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';

/** These questions are no longer asked; saving them again brings them back. */
export const scriptWithdraw = defineCommand({
  kind: 'script.withdraw',
  v: 1,
  payload: z.strictObject({ script: ScriptId, expected: z.int().positive() }),
  mayRun: ['lead'],
  refusals: ['script_unknown', 'script_changed'],
  needsNumber: false,
  reads: ({ script }) => [{ type: 'script', id: script }],
  decide(view, { script: id, expected }, { command, at }) {
    const before = view.get('script', id);
    if (before === undefined) return refuse('script_unknown');
    const { title, version } = before;
    if (version !== expected) return refuse('script_changed', { title });
    const withdrawn = {
      ...before,
      state: 'withdrawn',
      version: version + 1,
      savedBy: command.actor,
      savedAt: at,
    } as const;
    return {
      ok: true,
      writes: [write('script', withdrawn)],
      subject: { type: 'script', id },
      data: { title },
    };
  },
});
