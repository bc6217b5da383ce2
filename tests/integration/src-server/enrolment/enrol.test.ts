import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EnrolAnswer } from '../../../../src-shared/session/enrol.ts';
import { post, refusalOf } from '../../../support/peer.ts';
import type { TestServer } from '../../../support/server.ts';
import { type Bench, ENGINES, openBench } from '../../../support/stores.ts';

describe.each(ENGINES)('enrolment on %s', (engine) => {
  let bench: Bench;
  let server: TestServer;
  let now = Date.now();
  beforeAll(async () => {
    bench = await openBench(engine);
    server = await bench.server({ now: () => now });
  });
  afterAll(async () => await bench.end());

  const enrol = async (code: string, request: string = randomUUID()) =>
    await post(server.url, '/enrol', { request, code, name: 'Стіл 1' });

  test('a lost answer is given again, until the secret was used once', async () => {
    const code = await server.pairingCode();
    const request = randomUUID();
    const first = EnrolAnswer.parse((await enrol(code, request)).body);
    expect(first).toMatchObject({ request, region: 'dn', office: 'ДН', series: 1 });
    expect(EnrolAnswer.parse((await enrol(code, request)).body)).toEqual(first);
    const other = await enrol(code);
    expect([other.status, refusalOf(other)]).toEqual([403, 'pairing_code_used']);
    const bearer = `${first.workstation}.${first.secret}`;
    const used = await post(server.url, '/sync/pull', {}, bearer);
    expect(refusalOf(used)).toBe('malformed');
    expect(refusalOf(await enrol(code, request))).toBe('pairing_code_used');
    // Not even the hash of a code or a secret's text is left to be read back.
    const rows = await server.running.context.store.db.selectFrom('workstation').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(first.secret);
  });

  test('each workstation has a series of its own, also when they enrol at the same time', async () => {
    const codes = await Promise.all(Array.from({ length: 4 }, async () => await server.pairingCode()));
    const answers = await Promise.all(codes.map(async (code) => EnrolAnswer.parse((await enrol(code)).body)));
    expect(new Set(answers.map((answer) => answer.series)).size).toBe(4);
  });

  test('a code used by two at the same time makes one workstation', async () => {
    const code = await server.pairingCode();
    const replies = await Promise.all([enrol(code), enrol(code)]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 403]);
  });

  test('a code is void after a day', async () => {
    const code = await server.pairingCode();
    now += 25 * 60 * 60 * 1000;
    expect(refusalOf(await enrol(code))).toBe('pairing_code_expired');
  });

  test('guessing is slowed down, and ends when the wait is over', async () => {
    const code = await server.pairingCode();
    for (let count = 0; count < 10; count += 1) await enrol('0000-0000');
    const refused = await enrol(code);
    expect([refused.status, refusalOf(refused)]).toEqual([429, 'too_many_requests']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    now += 10 * 60 * 1000;
    expect((await enrol(code)).status).toBe(200);
  });
});
