import { afterAll, afterEach, expect, test } from 'vitest';
import { DEMO_ACCOUNTS } from '../../../src-server/admin/demo.ts';
import { type Fault, type FaultProxy, openFaultProxy } from '../../support/faultProxy.ts';
import type { TestServer } from '../../support/server.ts';
import { type Bench, type ENGINES, openBench } from '../../support/stores.ts';
import { openTestWorkstation, removeFolders } from '../../support/workstation.ts';
import { expectInvariants } from './invariants.ts';
import { type Killable, packPrograms, startServerProcess } from './killable.ts';
import { chanceOf } from './plan.ts';
import { Station } from './station.ts';

/** Printed; HOLOS_SEED repeats the plan of kills and acts, though not the machine's own timing. */
const seed = String(process.env.HOLOS_SEED ?? Date.now() % 2 ** 31);
/** Kills in one run on the embedded server; a fifth of them on PostgreSQL, where only the way to the disk differs. */
const KILLS = Number(process.env.HOLOS_KILLS ?? 200);
const LOGINS = ['koval', 'bondar', 'shevchuk', 'koval'] as const;
/** Healing is bounded: longer than this is "for ever". */
const LIMIT_MS = 120_000 + KILLS * 2000;

const proxies: FaultProxy[] = [];
const running = new Set<{ kill(): Promise<void> }>();
let bench: Bench | undefined;

afterEach(async () => {
  for (const process of running) await process.kill();
  for (const proxy of proxies.splice(0)) await proxy.close();
  await bench?.end();
});
afterAll(removeFolders);

/** Workstations that are enrolled, signed in and have their first download, each behind a proxy of its own. */
async function aCentre(
  program: string,
  engine: (typeof ENGINES)[number],
): Promise<{ server: TestServer; stations: Station[] }> {
  bench = await openBench(engine);
  const server = await bench.server();
  const stations: Station[] = [];
  const lead = DEMO_ACCOUNTS.find(({ login }) => login === 'shevchuk')?.id ?? '';
  for (const [index, login] of LOGINS.entries()) {
    const proxy = await openFaultProxy(server.url);
    proxies.push(proxy);
    const desk = await openTestWorkstation();
    await desk.enrol({ ...server, url: proxy.url }, `Стіл ${index}`);
    await desk.signIn(login);
    await desk.settled();
    await desk.close();
    const assignTo = login === 'shevchuk' ? lead : null;
    stations.push(
      new Station(
        program,
        { dir: desk.dir, key: desk.key.toString('hex'), seed: `${seed}/${index}`, assignTo },
        proxy,
      ),
    );
  }
  await server.stop();
  return { server, stations };
}

function aFault(chance: () => number): Fault {
  const direction = chance() < 0.5 ? 'up' : 'down';
  const afterBytes = Math.floor(chance() * 3000);
  const faults: Fault[] = [
    { name: 'latency', ms: 20 },
    { name: 'bandwidth', bytesPerSecond: 20_000 },
    { name: 'trickle', direction, bytes: 40, everyMs: 20 },
    { name: 'silence' },
    { name: 'reset' },
    { name: 'truncate', direction, afterBytes },
    { name: 'halfClose', direction, afterBytes },
    { name: 'garbage', direction, afterBytes },
  ];
  return faults[Math.floor(chance() * faults.length)] ?? { name: 'reset' };
}

const moment = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

test.each([
  ['sqlite', KILLS],
  ['postgres', Math.ceil(KILLS / 5)],
] as const)(
  `on %s, %i kills of server and workstations over a bad line lose nothing and double nothing (seed ${seed})`,
  async (engine, kills) => {
    const programs = await packPrograms();
    const { server, stations } = await aCentre(programs.desk, engine);
    const port = Number(new URL(server.url).port);
    const chance = chanceOf(seed);
    const begin = (): Killable<unknown> => {
      const started = startServerProcess(programs.server, server.dataDir, port, server.databaseUrl);
      running.add(started);
      return started;
    };
    let centre = begin();
    for (const station of stations) running.add(station);
    for (const station of stations) station.start();

    for (let kill = 0; kill < kills; kill += 1) {
      const proxy = proxies[Math.floor(chance() * proxies.length)];
      if (chance() < 0.5) proxy?.heal();
      else proxy?.harm(aFault(chance));
      if (chance() < 0.2) {
        if (chance() < 0.8) await centre.line(() => true);
        // The moment is drawn, not waited for: it is what this test varies.
        await moment(chance() * 60);
        await centre.kill();
        running.delete(centre);
        centre = begin();
        continue;
      }
      const victim = stations[Math.floor(chance() * stations.length)];
      if (chance() < 0.8) await victim?.work(1 + Math.floor(chance() * 3));
      await moment(chance() * 40);
      await victim?.kill();
      victim?.start();
    }

    for (const proxy of proxies) proxy.heal();
    await centre.line(() => true);
    for (const station of stations) await station.work(1);
    // Twice: only when nobody has anything left does the second round bring everything to everybody.
    for (let round = 0; round < 2; round += 1) await Promise.all(stations.map((station) => station.settle()));
    await Promise.all(stations.map((station) => station.close()));
    await centre.kill();

    const counts = await expectInvariants({
      commands: new Set(stations.flatMap(({ commands }) => commands)),
      numbers: stations.flatMap(({ numbers }) => numbers),
      desks: stations.map(({ place }) => place),
      dataDir: server.dataDir,
      databaseUrl: server.databaseUrl,
    });
    const drafts = stations.reduce((sum, station) => sum + station.draftsChecked, 0);
    const acts = stations.reduce((sum, station) => sum + station.acts, 0);
    console.info(
      `seed ${seed}: ${kills} kills on ${engine}, ${acts} acts, ${counts.commands} commands, ${drafts} drafts`,
    );
    expect(acts).toBeGreaterThan(kills / 10);
    expect(drafts).toBeGreaterThan(0);
  },
  LIMIT_MS,
);
