import { z } from 'zod';
import { ScriptId } from '../brand.ts';
import { defineCommand } from '../command/spec.ts';
import { takeOut } from '../knowledge/written.ts';

/** These questions are no longer asked; saving them again brings them back. */
export const scriptWithdraw = defineCommand({
  kind: 'script.withdraw',
  v: 1,
  payload: z.strictObject({ script: ScriptId, expected: z.int().positive() }),
  mayRun: ['lead'],
  refusals: ['script_unknown', 'script_changed'],
  needsNumber: false,
  reads: ({ script }) => [{ type: 'script', id: script }],
  decide: (view, { script: id, expected }, facts) =>
    takeOut('script', view.get('script', id), expected, facts),
});
