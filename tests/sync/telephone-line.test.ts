import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { Call } from '../../src-shared/call/model.ts';
import { LineCall } from '../../src-shared/telephony/line.ts';
import { aPeer } from '../support/peer.ts';
import { startTestServer } from '../support/server.ts';
import { openTestWorkstation, removeFolders, type TestWorkstation } from '../support/workstation.ts';

afterAll(removeFolders);

const LINE = { callId: '1-26775@pbx', feed: 'loopback', direction: 'in', from: '380501234567', to: '0800' };

async function recordCall(desk: TestWorkstation): Promise<string> {
  const call = randomUUID();
  const number = { phone: '+380501234567', phoneRaw: '0501234567' };
  const ended = { at: '2026-11-25T09:05:00.000Z', source: 'line' };
  await desk.submit([{ kind: 'call.start', payload: { call, ...number, line: LINE } }]);
  await desk.submit([
    { kind: 'call.finish', payload: { call, ...number, code: 'other', line: LINE, times: { ended } } },
  ]);
  return call;
}

test('one call of the line recorded on two workstations without the network: both are kept, and linked', async () => {
  const server = await startTestServer();
  const desks = [await openTestWorkstation(), await openTestWorkstation()];
  try {
    for (const [index, desk] of desks.entries()) {
      await desk.enrol(server, `Стіл ${index + 1}`);
      await desk.signIn(index === 0 ? 'koval' : 'bondar');
      await desk.settled();
    }
    await server.stop();
    const ids: string[] = [];
    for (const desk of desks) ids.push(await recordCall(desk));
    await server.start();
    for (const desk of desks) await desk.settled();
    const { rows } = await (await aPeer(server)).pullAll();
    const calls = rows.filter(({ type }) => type === 'call').map(({ doc }) => Call.parse(doc));
    expect(calls.map(({ id }) => id).sort()).toEqual([...ids].sort());
    const linked = calls.filter((call) => call.linked !== undefined);
    const [second] = linked;
    expect(linked).toHaveLength(1);
    expect(second?.linked).toEqual(ids.filter((id) => id !== second?.id));
    const identities = rows.filter(({ type }) => type === 'lineCall').map(({ doc }) => LineCall.parse(doc));
    expect(identities.map(({ id, calls: of }) => [id, [...of].sort()])).toEqual([
      [LINE.callId, [...ids].sort()],
    ]);
    expect(calls.map(({ times }) => times?.ended?.source)).toEqual(['line', 'line']);
  } finally {
    for (const desk of desks) await desk.close();
    await server.close();
  }
});
