import { defineCommand } from '../command/spec.ts';
import { END_REFUSALS, EndedPart, endPart } from './endPart.ts';
import { mayDo } from './life.ts';
import { partRefs } from './parts.ts';

/** The centre takes an appeal back from a body, such as one it was sent to by mistake. */
export const executionRecall = defineCommand({
  kind: 'execution.recall',
  v: 1,
  payload: EndedPart,
  mayRun: [...mayDo('execution.recall')],
  refusals: END_REFUSALS,
  needsNumber: false,
  reads: (payload) => partRefs({ ...payload, executions: [...payload.executions, payload.execution] }),
  decide: (view, payload) =>
    endPart(view, payload, 'execution.recall', (execution) => ({
      ...execution,
      state: 'recalled',
      recalled: payload.reason,
    })),
});
