import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Redecided } from '../../../../src-server/sync/redecide.ts';
import type { Command } from '../../../../src-shared/command/envelope.ts';
import { aCallStart, aNote, aRegistration, leasedNumber } from '../../../support/cases.ts';
import { aPeer, type Peer, rehashed } from '../../../support/peer.ts';
import type { TestServer } from '../../../support/server.ts';
import { ENGINES, useBench } from '../../../support/stores.ts';

/** A command of a kind that only a later server knows. */
function ofLater(command: Command): Command {
  return rehashed({ ...command, kind: `later.${command.kind}` });
}

/** The upgrade after which the server knows the kind: what it kept aside then means what it says. */
async function upgrade(server: TestServer, command: Command): Promise<void> {
  await server.running.context.store.db
    .updateTable('quarantine')
    .set({ body: JSON.stringify(rehashed({ ...command, kind: command.kind.replace('later.', '') })) })
    .where('command', '=', command.id)
    .execute();
}

async function retry(server: TestServer, peer: Peer): Promise<(string | null)[][]> {
  const all = (await server.admin('quarantine.retry')) as Redecided[];
  return all.filter(({ client }) => client === peer.client).map(({ outcome, code }) => [outcome, code]);
}

async function documentOf(
  peer: Peer,
  id: unknown,
  type = 'attention',
): Promise<Record<string, unknown> | null> {
  const { rows } = await peer.pullAll();
  return rows.find((row) => row.id === id && row.type === type)?.doc ?? null;
}

describe.each(ENGINES)('commands kept aside, decided again, on %s', (engine) => {
  const { server } = useBench(engine);

  test('are done in their order with those that waited for them; receipts stay', async () => {
    const peer = await aPeer(server());
    const start = ofLater(aCallStart(peer));
    const call = start.payload.call;
    const notes = [aNote(peer, String(call), 'перша'), aNote(peer, String(call), 'друга')];
    const first = await peer.push([start, ...notes]);
    expect(first.results.map(({ code }) => code)).toEqual(['unknown_command', 'held_with', 'held_with']);
    expect(await retry(server(), peer)).toEqual([
      ['quarantined', 'unknown_command'],
      ['quarantined', 'held_with'],
      ['quarantined', 'held_with'],
    ]);
    await upgrade(server(), start);
    expect(await retry(server(), peer)).toEqual([
      ['applied', null],
      ['applied', null],
      ['applied', null],
    ]);
    expect(await documentOf(peer, call, 'call')).toMatchObject({
      notes: [{ text: 'перша' }, { text: 'друга' }],
    });
    expect(await documentOf(peer, start.id)).toMatchObject({
      state: 'settled',
      way: 'decided',
      outcome: 'applied',
    });
    expect(await documentOf(peer, start.id, 'history')).toMatchObject({ actor: peer.actor });
    expect((await peer.push([start, ...notes])).results).toEqual(first.results);
    // Nothing is done twice, and nothing waits for it any more.
    expect(await retry(server(), peer)).toEqual([]);
    expect((await peer.push([aNote(peer, String(call), 'третя')])).results[0]?.outcome).toBe('applied');
  });

  test('come before their author with the new reason when a rule now refuses them', async () => {
    const peer = await aPeer(server());
    const note = ofLater(aNote(peer, randomUUID()));
    await peer.push([note]);
    await peer.push([peer.command('attention.settle', { command: note.id, hand: true })]);
    await upgrade(server(), note);
    expect(await retry(server(), peer)).toEqual([['refused', 'call_unknown']]);
    // Given to the leads before: it stays with them.
    expect(await documentOf(peer, note.id)).toMatchObject({
      outcome: 'refused',
      code: 'call_unknown',
      state: 'handed',
      by: peer.actor,
    });
  });

  test('are left alone when a person has found another way, and their number is accounted for', async () => {
    const peer = await aPeer(server());
    const registration = ofLater(aRegistration(peer, leasedNumber(peer)));
    await peer.push([
      registration,
      peer.command('attention.settle', { command: registration.id, way: 'discarded' }),
    ]);
    await upgrade(server(), registration);
    expect(await retry(server(), peer)).toEqual([['refused', 'attention_settled']]);
    expect(await documentOf(peer, registration.payload.appeal, 'appeal')).toBeNull();
    expect(await documentOf(peer, registration.id)).toMatchObject({ state: 'settled', way: 'discarded' });
    const again = aRegistration(peer, leasedNumber(peer));
    expect((await peer.push([again])).results[0]?.outcome).toBe('applied');
  });

  test('of one workstation do not hold those of another', async () => {
    const [stuck, free] = [await aPeer(server()), await aPeer(server(), 'bondar')];
    const mine = aCallStart(free);
    const held = ofLater(aNote(stuck, String(mine.payload.call)));
    await free.push([mine]);
    await stuck.push([held]);
    const note = ofLater(aNote(free, String(mine.payload.call), 'своя'));
    await free.push([note]);
    await upgrade(server(), note);
    expect(await retry(server(), free)).toEqual([['applied', null]]);
    expect(await retry(server(), stuck)).toEqual([['quarantined', 'unknown_command']]);
  });
});
