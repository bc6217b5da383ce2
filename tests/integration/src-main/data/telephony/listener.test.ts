import { request } from 'node:http';
import { connect, createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type Listener, openListener } from '../../../../../src-main/data/telephony/listener.ts';
import { eventOfCti } from '../../../../../src-shared/telephony/cti.ts';

const TOKEN = 'a-token_of-this-test';
const POST = { event: 'newCall', callId: '7', from: '0501234567', to: '0800', direction: 'in' };
const JSON_TYPE = { 'content-type': 'application/json' };

const opened: Listener[] = [];
afterEach(async () => {
  for (const listener of opened.splice(0)) await listener.close();
});

interface Heard {
  readonly port: number;
  readonly posts: unknown[];
  readonly refusals: number[];
}

function listen(port = 0): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const posts: unknown[] = [];
    const refusals: number[] = [];
    const listener = openListener({
      port,
      token: TOKEN,
      // Time stands still: a bucket that was emptied stays empty.
      monoMs: () => 0,
      isEvent: (fields) => eventOfCti(fields, 'loopback', '2026-11-25T09:00:00.000Z') !== null,
      onPost: (fields) => posts.push(fields),
      onListening: (opened) => resolve({ port: opened, posts, refusals }),
      onTrouble: reject,
      onRefused: (status) => refusals.push(status),
    });
    opened.push(listener);
  });
}

interface Sent {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Answered {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** One request over a real socket, with just the headers that are given. */
function send(port: number, { path = `/cti/${TOKEN}`, method = 'POST', headers = {}, body }: Sent = {}) {
  return new Promise<Answered>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(pieces).toString(),
          headers: response.headers,
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body ?? JSON.stringify(POST));
  });
}

const json = (sent: Sent = {}): Sent => ({ ...sent, headers: { ...JSON_TYPE, ...sent.headers } });

describe('the ear for telephone programs', () => {
  test.each([
    ['the token in the address', {}],
    ['the token in a header', { path: '/cti', headers: { authorization: `Bearer ${TOKEN}` } }],
  ])('hears a post with %s and answers nothing of its own', async (_what, sent) => {
    const heard = await listen();
    const answer = await send(heard.port, json(sent));
    expect(answer).toMatchObject({ status: 200, body: '{}' });
    expect(heard.posts).toEqual([POST]);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('hears form data', async () => {
    const heard = await listen();
    const body = 'event=newCall&callId=7&from=0501234567&to=0800&direction=in&user[]=a&user[]=b';
    await send(heard.port, { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    expect(heard.posts).toEqual([{ ...POST, user: ['a', 'b'] }]);
  });

  const page = { origin: 'https://example.org' };
  test.each<[string, number, Sent]>([
    ['another host', 421, { headers: { host: 'example.org:80' } }],
    ['another port in the host', 421, { headers: { host: '127.0.0.1:1' } }],
    ['a page of any origin', 403, { headers: page }],
    ['a page without an origin', 403, { headers: { origin: 'null' } }],
    ['a page of this machine', 403, { headers: { 'sec-fetch-site': 'same-origin' } }],
    ['what a page asks before it posts', 403, { method: 'OPTIONS', headers: page, body: '' }],
    ['a wrong token', 404, { path: '/cti/wrong' }],
    ['a wrong token in a header', 404, { path: '/cti', headers: { authorization: 'Bearer wrong' } }],
    ['no token', 404, { path: '/cti' }],
    ['another path', 404, { path: `/${TOKEN}` }],
    ['a path with something behind it', 404, { path: `/cti/${TOKEN}?event=newCall` }],
    ['another method', 405, { method: 'GET', body: '' }],
    ['too much', 413, { body: JSON.stringify({ ...POST, from: 'x'.repeat(17_000) }) }],
    ['what is no JSON', 400, { body: '{"event":' }],
    ['JSON that is no object', 400, { body: '7' }],
    ['what is no event', 422, { body: '{"event":"sing","callId":"7"}' }],
  ])('turns away %s', async (_what, status, sent) => {
    const heard = await listen();
    expect(await send(heard.port, json(sent))).toMatchObject({ status, body: '{}' });
    expect(heard).toMatchObject({ posts: [], refusals: [status] });
  });

  test('turns away too much that does not say how much it is', async () => {
    const heard = await listen();
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(heard.port, '127.0.0.1', () => {
        socket.write(
          `POST /cti/${TOKEN} HTTP/1.1\r\nhost: 127.0.0.1:${heard.port}\r\ntransfer-encoding: chunked\r\n\r\n`,
        );
        socket.write(`${(20_000).toString(16)}\r\n${'x'.repeat(20_000)}\r\n`);
      });
      socket.once('data', (data) => resolve(data.toString()));
      socket.on('error', reject);
    });
    expect(answer).toContain(' 413 ');
    expect(heard.posts).toEqual([]);
  });

  test('turns away a flood, and a flood of wrong tokens leaves the right one its place', async () => {
    const heard = await listen();
    for (let count = 0; count < 40; count += 1) await send(heard.port, { path: '/cti/wrong' });
    expect(heard.refusals.filter((status) => status === 429)).toHaveLength(10);
    for (let count = 0; count < 100; count += 1) await send(heard.port, json());
    expect(await send(heard.port, json())).toMatchObject({ status: 429 });
    expect(heard.posts).toHaveLength(100);
  });

  test('listens on this machine alone', async () => {
    const heard = await listen();
    await expect(
      new Promise((resolve, reject) => {
        // Another address of the loopback network: everything but 127.0.0.1 is another machine to it.
        const socket = connect(heard.port, '127.0.0.2', () => resolve(socket.destroy()));
        socket.on('error', reject);
      }),
    ).rejects.toThrow('ECONNREFUSED');
  });

  test('says that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(listen(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await new Promise((resolve) => other.close(resolve));
  });
});
