import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { aCallStart } from '../../../support/cases.ts';
import { aPeer, refusalOf } from '../../../support/peer.ts';
import { startTestServer, type TestServer } from '../../../support/server.ts';

describe('commands decided together', () => {
  let server: TestServer | undefined;
  afterEach(async () => await server?.close());

  test('when a statement fails for one command, that one alone is kept aside and the others are done', async () => {
    server = await startTestServer();
    const peer = await aPeer(server);
    const commands = Array.from({ length: 20 }, () => aCallStart(peer));
    const poisonous = commands[7];
    const { db } = server.running.context.store;
    await sql
      .raw(
        `CREATE TRIGGER poison BEFORE INSERT ON record WHEN NEW.id = '${poisonous?.id}' AND NEW.type = 'history'
         BEGIN SELECT RAISE(ABORT, 'poison'); END`,
      )
      .execute(db);
    const { results } = await peer.push(commands);
    expect(results.filter(({ outcome }) => outcome !== 'applied')).toMatchObject([
      { id: poisonous?.id, outcome: 'quarantined', code: 'defect' },
    ]);
    const { rows } = await peer.pullAll();
    expect(rows.filter(({ type }) => type === 'call')).toHaveLength(19);
    expect(rows.filter(({ type }) => type === 'history').map(({ id }) => id)).not.toContain(poisonous?.id);
  });

  test('of pushes that share a commit, one that is refused takes nothing from the others', async () => {
    server = await startTestServer();
    const peers = [await aPeer(server), await aPeer(server), await aPeer(server), await aPeer(server)];
    const [stranger, ...others] = peers;
    const send = async (peer: (typeof peers)[number], client: string) => {
      const commands = [aCallStart(peer), aCallStart(peer)].map((command) => ({ ...command, client }));
      const body = { client, request: randomUUID(), epoch: peer.epoch, commands };
      return await peer.send('/sync/push', body);
    };
    const replies = await Promise.all([
      ...(stranger === undefined ? [] : [send(stranger, randomUUID())]),
      ...others.map((peer) => send(peer, peer.client)),
    ]);
    const [refused, ...taken] = replies;
    expect(refused && refusalOf(refused)).toBe('client_unknown');
    for (const reply of taken) {
      expect(reply.status).toBe(200);
      expect(reply.body).toMatchObject({ results: [{ outcome: 'applied' }, { outcome: 'applied' }] });
    }
    const versions = new Set(
      (await others[0]?.pullAll())?.rows.filter(({ type }) => type === 'call').map(({ version }) => version),
    );
    expect(versions.size).toBe(others.length);
  });
});
