import { defineCommand } from '../command/spec.ts';
import { END_REFUSALS, EndedPart, endPart } from './endPart.ts';
import { mayDo } from './life.ts';
import { partRefs } from './parts.ts';

/** A body says that the matter is not its own (Law 393/96-ВР, article 7); the appeal goes on to the right one. */
export const executionNotOurs = defineCommand({
  kind: 'execution.notOurs',
  v: 1,
  payload: EndedPart,
  mayRun: [...mayDo('execution.notOurs')],
  refusals: END_REFUSALS,
  needsNumber: false,
  reads: (payload) => partRefs({ ...payload, executions: [...payload.executions, payload.execution] }),
  decide: (view, payload) =>
    endPart(view, payload, 'execution.notOurs', (execution) => ({
      ...execution,
      state: 'not_ours',
      notOurs: payload.reason,
    })),
});
