import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import {
  aClock,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

let server: TestServer;
const open: TestWorkstation[] = [];

async function aDesk(login = 'koval', clock = aClock()): Promise<TestWorkstation> {
  const made = await openTestWorkstation({ clock });
  open.push(made);
  await made.enrol(server, login);
  await made.signIn(login);
  await made.settled();
  return made;
}

const me = async (of: TestWorkstation) => (await of.get('workstation.state', {})).session?.operator.id ?? '';

beforeAll(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  for (const made of open.splice(0)) await made.close();
});
afterAll(async () => {
  await server.close();
  await removeFolders();
});

describe('several operators at one workstation', () => {
  test('unsent work leaves under the name of its author, whoever is signed in then', async () => {
    const desk = await aDesk('koval');
    await desk.signIn('bondar');
    await desk.signIn('koval');
    const author = await me(desk);
    desk.line.cut();
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    await desk.get('session.signOut', {});
    await desk.signIn('bondar');
    expect(await me(desk)).not.toBe(author);
    desk.line.mend();
    desk.nudge();
    await desk.settled();
    const witness = await aDesk('shevchuk');
    const detail = await witness.get('appeal.get', { appeal });
    expect(detail?.appeal.registeredBy).toBe(author);
    expect(detail?.history).toMatchObject([{ actor: author }]);
  });

  test('drafts are for their author alone; the next operator learns only that there are some', async () => {
    const desk = await aDesk('koval');
    const call = randomUUID();
    await desk.get('draft.save', { call, field: 'notes', text: 'таємниця заявника', rev: 1 });
    await desk.get('session.signOut', {});
    await desk.signIn('bondar');
    const theirs = await desk.get('draft.list', {});
    expect(theirs).toMatchObject({ calls: [], ofOthers: 1, recovered: false });
    expect(JSON.stringify(theirs)).not.toContain('таємниця');
    await desk.get('session.signOut', {});
    await desk.signIn('koval');
    expect(JSON.stringify(await desk.get('draft.list', {}))).toContain('таємниця заявника');
  });

  test('what a command that came to attention said is for its author and a lead, not for the next operator', async () => {
    const desk = await aDesk('koval');
    const call = randomUUID();
    await desk.submit([{ kind: 'call.start', payload: { call, phone: null, phoneRaw: '' } }]);
    await desk.settled();
    desk.line.intercept(async (path, pass, body) => {
      if (path === '/sync/push' && body.includes('таємниця')) {
        return new Response('too large', { status: 413 });
      }
      return pass();
    });
    const lines = [{ atMs: 0, text: 'таємниця заявника' }];
    await desk.submit([{ kind: 'call.note', payload: { call, lines } }]);
    await desk.settled();
    const seen = async () => JSON.stringify(await desk.get('attention.list', {}));
    expect(await seen()).toContain('таємниця');
    await desk.get('session.signOut', {});
    await desk.signIn('bondar');
    expect(await seen()).not.toContain('таємниця');
    await desk.get('session.signOut', {});
    await desk.signIn('shevchuk');
    expect(await seen()).toContain('таємниця');
  });
});

describe('a session during an outage', () => {
  test('that has run out does not stop the work: what was begun is completed and sent', async () => {
    const clock = aClock();
    const desk = await aDesk('koval', clock);
    desk.line.cut();
    clock.shiftBoth(400 * 24 * 3600_000);
    const appeal = randomUUID();
    const draft = { call: randomUUID(), field: 'notes', text: 'далі', rev: 1 } as const;
    await desk.get('draft.save', draft);
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    clock.shiftBoth(-400 * 24 * 3600_000);
    desk.line.mend();
    desk.nudge();
    await desk.settled();
    expect((await desk.get('appeal.get', { appeal }))?.delivery).toBe('accepted');
  });

  test('is confirmed once the centre is back, without touching what is open', async () => {
    const desk = await aDesk('koval');
    await desk.get('session.signOut', {});
    desk.line.cut();
    await desk.signIn('koval');
    const session = async () => (await desk.get('workstation.state', {})).session;
    expect(await session()).toMatchObject({ login: 'koval', offline: true });
    const draft = { call: randomUUID(), field: 'notes', text: 'відкрита картка', rev: 1 } as const;
    await desk.get('draft.save', draft);
    desk.line.mend();
    desk.nudge();
    await desk.settled();
    expect(await session()).toMatchObject({ offline: true });
    await desk.signIn('koval');
    expect(await session()).toMatchObject({ login: 'koval', offline: false });
    expect(JSON.stringify(await desk.get('draft.list', {}))).toContain('відкрита картка');
  });

  test('of somebody whose account was closed meanwhile: the work is accepted and marked', async () => {
    const desk = await aDesk('bondar');
    const author = await me(desk);
    desk.line.cut();
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    await server.admin('account.disable', { login: 'bondar' });
    desk.line.mend();
    desk.nudge();
    await desk.settled();
    await server.admin('account.enable', { login: 'bondar' });
    const detail = await desk.get('appeal.get', { appeal });
    expect(detail).toMatchObject({ delivery: 'accepted', appeal: { registeredBy: author } });
    expect(detail?.history).toMatchObject([{ actor: author, marks: ['actor_disabled'] }]);
  });
});

describe('correcting what still waits', () => {
  test('the network returns while a waiting appeal is being corrected: it goes out as registered, the correction behind it', async () => {
    const desk = await aDesk('koval');
    desk.line.cut();
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    const before = (await desk.get('appeal.get', { appeal }))?.appeal;
    // The correction is being typed: a draft in the window, nothing of it is a command yet.
    desk.line.mend();
    desk.nudge();
    await desk.settled();
    const changes = [{ field: 'text', value: 'Немає води четвертий день.' }];
    const payload = { appeal, applicant: before?.applicant, changes };
    const base = [{ field: 'text', value: before?.text }];
    const action = randomUUID();
    const answer = await desk.call('command.submit', {
      action,
      commands: [{ kind: 'appeal.amend', payload, base }],
      consumes: [],
    });
    expect(answer.ok).toBe(true);
    await desk.settled();
    const witness = await aDesk('shevchuk');
    const detail = await witness.get('appeal.get', { appeal });
    expect(detail?.appeal).toMatchObject({ number: before?.number, text: 'Немає води четвертий день.' });
    expect(detail?.history.map(({ kind }) => kind)).toEqual(['appeal.register', 'appeal.amend']);
  });

  test('corrected while both wait: they arrive in order, as one appeal in its corrected form', async () => {
    const desk = await aDesk('koval');
    desk.line.cut();
    const appeal = randomUUID();
    await desk.submit(aRegisteredCall(randomUUID(), appeal));
    const before = (await desk.get('appeal.get', { appeal }))?.appeal;
    const amend = {
      kind: 'appeal.amend',
      payload: { appeal, applicant: before?.applicant, changes: [{ field: 'text', value: 'Воду дали.' }] },
      base: [{ field: 'text', value: before?.text }],
    };
    const answer = await desk.call('command.submit', {
      action: randomUUID(),
      commands: [amend],
      consumes: [],
    });
    expect(answer.ok).toBe(true);
    desk.line.mend();
    desk.nudge();
    await desk.settled();
    const witness = await aDesk('shevchuk');
    expect((await witness.get('appeal.get', { appeal }))?.appeal.text).toBe('Воду дали.');
    expect(
      (await witness.get('appeal.list', { scope: 'all', urgentOnly: false, limit: 500 })).lines.filter(
        ({ id }) => id === appeal,
      ),
    ).toHaveLength(1);
  });
});
