// Public bug reports of other products about sending and exactly once, each as what must hold here (cases 1 to 10).
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src-main/data/store/open.ts';
import { Command } from '../../../src-shared/command/envelope.ts';
import { aCallStart, aNote } from '../../support/cases.ts';
import {
  aGate,
  killImage,
  newIds,
  shownOf,
  statusOf,
  takePlaceOf,
  untilState,
  useCentre,
} from '../../support/centre.ts';
import { aPeer } from '../../support/peer.ts';
import { loadRelease } from '../../support/release.ts';
import { aFolder, aLine, aRegisteredCall, type TestWorkstation } from '../../support/workstation.ts';
import { mixFiles } from './mixFiles.ts';

const centre = useCentre();

function waitingCommands(dir: string, key: Buffer): Command[] {
  const db = openDatabase({ file: join(dir, 'intent.db'), key, durability: 'FULL', exclusive: true });
  const bodies = db.prepare<[], string>('SELECT body FROM outbox ORDER BY seq').pluck().all();
  db.close();
  return bodies.map((body) => Command.parse(JSON.parse(body)));
}

describe('sending', () => {
  test('case 1: killed after the centre has committed and before its answer, the next start finds one record and its outcome', async () => {
    const { call, appeal } = newIds();
    const desk = await centre.desk();
    const gate = aGate();
    desk.line.intercept(async (path, pass) => {
      if (path !== '/sync/push') return await pass();
      await pass();
      await gate.pass();
      throw new Error('killed');
    });
    await desk.submit(aRegisteredCall(call, appeal));
    await gate.reached;
    const dir = takePlaceOf(desk.dir, await killImage(desk));
    desk.line.cut();
    gate.open();
    const next = await centre.open({ dir, key: desk.key, line: aLine() });
    await next.settled();
    expect((await shownOf(next, appeal))?.delivery).toBe('accepted');
    expect(await centre.effects(appeal)).toEqual(['appeal.register']);
    expect(await centre.livesOf(next)).toBe(1);
  });

  test('case 2: what was sent once never changes; an edit after a lost answer is a command of its own, and both arrive', async () => {
    const { call, appeal } = newIds();
    const desk = await centre.desk();
    const bodies: string[] = [];
    let isLost = true;
    desk.line.intercept(async (path, pass, body) => {
      if (path !== '/sync/push') return await pass();
      bodies.push(body);
      if (!isLost) return await pass();
      throw new Error('cancelled');
    });
    await desk.submit(aRegisteredCall(call, appeal));
    await untilState(desk, 'offline');
    await desk.submit([
      { kind: 'call.note', payload: { call, lines: [{ atMs: 2000, text: 'виправлення після надсилання' }] } },
    ]);
    isLost = false;
    desk.nudge();
    await desk.settled();
    const sent = bodies.map((body) => (JSON.parse(body) as { commands: Command[] }).commands);
    const bySeq = new Map<number, string>();
    for (const command of sent.flat()) {
      expect(bySeq.get(command.seq) ?? command.hash).toBe(command.hash);
      bySeq.set(command.seq, command.hash);
    }
    expect(bySeq.size).toBe(5);
    expect((await desk.get('attention.list', {})).items).toEqual([]);
  });

  test('case 2: the same id with another content is kept aside, and never shuts the queue behind it', async () => {
    const one = await aPeer(centre.server());
    const twin = await one.anotherClient();
    const call = randomUUID();
    const start = aCallStart(one, call);
    await one.push([start]);
    const other = twin.command(
      'call.start',
      { call: randomUUID(), phone: null, phoneRaw: '' },
      { id: start.id },
    );
    const answer = await twin.push([other, aCallStart(twin)]);
    expect(answer.stop).toBeNull();
    expect(answer.results).toMatchObject([
      { outcome: 'quarantined', code: 'id_reused' },
      { outcome: 'applied' },
    ]);
    const changed = one.command('call.start', { ...start.payload, phoneRaw: 'інше' }, { seq: 1 });
    expect((await one.push([changed])).stop).toEqual({ name: 'forked', seq: 1 });
  });

  test('case 3: killed right after Enter, the command is sent by the next start, whoever signs in then', async () => {
    const { call, appeal } = newIds();
    const desk = await centre.desk('koval');
    await desk.get('session.signOut', {});
    await desk.signIn('koval');
    desk.line.cut();
    await desk.submit(aRegisteredCall(call, appeal));
    const dir = takePlaceOf(desk.dir, await killImage(desk));
    const next = await centre.open({ dir, key: desk.key, line: aLine() });
    await next.get('session.signOut', {});
    await next.signIn('bondar');
    await next.settled();
    const shown = await shownOf(next, appeal);
    expect(shown?.delivery).toBe('accepted');
    expect(shown?.names[shown.appeal.registeredBy]).toMatch(/^Коваль/);
  });

  test('case 4: a batch that overtakes a lost one is not applied; sent again in order, each command takes effect once', async () => {
    const peer = await aPeer(centre.server());
    const call = randomUUID();
    const commands = [aCallStart(peer, call), aNote(peer, call), aNote(peer, call, 'друга')];
    const ahead = await peer.push(commands.slice(1));
    expect(ahead).toMatchObject({ results: [], stop: { name: 'gap', expected: 1 } });
    const held = async () => (await centre.documents('call')).find(({ id }) => id === call)?.doc;
    expect(await held()).toBeUndefined();
    await peer.push(commands);
    await peer.push(commands);
    expect((await held())?.notes).toHaveLength(2);
  });

  test('case 5: two workstations that come back together with every wake-up lost both empty their queues and see each other', async () => {
    const desks = await Promise.all(
      ['koval', 'bondar'].map((login) => centre.desk(login, { line: aLine(true), timing: { pollMs: 50 } })),
    );
    const appeals = desks.map(() => randomUUID() as string);
    for (const [index, desk] of desks.entries()) {
      desk.line.cut();
      await desk.submit(aRegisteredCall(randomUUID(), appeals[index]));
      await untilState(desk, 'offline');
    }
    for (const desk of desks) desk.line.mend();
    for (const desk of desks) {
      await desk.settled();
      for (const appeal of appeals)
        await desk.until(async () => (await shownOf(desk, appeal))?.delivery === 'accepted');
    }
  });

  test('case 6: wherever a kill falls between the two files, "waiting" is what the outbox says, and the queue empties', async () => {
    const { call, appeal } = newIds();
    const desk = await centre.desk();
    desk.line.cut();
    const images = [await killImage(desk)];
    await desk.submit(aRegisteredCall(call, appeal));
    images.push(await killImage(desk));
    desk.line.mend();
    desk.nudge();
    await desk.settled();
    images.push(await killImage(desk));
    await desk.close();
    let place = desk.dir;
    // The files commit one after the other: a kill leaves either of them up to one step behind.
    for (const [intent, records] of [
      [1, 0],
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 0],
    ] as const) {
      const dir = await mixFiles(images[intent] ?? '', images[records] ?? '', await aFolder());
      place = takePlaceOf(place, dir);
      const line = aLine();
      line.cut();
      const offline = await centre.open({ dir, key: desk.key, line });
      expect((await shownOf(offline, appeal))?.appeal.id).toBe(appeal);
      expect((await statusOf(offline)).waiting).toBe(intent === 1 ? 4 : 0);
      line.mend();
      offline.nudge();
      await offline.settled();
      expect((await shownOf(offline, appeal))?.delivery).toBe('accepted');
      expect(await centre.livesOf(offline)).toBe(1);
      await offline.close();
    }
    expect(await centre.effects(appeal)).toEqual(['appeal.register']);
  });

  test('case 7: a queue written by an earlier release leaves after the upgrade', async () => {
    const release = await loadRelease('0.1.0');
    const { call, appeal } = newIds();
    const before = await centre.desk('koval', { release });
    before.line.cut();
    await before.submit(aRegisteredCall(call, appeal));
    const after = await before.reopen({ release: undefined, line: aLine() });
    await after.settled();
    expect((await shownOf(after, appeal))?.delivery).toBe('accepted');
    await after.close();
  });

  test('case 7: confirming that fails is shown as a failure, stops no download, and loses nothing', async () => {
    const { call, appeal } = newIds();
    const desk = await centre.desk();
    await desk.close();
    breakConfirming(desk, true);
    const broken = await centre.open({ dir: desk.dir, key: desk.key });
    await broken.submit(aRegisteredCall(call, appeal));
    await broken.until(async () => (await statusOf(broken)).trouble === 'serverFault');
    expect((await statusOf(broken)).nextAttemptAt).not.toBeNull();
    const other = await centre.desk('bondar');
    const theirs = newIds();
    await other.submit(aRegisteredCall(theirs.call, theirs.appeal));
    await other.settled();
    broken.nudge();
    await broken.until(async () => (await shownOf(broken, theirs.appeal)) !== null);
    await broken.close();
    expect(waitingCommands(desk.dir, desk.key).map(({ kind }) => kind)).toContain('appeal.register');
    breakConfirming(desk, false);
    const healed = await centre.open({ dir: desk.dir, key: desk.key });
    await healed.settled();
    expect(await centre.effects(appeal)).toEqual(['appeal.register']);
  });

  test('case 8: a command given between the last batch and rest is sent without anything else happening', async () => {
    const desk = await centre.desk();
    let second: Promise<unknown> | undefined;
    desk.line.intercept(async (path, pass) => {
      const answer = await pass();
      if (path === '/sync/pull') second ??= desk.submit(aRegisteredCall());
      return answer;
    });
    await desk.submit(aRegisteredCall());
    await desk.until(async () => second !== undefined && (await statusOf(desk)).waiting === 0);
    await second;
    await desk.settled();
  });

  test('case 9: the operator changes while a batch is on its way; it is confirmed all the same', async () => {
    const { call, appeal } = newIds();
    const desk = await centre.desk('koval');
    const gate = aGate();
    desk.line.intercept(async (path, pass) => {
      if (path === '/sync/push') await gate.pass();
      return await pass();
    });
    await desk.submit(aRegisteredCall(call, appeal));
    await gate.reached;
    await desk.get('session.signOut', {});
    await desk.signIn('bondar');
    gate.open();
    await desk.settled();
    expect((await shownOf(desk, appeal))?.delivery).toBe('accepted');
  });

  test('case 10: signing in again, a change of shift and a disabled account leave the queue as it is, and it arrives', async () => {
    const { call, appeal } = newIds();
    const desk = await centre.desk('koval');
    await desk.get('session.signOut', {});
    await desk.signIn('bondar');
    await desk.submit(aRegisteredCall());
    await desk.settled();
    desk.line.cut();
    await desk.submit(aRegisteredCall(call, appeal));
    const before = await queueOf(desk);
    for (const login of ['bondar', 'koval', 'bondar']) {
      await desk.get('session.signOut', {});
      await desk.signIn(login);
      expect(await queueOf(desk)).toEqual(before);
    }
    await centre.server().admin('account.disable', { login: 'bondar' });
    try {
      desk.line.mend();
      desk.nudge();
      await desk.settled();
    } finally {
      await centre.server().admin('account.enable', { login: 'bondar' });
    }
    expect(await centre.effects(appeal)).toEqual(['appeal.register']);
    expect((await desk.get('attention.list', {})).items).toEqual([]);
  });
});

/** Bodies that wait, read from the disk as a kill would leave it. */
async function queueOf(desk: TestWorkstation): Promise<string[]> {
  return waitingCommands(await killImage(desk), desk.key).map(({ hash }) => hash);
}

/** Makes the step that takes confirmed commands out of the outbox fail, as a faulty schema step once did elsewhere. */
function breakConfirming(desk: TestWorkstation, isBroken: boolean): void {
  const file = join(desk.dir, 'intent.db');
  const db = openDatabase({ file, key: desk.key, durability: 'FULL', exclusive: true });
  db.exec(
    isBroken
      ? "CREATE TRIGGER broken BEFORE INSERT ON acknowledged BEGIN SELECT RAISE(ABORT, 'broken'); END"
      : 'DROP TRIGGER broken',
  );
  db.close();
}
