import type { AppealStatus } from '../../src-shared/appeal/model.ts';
import type { CommandKind } from '../../src-shared/command/registry.ts';
import { statusAfter } from '../../src-shared/control/life.ts';
import type { Execution } from '../../src-shared/control/model.ts';
import { owesAnswer } from '../../src-shared/control/parts.ts';
import type { Role } from '../../src-shared/operator/model.ts';
import { mayRun } from '../session/useSession.ts';
import type { AppealAct, ExecutionAct } from './openAct.ts';

const APPEAL_KINDS: Readonly<Record<AppealAct, CommandKind>> = {
  verdict: 'appeal.verdict',
  close: 'appeal.close',
  remove: 'appeal.removeFromControl',
  extend: 'appeal.extendTerm',
  reopen: 'appeal.reopen',
};
const EXECUTION_KINDS: Readonly<Record<ExecutionAct, CommandKind>> = {
  contact: 'execution.contact',
  response: 'response.record',
  return: 'response.return',
  notOurs: 'execution.notOurs',
  recall: 'execution.recall',
};

/** What a role can do next with an appeal of a status: nothing else is shown. */
export function appealActs(role: Role, status: AppealStatus): AppealAct[] {
  return (Object.keys(APPEAL_KINDS) as AppealAct[]).filter((act) => {
    const kind = APPEAL_KINDS[act];
    if (!mayRun(role, kind)) return false;
    // Some ends need no answer of a body, whatever it waits for (Law 393/96-ВР, articles 5, 7, 8 and 17).
    return statusAfter(act === 'close' ? 'appeal.close:byArticle' : kind, status) !== null;
  });
}

/** What a role can do next with a body's part in it. */
export function executionActs(role: Role, status: AppealStatus, execution: Execution): ExecutionAct[] {
  const fits: Readonly<Record<ExecutionAct, boolean>> = {
    contact: owesAnswer(execution),
    response: owesAnswer(execution),
    return: execution.state === 'answered' || execution.state === 'accepted',
    notOurs: owesAnswer(execution),
    recall: owesAnswer(execution),
  };
  return (Object.keys(EXECUTION_KINDS) as ExecutionAct[]).filter(
    (act) =>
      fits[act] && mayRun(role, EXECUTION_KINDS[act]) && statusAfter(EXECUTION_KINDS[act], status) !== null,
  );
}
