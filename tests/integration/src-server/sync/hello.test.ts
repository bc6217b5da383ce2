import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { INITIAL_HOLD } from '../../../../src-shared/number/lease.ts';
import { HelloAnswer } from '../../../../src-shared/sync/hello.ts';
import { aCallStart } from '../../../support/cases.ts';
import { aPeer, refusalOf } from '../../../support/peer.ts';
import { ENGINES, useBench } from '../../../support/stores.ts';

describe.each(ENGINES)('hello on %s', (engine) => {
  const { bench, server } = useBench(engine);

  test('a lost answer costs no numbers: the same blocks come again until they are listed', async () => {
    const peer = await aPeer(server());
    expect(sizeOf(peer.blocks)).toBe(INITIAL_HOLD);
    expect((await peer.hello()).leases).toEqual(peer.blocks);
    const year = peer.blocks[0]?.year ?? 0;
    const known = peer.blocks.map((block) => block.id);
    const numbers = { year, free: sizeOf(peer.blocks), peakPerDay: 0, blocks: known };
    expect((await peer.hello({ numbers: [numbers] })).leases).toEqual([]);
    const refill = (await peer.hello({ numbers: [{ ...numbers, free: 90 }] })).leases;
    expect(sizeOf(refill)).toBe(200);
    expect(refill.some((block) => known.includes(block.id))).toBe(false);
    // That answer was lost too.
    expect((await peer.hello({ numbers: [{ ...numbers, free: 80 }] })).leases).toEqual(refill);
  });

  test('fifty leases at the same time are disjoint, also over a restart in between', async () => {
    const own = await bench().server();
    const peer = await aPeer(own);
    const ask = async (client: string) => {
      const reply = await peer.send('/sync/hello', helloOf(client));
      return HelloAnswer.parse(reply.body).leases;
    };
    const clients = Array.from({ length: 50 }, () => v7());
    const first = await Promise.all(clients.slice(0, 25).map(ask));
    await own.restart();
    const second = await Promise.all(clients.map(ask));
    expect(second.slice(0, 25)).toEqual(first);
    const blocks = [...second.flat(), ...peer.blocks].sort((a, b) => a.lo - b.lo);
    expect(blocks).toHaveLength(102);
    for (const [index, block] of blocks.entries()) {
      expect(block.lo).toBeLessThanOrEqual(block.hi);
      expect(block.lo).toBe((blocks[index - 1]?.hi ?? 0) + 1);
    }
  });

  test('whoever issued less than was decided has to take a new client', async () => {
    const peer = await aPeer(server());
    await peer.push([aCallStart(peer), aCallStart(peer)]);
    const behind = await peer.hello({ nextSeq: 2 });
    expect(behind).toMatchObject({ verdict: { name: 'fork' }, lastSeq: 2, leases: [] });
    expect(await peer.hello({ nextSeq: 3 })).toMatchObject({ verdict: { name: 'ok' }, lastSeq: 2 });
    const other = await aPeer(server());
    const carried = HelloAnswer.parse((await other.send('/sync/hello', helloOf(peer.client))).body);
    expect(carried.verdict).toEqual({ name: 'fork' });
  });

  test.each([
    [7, 9],
    [0, 0],
  ])(
    'a client that speaks none of our versions ([%i, %i]) is listened to, and told to update when it pulls',
    async (...protocol) => {
      const peer = await aPeer(server());
      expect(await peer.hello({ protocol })).toMatchObject({ verdict: { name: 'ok' } });
      expect((await peer.push([aCallStart(peer)])).results).toMatchObject([{ outcome: 'applied' }]);
      const head = { client: peer.client, request: randomUUID(), epoch: null, cursor: null };
      const reply = await peer.send('/sync/pull', { ...head, limit: 10, ackedSeq: 0 });
      expect([reply.status, refusalOf(reply)]).toEqual([409, 'protocol_unsupported']);
      await peer.hello({ nextSeq: 2 });
      expect((await peer.pull()).ack.lastSeq).toBe(1);
    },
  );
});

function sizeOf(blocks: readonly { lo: number; hi: number }[]): number {
  return blocks.reduce((sum, block) => sum + block.hi - block.lo + 1, 0);
}

function helloOf(client: string): object {
  return {
    client,
    request: randomUUID(),
    app: 'test',
    protocol: [1, 1],
    epoch: null,
    cursor: null,
    ackedSeq: 0,
    nextSeq: 1,
    clock: { wall: 0, mono: 0 },
    numbers: [],
  };
}
