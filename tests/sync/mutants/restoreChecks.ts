import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from '../../../src-shared/command/envelope.ts';
import { type Backup, backupOf } from '../../support/backup.ts';
import { aCallStart, aNote } from '../../support/cases.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { aTeller, type Teller } from '../../support/teller.ts';
import { Broken } from '../simulator/ledger.ts';

/** A server with two workstations that each did one thing before its backup was taken. */
interface Restorable {
  readonly server: TestServer;
  readonly one: Teller;
  readonly two: Teller;
  /** Puts the backup back; what the server noted of itself outside its folder is kept unless it is to be forgotten. */
  restore(isForgotten: boolean): Promise<void>;
}

async function withRestorable(check: (parts: Restorable) => Promise<void>): Promise<void> {
  const server = await startTestServer();
  try {
    const one = await aTeller(server);
    const two = await aTeller(server, 'bondar');
    await one.push([aCallStart(one.peer)]);
    await two.push([aCallStart(two.peer)]);
    await server.stop();
    const backup = await backupOf(server);
    await server.start();
    await check({
      server,
      one,
      two,
      restore: async (isForgotten) => await putBack(server, backup, isForgotten),
    });
  } finally {
    await server.close();
  }
}

async function putBack(server: TestServer, backup: Backup, isForgotten: boolean): Promise<void> {
  await server.stop();
  await backup.restore();
  if (isForgotten) {
    const file = `${server.dataDir}.highwater.json`;
    const content = JSON.parse(await readFile(file, 'utf8')) as object;
    await writeFile(file, JSON.stringify({ ...content, reached: null }));
  }
  await server.start();
}

/** What was told again is decided in its old order, whoever comes first. */
export async function oldOrder(): Promise<void> {
  await withRestorable(async ({ one, two, restore }) => {
    const call = randomUUID();
    await one.push([aCallStart(one.peer, call)]);
    await two.push([aNote(two.peer, call, 'перша')]);
    await one.push([aNote(one.peer, call, 'друга')]);
    const before = await documents(one);
    await restore(false);
    for (const teller of [two, one]) {
      await teller.hello();
      await teller.repush();
    }
    const after = await documents(one);
    if (after !== before) throw new Broken('I11', 'a restored server differs from one that was never lost');
  });
}

/** No number is leased while it is unknown which ones are in use. */
export async function leasesShut(): Promise<void> {
  await withRestorable(async ({ one, restore }) => {
    await one.push([aCallStart(one.peer)]);
    await restore(false);
    const { leases } = await one.hello({ numbers: [] });
    if (leases.length > 0) throw new Broken('I8', 'numbers were leased during a recovery');
  });
}

/** A server put back unnoticed that has passed the version a workstation saw is found out by its mark. */
export async function rewindFoundOut(): Promise<void> {
  await withRestorable(async ({ one, two, restore }) => {
    await one.push([aCallStart(one.peer)]);
    const { cursor } = await one.peer.pull();
    await restore(true);
    const further: Command[] = [1, 2, 3].map(() => aCallStart(two.peer));
    for (const command of further) await two.push([command]);
    const { verdict } = await two.hello({ cursor });
    if (verdict.name !== 'repush') throw new Broken('I6', 'a rewound server was taken for the one it was');
  });
}

async function documents(teller: Teller): Promise<string> {
  const { rows } = await teller.peer.pullAll();
  const docs = rows.map(({ type, id, doc }) => [`${type}/${id}`, doc] as const);
  return JSON.stringify(docs.sort(([a], [b]) => (a < b ? -1 : 1)));
}
