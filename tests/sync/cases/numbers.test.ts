// Public bug reports of other products about registration numbers, each as what must hold here (cases 33 and 34).
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openSqlite } from '../../../src-server/store/sqlite.ts';
import { formatNumber, parseNumber } from '../../../src-shared/number/number.ts';
import { aRegistration, leasedNumber } from '../../support/cases.ts';
import { newIds } from '../../support/centre.ts';
import { aPeer, PASSWORD, type Peer } from '../../support/peer.ts';
import { startTestServer } from '../../support/server.ts';
import { aFolder, aRegisteredCall, openTestWorkstation, removeFolders } from '../../support/workstation.ts';
import { type Killable, startServerProcess } from '../processes/killable.ts';

afterAll(removeFolders);

const MAIN = join(import.meta.dirname, '../../../src-server/main.ts');

/** Another client of a workstation, by whatever tries it takes while the server is killed and started again. */
async function leased(peer: Peer): Promise<Peer> {
  for (;;) {
    try {
      return await peer.anotherClient();
    } catch (error) {
      // Refused, reset or cut in the middle: the server was being killed. Anything else is a failure of the test.
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
      // As a workstation pauses between its attempts.
      await new Promise<void>((resolve) => setTimeout(resolve, 25));
    }
  }
}

describe('numbers', () => {
  test('case 33: fifty leases at once, the server killed among them: no two blocks share a number', async () => {
    const built = await startTestServer();
    const peer = await aPeer(built);
    const port = Number(new URL(built.url).port);
    await built.stop();
    let server: Killable<{ ready: boolean }> = startServerProcess(MAIN, built.dataDir, port);
    await server.line(() => true);
    const leases = Array.from({ length: 50 }, () => leased(peer));
    await Promise.race(leases);
    await server.kill();
    server = startServerProcess(MAIN, built.dataDir, port);
    const clients = await Promise.all(leases);
    await server.kill();
    const told = clients.flatMap(({ blocks }) => blocks);
    const taken = new Set<string>();
    for (const { office, year, lo, hi } of told) {
      for (let serial = lo; serial <= hi; serial += 1) {
        const key = `${office}-${year}-${serial}`;
        expect(taken.has(key)).toBe(false);
        taken.add(key);
      }
    }
    const store = openSqlite(join(built.dataDir, 'holos.db'));
    const overlaps = store
      .prepare(
        'SELECT count(*) FROM block a JOIN block b ON a.office = b.office AND a.year = b.year AND a.id < b.id AND a.lo <= b.hi AND b.lo <= a.hi',
      )
      .pluck()
      .get();
    store.close();
    expect(overlaps).toBe(0);
    await built.close();
  });

  test('case 34: two offices with the same serial: both numbers stand, and each is found by its whole text alone', async () => {
    const server = await startTestServer();
    const names = { uk: 'Інша', ru: 'Другая', en: 'Other' };
    await server.admin('region.add', { id: 'xx', office: 'ХХ', name: names });
    await server.admin('account.add', {
      region: 'xx',
      login: 'inshyi',
      name: 'Інший Іван',
      role: 'operator',
      password: PASSWORD,
    });
    const pairedIn = (region: string) => ({
      url: server.url,
      pairingCode: async () => ((await server.admin('pair', { region })) as { code: string }).code,
    });
    const here = await aPeer(pairedIn('dn'));
    const there = await aPeer(pairedIn('xx'), 'inshyi');
    const numbers = [leasedNumber(here), leasedNumber(there)];
    const [one, two] = numbers.map((number) => parseNumber(number));
    expect(one?.serial).toBe(two?.serial);
    expect(one?.office).not.toBe(two?.office);
    for (const [index, peer] of [here, there].entries()) {
      const number = numbers[index] ?? '';
      expect((await peer.push([aRegistration(peer, number)])).results[0]?.outcome).toBe('applied');
      const { rows } = await peer.pullAll();
      expect(rows.filter(({ type }) => type === 'number').map(({ id }) => id)).toEqual([number]);
    }
    // The other office's number is nobody's here: it was not leased to this workstation.
    const stolen = aRegistration(here, numbers[1] ?? '');
    expect((await here.push([stolen])).results[0]).toMatchObject({
      outcome: 'refused',
      code: 'number_not_leased',
    });
    await server.close();
  });

  test('case 34: numbers used on paper before: the first block begins above the one given', async () => {
    const folder = await aFolder();
    const dataDir = join(folder, 'server');
    const year = new Date().getUTCFullYear();
    await writeFile(
      join(dirname(dataDir), 'server.highwater.json'),
      JSON.stringify({ [`ДН-${year}`]: 4200 }),
    );
    const server = await startTestServer({ dataDir });
    const desk = await openTestWorkstation();
    await desk.enrol(server);
    await desk.signIn();
    await desk.settled();
    const { call, appeal } = newIds();
    const told = await desk.submit(aRegisteredCall(call, appeal));
    const number = told.commands.find((command) => command.number !== null)?.number ?? '';
    expect(parseNumber(number)?.serial).toBeGreaterThan(4200);
    await desk.settled();
    // A number of the paper time comes to nobody's appeal.
    const paper = formatNumber({ office: 'ДН', year, series: 0, serial: 4200 });
    const peer = await aPeer(server);
    expect((await peer.push([aRegistration(peer, paper)])).results[0]?.outcome).toBe('refused');
    await desk.close();
    await server.close();
  });
});
