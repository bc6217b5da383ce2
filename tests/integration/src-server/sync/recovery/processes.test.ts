import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { HelloAnswer } from '../../../../../src-shared/sync/hello.ts';
import { PushAnswer } from '../../../../../src-shared/sync/push.ts';
import { aCallStart } from '../../../../support/cases.ts';
import { aPeer, type Peer, post, refusalOf } from '../../../../support/peer.ts';
import { useBench } from '../../../../support/stores.ts';

const { bench, server } = useBench('postgres');

test('two server processes over one database switch to a recovery together, in the midst of pushes and leases', async () => {
  const one = server();
  const highWaterFile = `${one.dataDir}.highwater.json`;
  const two = await bench().server({ databaseUrl: one.databaseUrl, highWaterFile });
  const peers = [await aPeer(one), await aPeer(one), await aPeer(one), await aPeer(one)];
  const urls = [one.url, two.url];

  const pushing = peers.flatMap((peer, index) =>
    Array.from({ length: 12 }, async () => await pushTo(urls[index % 2] ?? '', peer)),
  );
  const leasing = Array.from(
    { length: 50 },
    async (_, index) => await leaseFrom(urls[index % 2] ?? '', peers[index % 4] as Peer),
  );
  const begun = one.admin('recovery.begin');
  const pushes = await Promise.all(pushing);
  const blocks = (await Promise.all(leasing)).flat();
  await begun;

  // What was answered is decided before the recovery began; nothing is decided after it.
  const { db } = one.running.context.store;
  const { version } = await db.selectFrom('region').select('version').executeTakeFirstOrThrow();
  const receipts = await db.selectFrom('receipt').select('version').execute();
  expect(Math.max(0, ...receipts.map((row) => row.version))).toBeLessThan(version);
  expect(receipts).toHaveLength(pushes.filter((outcome) => outcome === 'decided').length);
  expect(
    pushes.filter((outcome) => !['decided', 'recovering', 'client_unknown', 'gap'].includes(outcome)),
  ).toEqual([]);
  for (const url of urls) expect(await pushTo(url, peers[0] as Peer)).toBe('recovering');

  await two.admin('recovery.close');
  const later = (await Promise.all(urls.map(async (url) => await leaseFrom(url, peers[0] as Peer)))).flat();
  const all = [...peers.flatMap((peer) => peer.blocks), ...blocks, ...later].sort((a, b) => a.lo - b.lo);
  for (const [index, block] of all.entries()) expect(block.lo).toBeGreaterThan(all[index - 1]?.hi ?? 0);
  expect(later.length).toBeGreaterThan(0);
  const highest = Math.max(...blocks.map((block) => block.hi), 0);
  expect(Math.min(...later.map((block) => block.lo))).toBeGreaterThan(highest + 999);
});

/** One command, pushed to one of the processes; says what became of it. */
async function pushTo(url: string, peer: Peer): Promise<string> {
  const commands = [aCallStart(peer)];
  const body = { client: peer.client, request: randomUUID(), epoch: peer.epoch, commands };
  const reply = await post(url, '/sync/push', body, peer.bearer);
  if (reply.status !== 200) return refusalOf(reply);
  return PushAnswer.parse(reply.body).stop?.name ?? 'decided';
}

/** Numbers for a client of its own. */
async function leaseFrom(url: string, peer: Peer): Promise<HelloAnswer['leases']> {
  const body = {
    client: v7(),
    request: randomUUID(),
    app: 'test',
    protocol: [1, 2],
    epoch: null,
    cursor: null,
    ackedSeq: 0,
    nextSeq: 1,
    clock: { wall: 0, mono: 0 },
    numbers: [],
  };
  return HelloAnswer.parse((await post(url, '/sync/hello', body, peer.bearer)).body).leases;
}
