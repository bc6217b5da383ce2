import { describe, expect, it } from 'vitest';
import { AppealStatus } from '../../../../src-shared/appeal/status.ts';
import { commandSpec } from '../../../../src-shared/command/registry.ts';
import { isOnControl, LIFE, statusAfter } from '../../../../src-shared/control/life.ts';
import { agedOut, horizonOn } from '../../../../src-shared/replication/age.ts';
import { STAFF, uuid } from '../builders.ts';
import { aForwarded, anExecution, aResponse } from '../command/controlCases.ts';
import { aLife } from './aLife.ts';

const water = anExecution();
const road = anExecution({ id: uuid(63) as never, authority: 'oda-energy', role: 'joint' });
const both = [water.id, road.id];
const { at: _at, by: _by, ...said } = aResponse();
const answerOf = (execution: string, over: object = {}) => ({
  appeal: water.appeal,
  execution,
  executions: both,
  response: { ...said, id: uuid(execution === water.id ? 64 : 65), ...over },
});
const appeal = { appeal: water.appeal };
const twoBodies = () =>
  aLife([...STAFF, { appeal: aForwarded([water, road]) }, { execution: water }, { execution: road }]);

describe('life of an appeal', () => {
  it('is one table: every act of it is a command that asks it who may, and every status can be left and reached', () => {
    for (const { act, who } of LIFE) {
      const spec = commandSpec(act.split(':')[0] ?? '');
      expect(spec?.mayRun, act).toEqual(who);
    }
    const reached = new Set(LIFE.flatMap(({ moves }) => Object.values(moves)));
    expect([...reached].sort()).toEqual([...AppealStatus.options].sort());
    for (const status of AppealStatus.options)
      expect(
        LIFE.some(({ moves }) => moves[status] !== undefined && moves[status] !== status),
        status,
      ).toBe(true);
    expect(() => statusAfter('appeal.sing', 'registered')).toThrow('no transition');
  });

  it('is answered with the last final answer of all bodies, not with an interim one', () => {
    const life = twoBodies();
    life.does('execution.contact', {
      ...appeal,
      execution: water.id,
      kind: 'received',
      channel: 'phone',
      to: null,
      note: '',
    });
    expect(life.status()).toBe('in_work');
    life.does('response.record', answerOf(water.id));
    life.does('response.record', answerOf(road.id, { isInterim: true, result: null }));
    expect(life.status()).toBe('in_work');
    life.does('response.record', answerOf(road.id, { id: uuid(66) }));
    expect(life.status()).toBe('answered');
  });

  it('is not answered while a body that whoever entered the answer did not know of owes its own', () => {
    const life = twoBodies();
    life.does('response.record', { ...answerOf(water.id), executions: [water.id] });
    expect(life.status()).toBe('forwarded');
  });

  it('goes back to where it was registered when the only body is not competent, and can go to it again', () => {
    const life = aLife([...STAFF, { appeal: aForwarded([water]) }, { execution: water }]);
    const reason = 'мережа не наша';
    life.does('execution.notOurs', { ...appeal, execution: water.id, executions: [water.id], reason });
    expect(life.status()).toBe('registered');
    const again = {
      ...appeal,
      authority: water.authority,
      role: null,
      channel: 'email',
      note: '',
      again: water.id,
    };
    life.does('appeal.forward', again);
    expect(life.status()).toBe('forwarded');
    expect(life.appeal().forwardings).toHaveLength(2);
  });

  it('is answered when the last body that owes an answer drops out', () => {
    const life = twoBodies();
    life.does('response.record', answerOf(water.id));
    life.does('execution.notOurs', { ...appeal, execution: road.id, executions: both, reason: 'не наше' });
    expect(life.status()).toBe('answered');
  });

  it('from answer to the end, back through an unsatisfied applicant, and off control; only then it ages', () => {
    const life = aLife([...STAFF, { appeal: aForwarded([water]) }, { execution: water }]);
    const only = { ...appeal, executions: [water.id] };
    const end = { ...only, result: '9.1', ending: 'solved', answer: 'Воду подано.', response: uuid(64) };
    life.does('response.record', { ...answerOf(water.id), executions: [water.id] });
    life.does('appeal.close', end, 'lead');
    expect(life.execution(water.id).state).toBe('accepted');
    life.does('appeal.verdict', { ...appeal, verdict: 'no', note: 'Води немає', goesOn: false });
    expect(life.status()).toBe('in_work');
    expect(life.appeal().reopenings).toMatchObject([{ reason: 'Води немає' }]);
    life.does(
      'response.return',
      { ...appeal, execution: water.id, reason: 'Води немає', due: '2026-12-10' },
      'lead',
    );
    expect(life.execution(water.id)).toMatchObject({ state: 'rework', due: '2026-12-25' });
    life.does('response.record', { ...answerOf(water.id, { id: uuid(67) }), executions: [water.id] });
    life.does('appeal.close', { ...end, response: uuid(67) }, 'lead');
    life.does('appeal.verdict', { ...appeal, verdict: 'yes', note: '', goesOn: false });
    expect(life.status()).toBe('closed');
    expect(isOnControl('closed')).toBe(true);
    const horizon = horizonOn('2027-12-31', 30, 1000);
    const isAged = () => agedOut({ type: 'appeal', version: 5, doc: { ...life.appeal() } }, horizon);
    expect(isAged()).toBe(false);
    life.does('appeal.removeFromControl', { ...appeal, note: '' }, 'control');
    expect(life.status()).toBe('removed');
    expect(isAged()).toBe(true);
    life.does('appeal.reopen', { ...appeal, reason: 'повторне звернення' }, 'lead');
    expect(life.status()).toBe('in_work');
    expect(isAged()).toBe(false);
    expect(life.appeal().closing).toMatchObject({ result: '9.1' });
  });

  it('ends by articles 5, 7, 8 and 17 without an answer of a body, by nothing else', () => {
    const life = aLife([...STAFF, { appeal: aForwarded([water]) }, { execution: water }]);
    const end = {
      ...appeal,
      executions: [water.id],
      ending: 'not_considered',
      answer: 'Стаття 8.',
      response: null,
    };
    expect(life.refused('appeal.close', { ...end, result: '9.3' }, 'lead')).toBe('answers_missing');
    life.does('appeal.close', { ...end, result: '9.6' }, 'lead');
    expect(life.status()).toBe('closed');
  });

  it('has one term that is extended before it is over, at most to the forty-fifth day', () => {
    const life = aLife([...STAFF, { appeal: aForwarded([water]) }, { execution: water }]);
    const told = { reason: 'Експертиза', decidedBy: 'заступник', notice: 'телефоном' };
    life.does('appeal.extendTerm', { ...appeal, from: '2026-12-25', to: '2027-01-11', ...told }, 'lead');
    expect(life.appeal().term).toMatchObject({ due: '2027-01-11', received: '2026-11-25' });
    const later = { ...appeal, from: '2027-01-11', to: '2027-01-12', ...told };
    expect(life.refused('appeal.extendTerm', later, 'lead')).toBe('extension_too_long');
  });
});
