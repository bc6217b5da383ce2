import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { readLife } from '../../../../../src-server/store/recovery.ts';
import type { OperatorId } from '../../../../../src-shared/brand.ts';
import type { Command } from '../../../../../src-shared/command/envelope.ts';
import { SignInAnswer } from '../../../../../src-shared/session/signIn.ts';
import { type Backup, backupOf } from '../../../../support/backup.ts';
import { aCallStart, aNote, aRegistration, leasedNumber } from '../../../../support/cases.ts';
import { PASSWORD, refusalOf } from '../../../../support/peer.ts';
import type { TestServer } from '../../../../support/server.ts';
import { ENGINES, useBench } from '../../../../support/stores.ts';
import { aTeller, type Teller } from '../../../../support/teller.ts';

describe.each(ENGINES)('a server restored from a backup on %s', (engine) => {
  const { bench } = useBench(engine);
  let server: TestServer;
  let one: Teller;
  let two: Teller;
  let backup: Backup;

  /** Two workstations; one command each before the backup. */
  beforeEach(async () => {
    server = await bench().server();
    one = await aTeller(server);
    two = await aTeller(server, 'bondar');
    await one.push([aCallStart(one.peer)]);
    await two.push([aCallStart(two.peer)]);
    await server.stop();
    backup = await backupOf(server);
    await server.start();
  });

  async function restore(): Promise<void> {
    await server.stop();
    await backup.restore();
    await server.start();
  }

  const life = async () => await readLife(server.running.context.store.db);

  test('refuses work until everybody has told what they know, decides it in the old order, and goes on', async () => {
    const call = randomUUID();
    const [start, first, second] = [
      aCallStart(one.peer, call),
      aNote(two.peer, call, 'перша'),
      aNote(one.peer, call, 'друга'),
    ];
    await one.push([start as Command]);
    await two.push([first as Command]);
    await one.push([second as Command]);
    const before = await documents(one);
    await restore();

    expect((await life()).recovery?.reason).toBe('behind');
    const blocked = await one.peer.send('/sync/push', pushOf(one, [aCallStart(one.peer)]));
    expect([blocked.status, refusalOf(blocked)]).toEqual([503, 'recovering']);
    expect(blocked.headers.get('retry-after')).toBe('5');
    // Told in the opposite order of the one in which it was decided.
    expect((await two.hello()).verdict).toEqual({ name: 'repush', from: 2 });
    expect((await two.repush()).taken).toBe(1);
    expect(await two.hello()).toMatchObject({ verdict: { name: 'recovering' }, leases: [] });
    expect((await one.hello()).verdict).toEqual({ name: 'repush', from: 2 });
    expect((await one.repush()).taken).toBe(2);

    expect((await life()).recovery).toBeUndefined();
    expect((await one.hello()).verdict.name).toBe('ok');
    expect(await documents(one)).toEqual(before);
    // What waited meanwhile goes after it.
    expect((await two.push([aNote(two.peer, call, 'третя')]))[0]).toMatchObject({
      outcome: 'applied',
      seq: 3,
    });
  });

  test('that went on unnoticed is found out by what a workstation was confirmed', async () => {
    await one.push([aCallStart(one.peer)]);
    await server.stop();
    await backup.restore();
    await forgetReached(server);
    await server.start();
    await two.push([aCallStart(two.peer), aCallStart(two.peer)]);
    expect((await life()).recovery).toBeUndefined();

    expect((await one.hello()).verdict).toEqual({ name: 'repush', from: 2 });
    expect((await life()).recovery?.reason).toBe('client_ahead');
    await one.repush();
    await two.hello();
    await two.repush();
    expect((await life()).recovery).toBeUndefined();
    const calls = [...one.kept, ...two.kept].map(({ command }) => String(command.payload.call));
    expect(
      Object.keys(await documents(one))
        .filter((key) => key.startsWith('call/'))
        .sort(),
    ).toEqual(calls.map((call) => `call/${call}`).sort());
  });

  test('that has passed the version a workstation saw is found out by the mark', async () => {
    await one.push([aCallStart(one.peer)]);
    const { cursor } = await one.peer.pull();
    await server.stop();
    await backup.restore();
    await forgetReached(server);
    await server.start();
    for (let count = 0; count < 3; count += 1) await two.push([aCallStart(two.peer)]);
    const answer = await two.hello({ cursor });
    expect(answer.verdict.name).toBe('repush');
    expect((await life()).recovery?.reason).toBe('mark_unknown');
  });

  test('and put back twice recovers from both lives; no number is ever leased twice', async () => {
    const told = leasedNumber(one.peer, 0);
    await one.push([aRegistration(one.peer, told)]);
    await restore();
    for (const teller of [one, two]) {
      await teller.hello();
      await teller.repush();
    }
    const later = (await two.hello({ numbers: [] })).leases;
    await one.push([aRegistration(one.peer, leasedNumber(one.peer, 1))]);
    const before = await documents(one);
    await restore();
    expect((await life()).recovery?.reason).toBe('unknown_epoch');
    for (const teller of [one, two]) {
      await teller.hello();
      await teller.repush();
    }
    expect(await documents(one)).toEqual(before);
    const all = [...one.blocks, ...two.blocks, ...later, ...(await aTeller(server)).blocks];
    const distinct = [...new Map(all.map((block) => [block.id, block])).values()].sort((a, b) => a.lo - b.lo);
    for (const [index, block] of distinct.entries())
      expect(block.lo).toBeGreaterThan(distinct[index - 1]?.hi ?? 0);
    const ledger = (await server.admin('numbers')) as { totals: { used: number } };
    expect(ledger.totals.used).toBe(2);
  });

  test('lets a late-comer tell its part after the end, and goes on with it', async () => {
    const call = randomUUID();
    await one.push([aCallStart(one.peer, call)]);
    await two.push([aNote(two.peer, call)]);
    await restore();
    await one.hello();
    await one.repush();
    expect((await life()).recovery).toBeDefined();
    await server.admin('recovery.close');
    expect((await life()).recovery).toBeUndefined();
    await one.push([aCallStart(one.peer)]);

    expect((await two.hello()).verdict).toEqual({ name: 'repush', from: 2 });
    expect((await life()).recovery).toBeUndefined();
    expect((await two.repush()).taken).toBe(1);
    expect((await two.hello()).verdict.name).not.toBe('repush');
    expect((await two.push([aNote(two.peer, call, 'далі')]))[0]?.outcome).toBe('applied');
    expect((await documents(one))[`call/${call}`]).toMatchObject({
      notes: [{ text: 'нотатка' }, { text: 'далі' }],
    });
  });

  test('takes in two lines of one client, the later one told first, each in its own order', async () => {
    const at = { call: randomUUID() };
    const [start, note] = [aCallStart(one.peer, at.call), aNote(one.peer, at.call, 'перша')];
    await one.push([start]);
    await one.push([note]);
    const earlier = one.kept.slice(-2);
    await server.stop();
    await backup.restore();
    await forgetReached(server);
    await server.start();
    // The other copy of the database: the same sequences, other commands, at later versions.
    one.peer.nextSeq = start.seq;
    for (let count = 0; count < 3; count += 1) await two.push([aCallStart(two.peer)]);
    const other = aCallStart(one.peer);
    await one.push([other]);
    const later = one.kept.slice(-1);
    await restore();

    await one.hello();
    await one.repush({ entries: later, ackedSeq: other.seq, complete: false });
    await one.repush({ entries: earlier, ackedSeq: note.seq });
    // Said once more it changes nothing.
    await one.repush({ entries: earlier, ackedSeq: note.seq, complete: false });
    await two.hello();
    await two.repush();
    expect((await life()).recovery).toBeUndefined();

    const found = await documents(one);
    expect(found[`call/${at.call}`]).toMatchObject({ notes: [{ text: 'перша' }] });
    expect(found[`call/${String(other.payload.call)}`]).toBeDefined();
    const receipts = await receiptsOf(server, [start, note, other]);
    expect(receipts.filter(({ repeated }) => repeated === 0).map(({ command }) => command)).toEqual(
      [start, note, other].map(({ id }) => id),
    );
    expect(await server.admin('recovery.status')).toMatchObject({ past: [{ lost: 0 }] });
    // The line the client goes on with is the one that was told first.
    one.peer.nextSeq = note.seq + 1;
    expect((await one.hello({ ackedSeq: note.seq })).verdict.name).not.toBe('repush');
    expect((await one.push([aCallStart(one.peer)]))[0]?.outcome).toBe('applied');
  });

  test('receipts as lost what nobody holds any more, and does not shut its client out', async () => {
    await one.push([aCallStart(one.peer), aCallStart(one.peer), aCallStart(one.peer)]);
    await restore();
    await one.hello();
    await one.repush({ entries: one.kept.filter(({ command }) => command.seq === 3) });
    await two.hello();
    await two.repush();
    expect(await one.hello()).toMatchObject({ verdict: { name: 'ok' }, lastSeq: 4, lastHash: null });
    const { ack } = await one.peer.pull({ ackedSeq: 1 });
    expect(ack.results.map(({ code }) => code)).toEqual(['lost_in_restore', null, 'lost_in_restore']);
    expect((await one.push([aCallStart(one.peer)]))[0]).toMatchObject({ seq: 5, outcome: 'applied' });
    expect(await server.admin('recovery.status')).toMatchObject({
      open: null,
      past: [{ lost: 2, redecided: 1 }],
    });
  });

  test('lets a workstation of the first release wait until it has been updated, and then takes its part', async () => {
    await one.push([aCallStart(one.peer)]);
    await restore();
    expect(await one.hello({ protocol: [1, 1] })).toMatchObject({
      protocol: 1,
      verdict: { name: 'recovering' },
    });
    await server.admin('recovery.close');
    expect((await one.hello({ protocol: [1, 1], epoch: one.kept[0]?.epoch ?? null })).verdict.name).toBe(
      'recovering',
    );
    expect((await one.hello({ epoch: one.kept[0]?.epoch ?? null })).verdict).toEqual({
      name: 'repush',
      from: 2,
    });
    expect((await one.repush()).taken).toBe(1);
    expect((await one.push([aCallStart(one.peer)]))[0]?.outcome).toBe('applied');
  });

  test('brings before a person what it accepts now and did not the first time, and counts it', async () => {
    const [start] = [aCallStart(one.peer)];
    await one.push([start]);
    await restore();
    await one.hello();
    await one.repush({
      entries: one.kept.map((entry) => ({ ...entry, outcome: 'refused', code: 'call_unknown' })),
    });
    await two.hello();
    await two.repush();
    expect((await documents(one))[`attention/${start.id}`]).toMatchObject({
      outcome: 'applied',
      code: 'other_after_restore',
      data: { was: 'refused', wasCode: 'call_unknown' },
      state: 'open',
    });
    expect(await server.admin('recovery.status')).toMatchObject({ past: [{ redecided: 1, differing: 1 }] });
  });

  test('goes on with an ending that was interrupted', async () => {
    for (let count = 0; count < 3; count += 1) await one.push([aCallStart(one.peer)]);
    const before = await documents(one);
    await restore();
    const { db } = server.running.context.store;
    await two.hello();
    await two.repush();
    await one.hello();
    await one.repush({ complete: false });
    // The server dies right after the ending was decided.
    await db.updateTable('recovery').set({ ended_by: 'all' }).execute();
    await server.restart();
    expect((await life()).recovery).toBeUndefined();
    expect(await documents(one)).toEqual(before);
    expect(await one.hello()).toMatchObject({ verdict: { name: 'resnapshot' }, lastSeq: 4 });
  });

  test('waits for the accounts of people it has lost, and takes what they did once they are there again', async () => {
    const account = { login: 'new', name: 'Нова Людина', role: 'operator', password: PASSWORD };
    const { id } = (await server.admin('account.add', account)) as { id: string };
    const session = { request: randomUUID(), login: 'new', password: PASSWORD };
    const { grant } = SignInAnswer.parse((await one.peer.send('/session', session)).body);
    const call = randomUUID();
    const start = one.peer.command(
      'call.start',
      { call, phone: null, phoneRaw: '' },
      { actor: id as OperatorId, grant },
    );
    await one.push([start]);
    await restore();
    for (const teller of [one, two]) {
      await teller.hello();
      await teller.repush();
    }
    expect((await one.hello()).verdict.name).toBe('recovering');
    expect(await server.admin('recovery.status')).toMatchObject({
      open: { unknownOperators: [{ operator: id, commands: 1 }] },
    });
    await server.admin('account.add', { ...account, id });
    expect((await life()).recovery).toBeUndefined();
    expect((await documents(one))[`call/${call}`]).toMatchObject({ operator: id });
    // The sign-in itself was lost with the backup, and still speaks for what its owner sends now.
    const later = one.peer.command(
      'call.start',
      { call: randomUUID(), phone: null, phoneRaw: '' },
      { actor: id as OperatorId, grant },
    );
    await one.hello();
    expect((await one.push([later]))[0]?.outcome).toBe('applied');
  });

  test('begun and closed by the administrator, who is told whom it waits for', async () => {
    const begun = await server.admin('recovery.begin');
    expect(begun).toMatchObject({ reason: 'administrator' });
    await expect(server.admin('recovery.begin')).rejects.toThrow('open already');
    const status = await server.admin('recovery.status');
    expect(status).toMatchObject({
      open: {
        reason: 'administrator',
        workstations: [
          { awaited: true, complete: false, told: 0 },
          { awaited: true, complete: false, told: 0 },
        ],
        unknownOperators: [],
      },
    });
    await server.admin('workstation.revoke', { id: two.peer.enrolled.workstation });
    await one.hello();
    await one.repush();
    expect((await life()).recovery).toBeUndefined();
    await expect(server.admin('recovery.close')).rejects.toThrow('No recovery');
  });
});

/** Every record of the region by type and id, as one who begins sees it: without versions and marks. */
async function documents(teller: Teller): Promise<Record<string, unknown>> {
  const { rows } = await teller.peer.pullAll();
  return Object.fromEntries(rows.map(({ type, id, doc }) => [`${type}/${id}`, doc]));
}

/** Receipts of some commands in the order in which they were decided; of one client no sequence was decided before a lower one. */
async function receiptsOf(server: TestServer, commands: readonly Command[]) {
  const rows = await server.running.context.store.db
    .selectFrom('receipt')
    .selectAll()
    .orderBy('version')
    .orderBy('ordinal')
    .orderBy('seq')
    .execute();
  const fresh = rows.filter(({ repeated }) => repeated === 0);
  for (const [index, row] of fresh.entries()) {
    const before = fresh.slice(0, index).filter(({ client }) => client === row.client);
    expect(before.every(({ seq }) => seq < row.seq)).toBe(true);
  }
  return rows.filter(({ command }) => commands.some(({ id }) => id === command));
}

function pushOf(teller: Teller, commands: readonly Command[]): object {
  return { client: teller.peer.client, request: randomUUID(), epoch: teller.peer.epoch, commands };
}

/** As if the high-water file had been lost with the machine, but for the numbers. */
async function forgetReached(server: TestServer): Promise<void> {
  const file = `${server.dataDir}.highwater.json`;
  const content = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, JSON.stringify({ ...content, reached: null }));
}
