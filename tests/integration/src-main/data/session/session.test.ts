import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CallId } from '../../../../../src-shared/brand.ts';
import { OFFLINE_SIGN_IN_DAYS } from '../../../../../src-shared/session/signIn.ts';
import { startTestServer, type TestServer } from '../../../../support/server.ts';
import {
  aClock,
  anAnswer,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../../../../support/workstation.ts';

const DAY_MS = 24 * 3600_000;
let server: TestServer;
let desk: TestWorkstation;
let clock: ReturnType<typeof aClock>;

beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  clock = aClock();
  desk = await openTestWorkstation({ clock });
});
afterEach(() => desk.close());
afterAll(async () => {
  await server.close();
  await removeFolders();
});

describe('enrolment', () => {
  test('names what is wrong, and keeps the code when the answer was lost', async () => {
    const input = { server: server.url, code: '0000-0000', name: 'Стіл' };
    expect((await desk.problem('session.signIn', { login: 'koval', password: 'x' })).code).toBe(
      'notEnrolled',
    );
    expect((await desk.problem('workstation.enrol', { ...input, server: 'http://example.org' })).code).toBe(
      'serverAddressInvalid',
    );
    expect((await desk.problem('workstation.enrol', { ...input, code: '12' })).code).toBe(
      'pairingCodeInvalid',
    );
    expect((await desk.problem('workstation.enrol', input)).code).toBe('pairingCodeInvalid');
    desk.line.cut();
    expect((await desk.problem('workstation.enrol', input)).code).toBe('serverUnreachable');
    desk.line.mend();
    desk.line.intercept(async () => anAnswer(200, '<html>Wi-Fi</html>'));
    expect((await desk.problem('workstation.enrol', input)).code).toBe('serverForeign');

    const code = await server.pairingCode();
    desk.line.intercept(async (_path, pass) => {
      await pass();
      throw new Error('answer lost');
    });
    expect((await desk.problem('workstation.enrol', { ...input, code })).code).toBe('serverUnreachable');
    desk.line.intercept(null);
    const state = await desk.get('workstation.enrol', { ...input, code });
    expect(state.enrolment).toMatchObject({ region: 'dn', workstationName: 'Стіл', server: server.url });
    expect((await desk.problem('workstation.enrol', { ...input, code })).code).toBe('alreadyEnrolled');
  });
});

describe('signing in', () => {
  beforeEach(() => desk.enrol(server));

  test('the centre has the last word on a password', async () => {
    expect((await desk.problem('session.signIn', { login: 'koval', password: 'wrong' })).code).toBe(
      'credentialsWrong',
    );
    await desk.signIn(' KOVAL ');
    const state = await desk.get('workstation.state', {});
    expect(state.session).toMatchObject({ offline: false, operator: { role: 'operator' } });
    expect(state.knownLogins).toEqual([{ login: 'koval', name: 'Коваль Олена' }]);
  });

  test('offline: known operators only, with the right password, for a limited time by the server clock', async () => {
    await desk.signIn();
    await desk.get('session.signOut', {});
    desk.line.cut();
    const wrong = { login: 'koval', password: 'wrong' };
    expect((await desk.problem('session.signIn', wrong)).code).toBe('credentialsWrong');
    expect((await desk.problem('session.signIn', { ...wrong, login: 'bondar' })).code).toBe(
      'credentialsUnknownOffline',
    );
    await desk.signIn();
    expect((await desk.get('workstation.state', {})).session?.offline).toBe(true);
    await desk.submit(aRegisteredCall());

    clock.shiftBoth((OFFLINE_SIGN_IN_DAYS + 1) * DAY_MS);
    const right = { login: 'koval', password: 'holos-demo-2026' };
    expect((await desk.problem('session.signIn', right)).code).toBe('offlineSignInExpired');
    for (let n = 0; n < 5; n += 1) await desk.problem('session.signIn', wrong);
    expect((await desk.problem('session.signIn', right)).code).toBe('tooManyRequests');
  });

  test('work of an operator who has signed out is sent all the same', async () => {
    await desk.signIn();
    await desk.settled();
    desk.line.cut();
    await desk.submit(aRegisteredCall());
    await desk.get('session.signOut', {});
    desk.line.mend();
    desk.nudge();
    await desk.settled();
    await desk.signIn('bondar');
    expect(
      (await desk.get('appeal.list', { scope: 'all', urgentOnly: false, limit: 5 })).total,
    ).toBeGreaterThan(0);
  });

  test('a session goes on over a restart within ten minutes of the last activity, not after', async () => {
    await desk.signIn();
    clock.shiftBoth(9 * 60_000);
    await desk.get('draft.save', { call: randomUUID() as CallId, field: 'notes', text: 'x', rev: 1 });
    clock.shiftBoth(9 * 60_000);
    desk = await desk.reopen();
    expect((await desk.get('workstation.state', {})).session?.operator.name).toBe('Коваль Олена');
    clock.shiftBoth(11 * 60_000);
    desk = await desk.reopen();
    expect((await desk.get('workstation.state', {})).session).toBeNull();
    await desk.signIn();
    expect((await desk.get('draft.list', {})).calls).toHaveLength(1);
  });
});
