import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { Wake } from '../../../../src-shared/sync/wake.ts';
import { aCallStart } from '../../../support/cases.ts';
import { aPeer, peerOf } from '../../../support/peer.ts';
import { type Bench, ENGINES, openBench, useBench } from '../../../support/stores.ts';

describe.each(ENGINES)('wake on %s', (engine) => {
  const { bench, server } = useBench(engine);

  test('a commit wakes every workstation of the region', async () => {
    const writer = await aPeer(server());
    const lead = await aPeer(server(), 'shevchuk');
    const socket = await openSocket(server().url, lead.bearer);
    const woken = nextWake(socket);
    const answer = await writer.push([aCallStart(writer)]);
    expect(await woken).toEqual({ region: 'dn', version: answer.results[0]?.version });
    socket.terminate();
  });

  test('the last version of a burst of commits is named, in no more hints than commits', async () => {
    const writer = await aPeer(server());
    const socket = await openSocket(server().url, writer.bearer);
    const versions: number[] = [];
    socket.on('message', (data) => versions.push(Wake.parse(JSON.parse(String(data))).version));
    let last = 0;
    for (let count = 0; count < 20; count += 1) {
      last = (await writer.push([aCallStart(writer)])).results[0]?.version ?? 0;
    }
    while (versions.at(-1) !== last) await once(socket, 'message');
    expect(versions.length).toBeLessThanOrEqual(20);
    socket.terminate();
  });

  test('a socket without the secret is refused', async () => {
    const peer = await aPeer(server());
    for (const bearer of ['', 'nobody', `${peer.enrolled.workstation}.wrong`]) {
      const socket = connect(server().url, bearer);
      const [error] = (await once(socket, 'error')) as [Error];
      expect(error.message).toContain('401');
    }
  });

  test('a stopping server says goodbye and ends', async () => {
    const own = await bench().server();
    const peer = await aPeer(own);
    const socket = await openSocket(own.url, peer.bearer);
    const closed = once(socket, 'close');
    await own.stop();
    expect((await closed)[0]).toBe(1001);
  });
});

describe('wake over two server processes on one PostgreSQL', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench('postgres');
  });
  afterAll(async () => await bench.end());

  test('a push to one server wakes a workstation at the other', async () => {
    const here = await bench.server();
    const there = await bench.server({ databaseUrl: here.databaseUrl });
    const writer = await aPeer(here);
    const reader = await peerOf(there.url, writer.bearer, writer.enrolled, 'shevchuk');
    const socket = await openSocket(there.url, reader.bearer);
    const woken = nextWake(socket);
    await writer.push([aCallStart(writer)]);
    expect((await woken).region).toBe('dn');
    socket.terminate();
  });
});

function connect(url: string, bearer: string): WebSocket {
  return new WebSocket(`${url.replace('http', 'ws')}/sync/wake`, {
    headers: { authorization: `Bearer ${bearer}` },
  });
}

async function openSocket(url: string, bearer: string): Promise<WebSocket> {
  const socket = connect(url, bearer);
  await once(socket, 'open');
  return socket;
}

async function nextWake(socket: WebSocket): Promise<Wake> {
  const [data] = await once(socket, 'message');
  return Wake.parse(JSON.parse(String(data)));
}
