import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { publishUnknownWorkstations } from '../../../../src-server/enrolment/publish.ts';
import { StationsAnswer } from '../../../../src-shared/sync/stations.ts';
import { aPeer, type Peer, refusalOf } from '../../../support/peer.ts';
import { ENGINES, useBench } from '../../../support/stores.ts';

const ask = async (peer: Peer) => {
  const request = { client: peer.client, request: randomUUID() };
  const reply = await peer.send('/sync/stations', request);
  const answer = StationsAnswer.parse(reply.body);
  expect(answer).toMatchObject(request);
  return new Map(answer.stations.map((station) => [station.workstation as string, station]));
};

const recordsOf = async (peer: Peer) => {
  const { rows } = await peer.pullAll();
  return rows.filter(({ type }) => type === 'workstation').map(({ doc }) => doc);
};

describe.each(ENGINES)('workstations of a region, %s', (engine) => {
  const suite = useBench(engine);

  test('are records that everybody pulls: made at the enrolment, changed when one is shut out', async () => {
    const one = await aPeer(suite.server());
    const other = await aPeer(suite.server(), 'shevchuk');
    const { workstation: id, region } = one.enrolled;
    expect(await recordsOf(other)).toContainEqual({ id, region, name: 'Test', active: true });
    await suite.server().admin('workstation.revoke', { id });
    expect(await recordsOf(other)).toContainEqual({ id, region, name: 'Test', active: false });
    expect((await ask(other)).has(id)).toBe(false);
  });

  test('enrolled before they were records become such at the next start, once', async () => {
    const server = await suite.bench().server();
    const peer = await aPeer(server);
    const { context } = server.running;
    await context.store.db.deleteFrom('record').where('type', '=', 'workstation').execute();
    await publishUnknownWorkstations(context);
    const [first] = (await peer.pullAll()).rows.filter(({ type }) => type === 'workstation');
    expect(first?.doc).toMatchObject({ id: peer.enrolled.workstation, active: true });
    await publishUnknownWorkstations(context);
    const [again] = (await peer.pullAll()).rows.filter(({ type }) => type === 'workstation');
    expect(again?.version).toBe(first?.version);
  });

  test('tell what waits there; one of the release before does not, and is told no limits', async () => {
    const lead = await aPeer(suite.server(), 'shevchuk');
    const busy = await aPeer(suite.server());
    const oldestAt = '2026-11-25T08:00:00.000Z';
    const newer = await busy.hello({ protocol: [1, 2], waiting: { count: 3, oldestAt } });
    expect(newer.limits).toEqual({ calmMinutes: 60, warnMinutes: 480 });
    const old = await aPeer(suite.server());
    expect(await old.hello()).not.toHaveProperty('limits');
    const heard = await ask(lead);
    expect(heard.get(busy.enrolled.workstation)).toMatchObject({ waiting: 3, oldestWaitingAt: oldestAt });
    expect(heard.get(old.enrolled.workstation)).toMatchObject({ waiting: null, oldestWaitingAt: null });
  });

  test('are told the limits the centre has set', async () => {
    const server = await suite.bench().server();
    await server.admin('region.limits', { calm: '30' });
    await server.admin('region.limits', { warn: '120' });
    const peer = await aPeer(server);
    const { limits } = await peer.hello({ protocol: [1, 2] });
    expect(limits).toEqual({ calmMinutes: 30, warnMinutes: 120 });
    await expect(server.admin('region.limits', { warn: '10' })).rejects.toThrow('below');
  });

  test('are told of to enrolled workstations alone', async () => {
    const peer = await aPeer(suite.server());
    const body = JSON.stringify({ client: peer.client, request: randomUUID() });
    const response = await fetch(`${suite.server().url}/sync/stations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const reply = { status: response.status, body: await response.json(), headers: response.headers };
    expect(refusalOf(reply)).toBe('unauthorised');
  });
});
