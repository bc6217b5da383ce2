import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openTestWorkstation, removeFolders, type TestWorkstation } from '../support/workstation.ts';

let server: TestServer;
const open: TestWorkstation[] = [];

async function aDesk(login: string): Promise<TestWorkstation> {
  const made = await openTestWorkstation();
  open.push(made);
  await made.enrol(server, login);
  await made.signIn(login);
  await made.settled();
  return made;
}

/** All that was done here is at the centre; a workstation that opens after it has pulled it all. */
async function settled(desk: TestWorkstation): Promise<void> {
  desk.nudge();
  await desk.settled();
}

const SECRET = 'таємниця заявника';

/** A call with unfinished notes, handed to the shift. @returns ids of call and handover */
async function aHandedCard(desk: TestWorkstation) {
  const call = randomUUID();
  const handover = randomUUID();
  const startedAt = new Date().toISOString();
  const notes = JSON.stringify([{ atMs: 0, text: SECRET }]);
  await desk.submit([{ kind: 'call.start', payload: { call, phone: null, phoneRaw: '050' } }]);
  await desk.get('draft.save', { call, field: 'notes', text: notes, rev: 7 });
  await desk.get('command.submit', {
    action: randomUUID(),
    commands: [
      {
        kind: 'draft.hand',
        payload: {
          handover,
          call,
          startedAt,
          phoneRaw: '050',
          to: null,
          fields: [{ field: 'notes', text: notes }],
        },
      },
    ],
    consumes: [{ call, field: null }],
  });
  return { call, handover };
}

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

describe('the end of a shift', () => {
  test('a handed card is nobody’s to read until somebody accepts it, at any workstation, also without a network', async () => {
    const desk = await aDesk('koval');
    const { call, handover } = await aHandedCard(desk);
    expect(JSON.stringify(await desk.get('draft.list', {}))).not.toContain(SECRET);
    await settled(desk);

    const next = await aDesk('bondar');
    const offered = await next.get('handover.list', {});
    expect(offered.waiting).toMatchObject([{ id: handover, phoneRaw: '050', mayAccept: true }]);
    expect(JSON.stringify(offered)).not.toContain(SECRET);

    next.line.cut();
    await next.get('handover.accept', { action: randomUUID(), handover });
    const drafts = await next.get('draft.list', {});
    expect(drafts.calls).toMatchObject([{ call, fields: [{ field: 'notes' }] }]);
    expect(JSON.stringify(drafts)).toContain(SECRET);
    next.line.mend();
    await settled(next);

    const witness = await aDesk('shevchuk');
    const seen = await witness.get('handover.list', {});
    expect(seen.waiting.map(({ id }) => id)).not.toContain(handover);
    expect(seen.taken[0]).toMatchObject({ id: handover });
    expect(seen.taken[0]?.takenByName).not.toBe('');
  });

  test('its author takes it back on the same machine, with every word', async () => {
    const desk = await aDesk('koval');
    const { call, handover } = await aHandedCard(desk);
    await desk.get('handover.accept', { action: randomUUID(), handover });
    const { calls } = await desk.get('draft.list', {});
    const back = calls.find((one) => one.call === call)?.fields.find(({ field }) => field === 'notes');
    expect(back?.text).toContain(SECRET);
    expect(back?.rev).toBeGreaterThan(7);
  });

  test('a promise left to the shift is there for the next one', async () => {
    const desk = await aDesk('koval');
    const promise = randomUUID();
    const me = (await desk.get('workstation.state', {})).session?.operator.id ?? null;
    const terms = {
      phone: '+380501234567',
      phoneRaw: '0501234567',
      name: 'Ганна',
      what: 'сказати, коли дадуть воду',
      dueAt: new Date(Date.now() + 3_600_000).toISOString(),
      call: null,
      appeal: null,
      applicant: null,
    };
    await desk.submit([{ kind: 'promise.make', payload: { promise, terms } }]);
    await desk.submit([{ kind: 'promise.pass', payload: { promise, from: me, to: null } }]);
    await desk.get('session.signOut', {});
    await settled(desk);
    const next = await aDesk('bondar');
    const { open: owed } = await next.get('promise.list', {});
    expect(owed.find(({ promise: one }) => one.id === promise)).toMatchObject({
      ownerName: '',
      promise: { owner: null, madeBy: me, state: 'open' },
    });
  });
});

describe('a call that was cut off', () => {
  test('is offered at another workstation with its notes, once', async () => {
    const desk = await aDesk('koval');
    const earlier = randomUUID();
    const phone = { phone: '+380671112233', phoneRaw: '067 111 22 33' };
    await desk.submit([
      { kind: 'call.start', payload: { call: earlier, ...phone } },
      { kind: 'call.note', payload: { call: earlier, lines: [{ atMs: 900, text: 'тече дах' }] } },
      { kind: 'call.finish', payload: { call: earlier, ...phone, code: 'dropped' } },
    ]);
    await settled(desk);

    const other = await aDesk('bondar');
    const call = randomUUID();
    await other.submit([{ kind: 'call.start', payload: { call, phone: null, phoneRaw: '' } }]);
    const ask = { call, phone: phone.phone };
    expect((await other.get('call.interrupted', ask)).earlier).toMatchObject({
      id: earlier,
      notes: [{ text: 'тече дах' }],
    });
    expect((await other.get('call.interrupted', { call, phone: '+380671112244' })).earlier).toBeNull();
    await other.submit([{ kind: 'call.continue', payload: { call, earlier } }]);
    expect((await other.get('call.interrupted', ask)).earlier).toBeNull();
    expect((await other.get('call.interrupted', { ...ask, call: randomUUID() })).earlier).toBeNull();
  });
});
