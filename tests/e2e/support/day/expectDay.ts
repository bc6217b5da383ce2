import { expect } from '../../fixtures.ts';
import { type CentreDay, tallyOf } from './centreDay.ts';

/** Everything that was done, once. */
export function expectDay({ calls, appeals, consultations, attachments, history, count }: CentreDay): void {
  expect(tallyOf(calls.map(({ outcome }) => outcome))).toEqual({
    appeal: 11,
    consultation: 8,
    dropped: 3,
    silent: 3,
    wrong_number: 2,
    abusive: 2,
    other: 1,
  });
  expect(calls.every(({ endedAt }) => endedAt !== null)).toBe(true);
  expect(appeals).toHaveLength(11);
  const joined = appeals.flatMap(({ coApplicants }) => coApplicants ?? []);
  expect(joined).toHaveLength(1);
  const numbers = [...appeals, ...joined].map(({ number }) => number);
  expect(new Set(numbers).size).toBe(12);
  const registered = history.filter(({ kind }) => kind === 'appeal.register');
  expect(registered.map(({ subject }) => subject.id).sort()).toEqual(appeals.map(({ id }) => id).sort());
  expect(appeals.filter(({ urgent }) => urgent)).toHaveLength(1);
  expect(appeals.filter(({ problem }) => problem !== undefined)).toHaveLength(2);
  expect(consultations).toHaveLength(8);
  expect(new Set(consultations.map(({ call }) => call)).size).toBe(8);
  expect(consultations.filter(({ about }) => about !== undefined)).toHaveLength(2);
  expect(attachments.map(({ state }) => state)).toEqual(['present']);
  const done = tallyOf(history.map(({ kind }) => kind));
  expect(done).toMatchObject({ 'applicant.merge': 1, 'draft.hand': 1, 'draft.accept': 1, 'promise.pass': 1 });
  expect([count('promise'), count('handover'), count('problem')]).toEqual([1, 1, 1]);
  expect([count('attention'), count('conflict')]).toEqual([0, 0]);
}
