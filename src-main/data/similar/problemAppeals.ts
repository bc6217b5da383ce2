import type { Appeal } from '../../../src-shared/appeal/model.ts';
import { statusAfter } from '../../../src-shared/control/life.ts';
import { owesAnswer } from '../../../src-shared/control/parts.ts';
import type { ProblemAppeals } from '../../../src-shared/problem/closing.ts';
import type { Desk } from '../desk.ts';

/** Which appeals of a problem its answer can end now, and which wait for a body. */
export function problemAppeals(desk: Desk, appeals: readonly Appeal[]): ProblemAppeals {
  const { record } = desk.stores.records;
  const ready: ProblemAppeals['ready'] = [];
  const owed: string[] = [];
  let ended = 0;
  for (const appeal of appeals) {
    if (appeal.status === 'closed' || appeal.status === 'removed') {
      ended += 1;
      continue;
    }
    const executions = appeal.forwardings.flatMap(({ execution }) =>
      execution === undefined ? [] : [execution],
    );
    const isOwed = executions.some((id) => {
      const part = record.get('execution', id);
      return part === undefined || owesAnswer(part);
    });
    if (isOwed || statusAfter('appeal.close', appeal.status) === null) owed.push(appeal.number);
    else ready.push({ appeal: appeal.id, executions });
  }
  return { ready, owed, ended };
}
