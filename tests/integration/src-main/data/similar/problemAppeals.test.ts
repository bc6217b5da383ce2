import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { getProblem } from '../../../../../src-main/data/similar/similar.ts';
import type { Appeal } from '../../../../../src-shared/appeal/model.ts';
import type { Execution } from '../../../../../src-shared/control/model.ts';
import { aTestDesk, type TestDesk } from '../../../../support/desk.ts';
import { putRecord } from '../../../../support/putRecord.ts';
import { removeFolders } from '../../../../support/workstation.ts';
import { anAppeal, aProblem, uuid } from '../../../../unit/src-shared/builders.ts';
import { aForwarded, anExecution } from '../../../../unit/src-shared/command/controlCases.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await aTestDesk();
});
afterEach(() => at.close());
afterAll(removeFolders);

const problem = aProblem({ state: 'ended', answer: 'Воду подано.' });

/** An appeal of the problem; with bodies when parts are given. */
function joined(n: number, over: Partial<Appeal> = {}, parts: readonly Execution[] = []): Appeal {
  const base = parts.length === 0 ? anAppeal() : aForwarded(parts);
  const made = { ...base, id: uuid(n) as never, number: `ДН-${n}`, problem: problem.id, ...over };
  putRecord(at, 'appeal', made);
  for (const part of parts) {
    const own: Execution = { ...part, appeal: made.id };
    putRecord(at, 'execution', own);
  }
  return made;
}

test('the one answer ends what no body owes an answer; the rest is named, and what has ended is counted', () => {
  putRecord(at, 'problem', problem);
  const free = joined(301);
  const answered = anExecution({ id: uuid(321) as never, state: 'answered' });
  const checked = joined(302, { status: 'answered' }, [answered]);
  const [main, joint] = [
    anExecution({ id: uuid(322) as never, state: 'answered' }),
    anExecution({ id: uuid(323) as never, authority: 'oda-energy', role: 'joint' }),
  ];
  joined(303, {}, [main, joint]);
  joined(304, { status: 'removed' });
  // Forwarded before bodies had parts: nobody says that they have answered.
  joined(305, { status: 'forwarded' });

  const appeals = getProblem(at.desk, problem.id)?.appeals;
  const ready = appeals?.ready.toSorted((a, b) => (a.appeal < b.appeal ? -1 : 1));
  expect(ready).toEqual([
    { appeal: free.id, executions: [] },
    { appeal: checked.id, executions: [answered.id] },
  ]);
  expect(appeals?.owed.toSorted()).toEqual(['ДН-303', 'ДН-305']);
  expect(appeals?.ended).toBe(1);
});
