import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { pino } from 'pino';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readLife } from '../../src-server/store/recovery.ts';
import { type Backup, backupOf } from '../support/backup.ts';
import type { TestServer } from '../support/server.ts';
import { ENGINES, useBench } from '../support/stores.ts';
import {
  aLine,
  aRegisteredCall,
  openTestWorkstation,
  removeFolders,
  type TestWorkstation,
} from '../support/workstation.ts';

afterAll(removeFolders);

describe.each(ENGINES)('a centre put back from a backup, on %s', (engine) => {
  const { bench } = useBench(engine);
  let centre: TestServer;
  let desks: TestWorkstation[] = [];
  let backup: Backup;

  beforeEach(async () => {
    centre = await bench().server({ log: pino({ level: process.env.HOLOS_TEST_LOG ?? 'silent' }) });
    desks = [
      await aDesk('Стіл 1', 'koval'),
      await aDesk('Стіл 2', 'bondar'),
      await aDesk('Стіл 3', 'shevchuk'),
    ];
  });
  afterEach(async () => {
    for (const desk of desks) await desk.close();
    desks = [];
  });

  async function aDesk(name: string, login: string): Promise<TestWorkstation> {
    const desk = await openTestWorkstation({ line: aLine(true) });
    await desk.enrol(centre, name);
    await desk.signIn(login);
    await desk.settled();
    return desk;
  }

  async function takeBackup(): Promise<void> {
    await centre.stop();
    backup = await backupOf(centre);
    await centre.start();
  }

  async function putBack(): Promise<void> {
    await centre.stop();
    await backup.restore();
    await centre.start();
  }

  const life = async () => await readLife(centre.running.context.store.db);

  /** Everybody exchanges until nothing waits and the recovery has ended; then once more, to see what the others brought. */
  async function settleAll(of: readonly TestWorkstation[] = desks): Promise<void> {
    await exchangeAll(of);
    await exchangeAll(of);
  }

  async function exchangeAll(of: readonly TestWorkstation[]): Promise<void> {
    const status = async (desk: TestWorkstation) => await desk.get('sync.status', {});
    const before = await Promise.all(of.map(async (desk) => (await status(desk)).lastSuccessAt));
    for (const desk of of) desk.nudge();
    for (const [index, desk] of of.entries()) {
      await desk.until(async () => {
        const { lastSuccessAt, state, waiting } = await status(desk);
        return state === 'connected' && waiting === 0 && lastSuccessAt !== before[index];
      });
    }
  }

  test('ends identical to one never put back: records, outcomes, numbers, history', async () => {
    const [one, two, three] = desks as [TestWorkstation, TestWorkstation, TestWorkstation];
    const shared = [randomUUID(), randomUUID()];
    await one.submit(aRegisteredCall(randomUUID(), shared[0]));
    await one.settled();
    await takeBackup();
    // Interleaved work of three on the same appeals, some of it refused.
    await two.submit(aRegisteredCall(randomUUID(), shared[1]));
    await settleAll();
    const everybody = (await three.get('operator.list', {})).operators.map(({ id }) => id);
    for (const [index, desk] of [three, one, two, three].entries()) {
      await desk.submit(aRegisteredCall());
      await desk.settled();
      const assignee = everybody[index % everybody.length];
      await three.call('command.submit', {
        action: randomUUID(),
        consumes: [],
        commands: [
          {
            kind: 'appeal.assign',
            payload: {
              appeal: shared[index % 2],
              from: index < 2 ? null : everybody[index - 2],
              to: assignee,
            },
          },
        ],
      });
      await settleAll();
    }
    const before = await truthOf(centre);
    const shown = await Promise.all(desks.map(async (desk) => await desk.get('appeal.list', LIST)));
    await putBack();
    expect((await life()).recovery?.reason).toBe('behind');

    // Told in another order than decided; work goes on meanwhile, and nothing of one's own leaves the screen.
    for (const desk of [three, one]) desk.nudge();
    await three.until(async () => (await three.get('sync.status', {})).trouble === 'serverRecovering');
    await one.until(async () => (await one.get('sync.status', {})).trouble === 'serverRecovering');
    for (const [index, desk] of desks.entries())
      expect((await desk.get('appeal.list', LIST)).total).toBe(shown[index]?.total);
    await one.submit([{ kind: 'call.start', payload: { call: randomUUID(), phone: null, phoneRaw: '' } }]);
    expect((await life()).recovery).toBeDefined();
    await settleAll();
    expect((await life()).recovery).toBeUndefined();

    const after = await truthOf(centre);
    const fresh = Object.keys(after.records).filter((key) => !(key in before.records));
    expect(fresh.map((key) => key.split('/')[0]).sort()).toEqual(['call', 'history']);
    for (const key of fresh) delete after.records[key];
    expect(after.records).toEqual(before.records);
    const known = new Set(before.outcomes.map(([command]) => command));
    expect(after.outcomes.filter(([command]) => known.has(command))).toEqual(before.outcomes);
    expect(after.used).toEqual(before.used);
    for (const [index, desk] of desks.entries())
      expect((await desk.get('appeal.list', LIST)).lines).toEqual(shown[index]?.lines);
  });

  test('gone on unnoticed, it recovers as soon as one workstation says hello', async () => {
    const [one, two] = desks as [TestWorkstation, TestWorkstation];
    await takeBackup();
    const lost = randomUUID();
    await one.submit(aRegisteredCall(randomUUID(), lost));
    await one.settled();
    one.line.cut();
    await centre.stop();
    await backup.restore();
    const file = `${centre.dataDir}.highwater.json`;
    await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), reached: null }));
    await centre.start();
    const later = randomUUID();
    await two.submit(aRegisteredCall(randomUUID(), later));
    await two.settled();
    expect((await life()).recovery).toBeUndefined();
    one.line.mend();
    one.nudge();
    await one.until(async () => (await one.get('sync.status', {})).trouble === 'serverRecovering');
    await settleAll();
    const { records } = await truthOf(centre);
    expect(records).toHaveProperty(`appeal/${lost}`);
    expect(records).toHaveProperty(`appeal/${later}`);
  });

  test('a workstation that was off all the time brings its part later, and nothing of it is lost', async () => {
    const [one, two, three] = desks as [TestWorkstation, TestWorkstation, TestWorkstation];
    await takeBackup();
    const lost = randomUUID();
    await one.submit(aRegisteredCall(randomUUID(), lost));
    await one.settled();
    await one.close();
    await putBack();
    for (const desk of [two, three]) desk.nudge();
    for (const desk of [two, three])
      await desk.until(async () => (await desk.get('sync.status', {})).trouble === 'serverRecovering');
    await centre.admin('recovery.close');
    await settleAll([two, three]);
    const back = await one.reopen();
    desks[0] = back;
    const offline = randomUUID();
    await back.submit(aRegisteredCall(randomUUID(), offline));
    await settleAll();
    const { records, outcomes } = await truthOf(centre);
    for (const appeal of [lost, offline]) expect(records).toHaveProperty(`appeal/${appeal}`);
    expect(outcomes.filter(([, outcome]) => outcome !== 'applied')).toEqual([]);
    expect((await three.get('appeal.list', LIST)).total).toBe(2);
  });

  test('two restores of one backup: everything is there again, and no number was told twice', async () => {
    const [one, two] = desks as [TestWorkstation, TestWorkstation];
    await takeBackup();
    for (const round of [0, 1]) {
      await one.submit(aRegisteredCall());
      await two.submit(aRegisteredCall());
      await settleAll();
      const before = await truthOf(centre);
      await putBack();
      await settleAll();
      const after = await truthOf(centre);
      expect([round, after.records]).toEqual([round, before.records]);
      expect(after.used).toEqual(before.used);
    }
    const fourth = await aDesk('Стіл 4', 'koval');
    desks.push(fourth);
    await fourth.submit(aRegisteredCall());
    await fourth.settled();
    const { used } = await truthOf(centre);
    expect(new Set(used).size).toBe(used.length);
    expect(used).toHaveLength(5);
  });
});

const LIST = { scope: 'all', urgentOnly: false, limit: 100 } as const;

interface Truth {
  /** Documents by type and id; versions and marks left out. */
  readonly records: Record<string, unknown>;
  readonly outcomes: [string, string, string | null][];
  readonly used: string[];
}

/** What the centre's store says, as anybody could read it with SQL. */
async function truthOf(centre: TestServer): Promise<Truth> {
  const { db } = centre.running.context.store;
  const rows = await db.selectFrom('record').select(['type', 'id', 'doc']).execute();
  const receipts = await db
    .selectFrom('receipt')
    .select(['client', 'seq', 'command', 'outcome', 'code'])
    .orderBy('client')
    .orderBy('seq')
    .execute();
  const numbers = await db
    .selectFrom('issued_number')
    .select('full_number')
    .where('state', '=', 'used')
    .orderBy('full_number')
    .execute();
  return {
    records: Object.fromEntries(
      rows.map(({ type, id, doc }) => [`${type}/${id}`, JSON.parse(doc ?? 'null')]),
    ),
    outcomes: receipts.map(({ command, outcome, code }) => [command, outcome, code]),
    used: numbers.map(({ full_number }) => full_number),
  };
}
