import { describe, expect, it } from 'vitest';
import { decideCommand, readsOf } from '../../../../src-shared/command/decide.ts';
import type { Practice } from '../../../../src-shared/practice/model.ts';
import { aCommand, aPractice, aPracticeResult, aWorkstation, IDS, STAFF, viewOf } from '../builders.ts';

function practiceOf(command: ReturnType<typeof aCommand>, ...records: Parameters<typeof viewOf>[0]) {
  const decided = decideCommand(viewOf([...STAFF, ...records], readsOf(command)), command);
  if (!decided.ok) throw new Error(decided.code);
  return decided.writes.find((write) => write.type === 'practice')?.doc as Practice;
}

describe('a practised outage', () => {
  it('lasts the minutes asked for, from the corrected time of the command, each workstation named once', () => {
    const twice = { workstations: [IDS.workstation, IDS.workstation], minutes: 15 };
    const practice = practiceOf(aCommand('practice.begin', twice, { actor: IDS.lead }), {
      workstation: aWorkstation(),
    });
    expect(practice).toMatchObject({
      id: IDS.command,
      workstations: [IDS.workstation],
      beganAt: '2026-11-25T10:00:00.000Z',
      endsAt: '2026-11-25T10:15:00.000Z',
    });
  });

  it('is told of in the name of whoever gives the command, whatever the result says', () => {
    const result = { ...aPracticeResult(), by: IDS.bondar };
    const told = practiceOf(aCommand('practice.tell', { practice: aPractice().id, result }), {
      practice: aPractice(),
    });
    expect(told.results).toEqual([{ ...aPracticeResult(), by: IDS.koval }]);
  });

  it('keeps its results when it is called off', () => {
    const practice = aPractice({ results: [aPracticeResult()] });
    const command = aCommand('practice.callOff', { practice: practice.id }, { actor: IDS.lead });
    expect(practiceOf(command, { practice })).toEqual({
      ...practice,
      calledOffAt: '2026-11-25T10:00:00.000Z',
    });
  });
});
