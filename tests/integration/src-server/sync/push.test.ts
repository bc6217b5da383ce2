import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ClientId } from '../../../../src-shared/brand.ts';
import { formatNumber } from '../../../../src-shared/number/number.ts';
import { aCallStart, aNote, aRegistration, leasedNumber } from '../../../support/cases.ts';
import { aPeer, peerOf, refusalOf, rehashed } from '../../../support/peer.ts';
import type { TestServer } from '../../../support/server.ts';
import { ENGINES, useBench } from '../../../support/stores.ts';

describe.each(ENGINES)('push on %s', (engine) => {
  const { bench, server } = useBench(engine);

  test('a batch sent again and again is decided once and answered the same', async () => {
    const peer = await aPeer(server());
    const start = aCallStart(peer);
    const call = String(start.payload.call);
    const batch = [start, aNote(peer, call), aRegistration(peer, leasedNumber(peer), call)];
    const first = await peer.push(batch);
    expect(first.results.map((result) => result.outcome)).toEqual(['applied', 'applied', 'applied']);
    const before = await peer.pullAll();
    // The answer was lost: the same again, then together with the next one.
    expect((await peer.push(batch)).results).toEqual(first.results);
    const next = aNote(peer, call, 'друга');
    const again = await peer.push([...batch, next]);
    expect(again.results.slice(0, 3)).toEqual(first.results);
    const after = await peer.pullAll({ cursor: before.last.cursor });
    const document = after.rows.find((row) => row.id === call)?.doc;
    expect(document?.notes).toHaveLength(2);
    expect(after.rows.filter((row) => row.type === 'history').map((row) => row.id)).toEqual([next.id]);
  });

  test('a repeat burns no version', async () => {
    const peer = await aPeer(server());
    const batch = [aCallStart(peer)];
    await peer.push(batch);
    const before = (await peer.pullAll()).last.cursor;
    await peer.push(batch);
    expect((await peer.pullAll()).last.cursor).toEqual(before);
  });

  test('ten pushes of one batch at the same time leave one effect each', async () => {
    const peer = await aPeer(server());
    const start = aCallStart(peer);
    const batch = [start, aNote(peer, String(start.payload.call)), aNote(peer, String(start.payload.call))];
    const answers = await Promise.all(Array.from({ length: 10 }, async () => await peer.push(batch)));
    for (const answer of answers) expect(answer.results).toEqual(answers[0]?.results);
    const { rows } = await peer.pullAll();
    expect(rows.find((row) => row.id === start.payload.call)?.doc?.notes).toHaveLength(2);
  });

  test('a missing sequence stops the batch; what came before it stands', async () => {
    const peer = await aPeer(server());
    const batch = [aCallStart(peer), aCallStart(peer), aCallStart(peer)];
    const answer = await peer.push(batch.filter((command) => command.seq !== 2));
    expect(answer.results.map((result) => result.seq)).toEqual([1]);
    expect(answer.stop).toEqual({ name: 'gap', expected: 2 });
    const whole = await peer.push(batch);
    expect(whole.results.map((result) => result.seq)).toEqual([1, 2, 3]);
    expect(whole.stop).toBeNull();
  });

  test('a stand-in for a command decided whole gets its outcome: the answer was lost, then the way got narrow', async () => {
    const peer = await aPeer(server());
    const start = aCallStart(peer);
    const { results } = await peer.push([start]);
    const standIn = rehashed({ ...start, payload: {} });
    expect(await peer.push([standIn])).toMatchObject({ results, stop: null });
    // The same from a copy of the database that has become another client.
    const copy = await peerOf(server().url, peer.bearer, peer.enrolled);
    const [told] = (await copy.push([rehashed({ ...standIn, client: ClientId.parse(copy.client), seq: 1 })]))
      .results;
    expect(told).toMatchObject({ id: start.id, outcome: 'applied', version: results[0]?.version });
  });

  test('another content under a decided sequence is a fork', async () => {
    const peer = await aPeer(server());
    await peer.push([aCallStart(peer)]);
    const other = peer.command('call.start', { call: randomUUID(), phone: null, phoneRaw: '' }, { seq: 1 });
    expect((await peer.push([other])).stop).toEqual({ name: 'forked', seq: 1 });
    const twice = [
      aCallStart(peer),
      peer.command('call.start', { call: randomUUID(), phone: null, phoneRaw: '' }, { seq: 2 }),
    ];
    const answer = await peer.push(twice);
    expect(answer.results.map((result) => result.seq)).toEqual([2]);
    expect(answer.stop).toEqual({ name: 'forked', seq: 2 });
  });

  test('a command sent again under a new client keeps its first outcome', async () => {
    const peer = await aPeer(server());
    const start = aCallStart(peer);
    const note = aNote(peer, String(start.payload.call));
    const first = await peer.push([start, note]);
    const fork = await peerOf(server().url, peer.bearer, peer.enrolled);
    const resent = [start, note].map((command, index) =>
      rehashed({ ...command, client: fork.client as never, seq: index + 1 }),
    );
    const second = await fork.push(resent);
    expect(second.results).toEqual(first.results);
    const { rows } = await fork.pullAll();
    expect(rows.find((row) => row.id === start.payload.call)?.doc?.notes).toHaveLength(1);
    // The sequence went on: the next command of the new client is number 3.
    fork.nextSeq = 3;
    expect((await fork.push([aNote(fork, String(start.payload.call))])).results[0]?.outcome).toBe('applied');
  });

  test('a known id with another content is kept aside, not taken for a repeat', async () => {
    const peer = await aPeer(server());
    const start = aCallStart(peer);
    await peer.push([start]);
    const other = peer.command(
      'call.start',
      { call: randomUUID(), phone: null, phoneRaw: '1' },
      { id: start.id },
    );
    const answer = await peer.push([other]);
    expect(answer.results[0]).toMatchObject({ outcome: 'quarantined', code: 'id_reused' });
    expect((await peer.push([other])).results).toEqual(answer.results);
  });

  test('what cannot be understood is kept aside and blocks only what depends on it', async () => {
    const peer = await aPeer(server());
    const call = randomUUID();
    const batch = [
      peer.command('call.transfer', { call, to: randomUUID() }),
      aNote(peer, call),
      peer.command('call.start', { call: 'not an id' }),
      rehashed(aCallStart(peer)),
    ];
    const broken = { ...aCallStart(peer), hash: '0'.repeat(64) };
    const free = aCallStart(peer);
    const answer = await peer.push([...batch, broken, free]);
    expect(answer.stop).toBeNull();
    expect(answer.results.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['quarantined', 'unknown_command'],
      ['quarantined', 'held_with'],
      ['quarantined', 'payload_malformed'],
      ['applied', null],
      ['quarantined', 'hash_mismatch'],
      ['applied', null],
    ]);
    // Held also when it comes in a later batch.
    expect((await peer.push([aNote(peer, call)])).results[0]?.code).toBe('held_with');
    const kept = (await server().admin('quarantine')) as { command: string; code: string }[];
    expect(kept.filter((row) => row.command === batch[0]?.id)).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('нотатка');
  });

  test('a refusal takes its sequence and has no effect', async () => {
    const peer = await aPeer(server());
    const refused = aNote(peer, randomUUID());
    const answer = await peer.push([refused, aCallStart(peer)]);
    expect(answer.results[0]).toMatchObject({ outcome: 'refused', code: 'call_unknown' });
    expect(answer.results[1]?.outcome).toBe('applied');
    const { rows } = await peer.pullAll();
    expect(rows.filter((row) => row.id === refused.id).map((row) => row.type)).toEqual(['attention']);
  });

  test('only a grant of this operator on this workstation speaks for the operator', async () => {
    const peer = await aPeer(server());
    const other = await aPeer(server(), 'bondar');
    const call = { call: randomUUID(), phone: null, phoneRaw: '' };
    const batch = [
      peer.command('call.start', call, { grant: randomUUID() as never }),
      peer.command('call.start', call, { actor: other.actor as never }),
      peer.command('call.start', call, { actor: other.actor as never, grant: other.grant as never }),
      peer.command('call.start', call, { workstation: other.enrolled.workstation }),
      peer.command('call.start', call, { region: 'other' as never }),
    ];
    const answer = await peer.push(batch);
    expect(answer.results.map((result) => result.code)).toEqual([
      'grant_unknown',
      'grant_unknown',
      'grant_unknown',
      'grant_unknown',
      'not_permitted',
    ]);
    expect((await peer.pullAll()).rows.some((row) => row.id === call.call)).toBe(false);
  });

  test('the ledger accounts for every number', async () => {
    const fresh = await bench().server();
    const peer = await aPeer(fresh);
    const neighbour = await aPeer(fresh, 'bondar');
    const { office, series } = peer.enrolled;
    const year = peer.blocks[0]?.year ?? 0;
    const own = (number: number) => formatNumber({ office, year, series: number, serial: 1 });
    const used = aRegistration(peer, leasedNumber(peer));
    const answer = await peer.push([
      used,
      aRegistration(peer, leasedNumber(neighbour)),
      aRegistration(peer, own(series)),
      aRegistration(peer, own(series + 1)),
      aRegistration(peer, leasedNumber(peer, 3), randomUUID()),
      aRegistration(peer, leasedNumber(peer)),
      aRegistration(peer, 'ДН-2026-000001-0'),
    ]);
    expect(answer.results.map(({ outcome, code }) => code ?? outcome)).toEqual([
      'applied',
      'number_not_leased',
      'applied',
      'number_not_leased',
      'call_unknown',
      'number_taken',
      'number_invalid',
    ]);
    // The number of the refused one was told to a caller: void, until a corrected command uses it.
    expect(await ledger(fresh)).toMatchObject({ leased: 400, used: 1, void: 1, free: 398 });
    await peer.push([aRegistration(peer, leasedNumber(peer, 3))]);
    expect(await ledger(fresh)).toMatchObject({ leased: 400, used: 2, void: 0, free: 398 });
  });

  test('a NUL character anywhere blocks nothing', async () => {
    const peer = await aPeer(server());
    const strange = [
      peer.command('call\0start', { 'a\0': '\0' }, { minted: { number: '\0' } }),
      aRegistration(peer, 'ДН\0'),
      peer.command('call.start', { call: randomUUID(), phone: null, phoneRaw: 'a\0b' }),
    ];
    const answer = await peer.push(strange);
    expect(answer.results.map(({ outcome }) => outcome)).toEqual(['quarantined', 'refused', 'applied']);
    expect((await peer.pullAll()).rows.some((row) => row.doc?.phoneRaw === 'a\0b')).toBe(true);
  });

  test('a client that never said hello, and one of another workstation, is sent to say hello', async () => {
    const peer = await aPeer(server());
    const other = await aPeer(server());
    const body = (client: string) => ({
      client,
      request: randomUUID(),
      epoch: peer.epoch,
      commands: [rehashed({ ...aCallStart(peer), client: client as never })],
    });
    for (const client of [randomUUID(), other.client]) {
      const reply = await peer.send('/sync/push', body(client));
      expect([reply.status, refusalOf(reply)]).toEqual([409, 'client_unknown']);
    }
  });
});

async function ledger(server: TestServer): Promise<unknown> {
  return ((await server.admin('numbers')) as { totals: unknown }).totals;
}
