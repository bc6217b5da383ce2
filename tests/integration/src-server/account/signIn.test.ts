import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SignInAnswer } from '../../../../src-shared/session/signIn.ts';
import { aPeer, PASSWORD, type Peer, refusalOf } from '../../../support/peer.ts';
import type { TestServer } from '../../../support/server.ts';
import { type Bench, ENGINES, openBench } from '../../../support/stores.ts';

describe.each(ENGINES)('signing in on %s', (engine) => {
  let bench: Bench;
  let server: TestServer;
  let peer: Peer;
  let now = Date.now();
  beforeAll(async () => {
    bench = await openBench(engine);
    server = await bench.server({ now: () => now });
    peer = await aPeer(server);
  });
  afterAll(async () => await bench.end());

  const signIn = async (login: string, password = PASSWORD) =>
    await peer.send('/session', { request: randomUUID(), login, password });

  test('gives a grant and the limit of offline sign-in by the clock of the server', async () => {
    const answer = SignInAnswer.parse((await signIn(' Shevchuk ')).body);
    expect(answer.operator).toMatchObject({ name: 'Шевчук Ірина', role: 'lead', active: true });
    expect(Date.parse(answer.offlineUntil) - now).toBe(14 * 24 * 60 * 60 * 1000);
  });

  test('a wrong password and an unknown login look the same', async () => {
    const wrong = await signIn('bondar', 'not the password');
    const unknown = await signIn('nobody');
    expect([wrong.status, wrong.body]).toEqual([403, { error: { code: 'credentials_wrong' } }]);
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
  });

  test('guessing one login is slowed down, others are not', async () => {
    for (let count = 0; count < 6; count += 1) await signIn('lysenko', 'guess');
    const refused = await signIn('lysenko');
    expect([refused.status, refusalOf(refused)]).toEqual([429, 'too_many_requests']);
    expect((await signIn('koval')).status).toBe(200);
    now += 10 * 60 * 1000;
    expect((await signIn('lysenko')).status).toBe(200);
  });

  test('a disabled account may not sign in; what it did stays, and its record says so', async () => {
    await server.admin('account.disable', { login: 'bondar' });
    expect(refusalOf(await signIn('bondar'))).toBe('account_disabled');
    const { rows } = await peer.pullAll();
    expect(rows.find((row) => row.doc?.name === 'Бондар Тарас')?.doc?.active).toBe(false);
    await server.admin('account.enable', { login: 'bondar' });
    expect((await signIn('bondar')).status).toBe(200);
  });

  test('an account of another region is told so', async () => {
    await server.admin('region.add', { id: 'kh', office: 'ХК', name: { uk: 'Х', ru: 'Х', en: 'Kh' } });
    const made = (await server.admin('account.add', {
      region: 'kh',
      login: 'other',
      name: 'Інша',
      role: 'operator',
    })) as {
      password: string;
    };
    expect(refusalOf(await signIn('other', made.password))).toBe('account_other_region');
  });
});
