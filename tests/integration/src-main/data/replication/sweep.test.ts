import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSweeper } from '../../../../../src-main/data/replication/sweep.ts';
import { receivePage, requestCursor } from '../../../../../src-main/data/sync/pull.ts';
import { toInstant } from '../../../../../src-shared/clock.ts';
import { HORIZON_DAYS } from '../../../../../src-shared/replication/age.ts';
import { aTestDesk, ModelCentre, REGION, type TestDesk } from '../../../../support/desk.ts';
import { removeFolders } from '../../../../support/workstation.ts';

const DAY_MS = 86_400_000;
const OLD = HORIZON_DAYS + 2;
const LATEST = Number.MAX_SAFE_INTEGER;

let here: TestDesk;
let centre: ModelCentre;

beforeEach(async () => {
  here = await aTestDesk();
  centre = new ModelCentre();
});
afterEach(() => here.close());
afterAll(removeFolders);

const stores = () => here.desk.stores;
const ago = (days: number) => toInstant(Date.now() - days * DAY_MS);
const holds = (type: string, id: string) => stores().records.record.row(type, id) !== undefined;

function aCall(endedDaysAgo: number | null): string {
  const id = randomUUID();
  const endedAt = endedDaysAgo === null ? null : ago(endedDaysAgo);
  centre.put('call', id, {
    id,
    region: REGION,
    startedAt: ago(OLD),
    endedAt,
    notes: [],
    appeals: [],
    consultations: [],
    outcome: 'open',
    phone: null,
    phoneRaw: '',
    operator: here.session.operator.id,
    workstation: here.enrolment.workstation,
  });
  return id;
}

function anAppeal(closedDaysAgo: number | null): { appeal: string; entry: string } {
  const appeal = randomUUID();
  const entry = randomUUID();
  const closed = closedDaysAgo === null ? {} : { closedAt: ago(closedDaysAgo) };
  centre.put('appeal', appeal, { id: appeal, region: REGION, registeredAt: ago(OLD * 2), ...closed });
  centre.put('history', entry, {
    id: entry,
    subject: { type: 'appeal', id: appeal },
    kind: 'appeal.register',
    at: ago(OLD * 2),
  });
  return { appeal, entry };
}

/** The centre says that everything up to a version was committed before the horizon. */
function pull(version = LATEST): void {
  const { intent, records } = stores();
  records.meta.setHorizon({ days: HORIZON_DAYS, version });
  const from = requestCursor(records.meta.get());
  receivePage(here.desk, from, centre.pull(intent.identity.get().client, from));
}

/** One sweep; the horizon is set so that what was young has grown old. */
async function sweep(days = HORIZON_DAYS): Promise<number> {
  stores().records.meta.setHorizon({ days, version: LATEST });
  const sweeper = createSweeper(here.desk, () => undefined);
  const removed = await sweeper.sweep();
  sweeper.stop();
  return removed;
}

describe('a pull', () => {
  test('leaves what has aged at the centre and takes everything else', () => {
    const [aged, young, open] = [aCall(OLD), aCall(1), aCall(null)];
    const closed = anAppeal(OLD);
    const old = anAppeal(null);
    pull();
    expect([aged, young, open].map((id) => holds('call', id))).toEqual([false, true, true]);
    expect([holds('appeal', closed.appeal), holds('appeal', old.appeal)]).toEqual([false, true]);
    expect(holds('history', old.entry)).toBe(true);
  });

  test('takes what a clock years behind has written today', () => {
    const call = aCall(OLD * 10);
    pull(0);
    expect(holds('call', call)).toBe(true);
  });

  test('takes a held record out when its newest version has aged, unless it is pinned', () => {
    const [gone, pinned] = [aCall(1), aCall(1)];
    pull();
    stores().records.transact(() => stores().records.pinned.put({ type: 'call', id: pinned }, '2999-01-01'));
    for (const id of [gone, pinned]) centre.put('call', id, { id, endedAt: ago(OLD) });
    pull();
    expect([holds('call', gone), holds('call', pinned)]).toEqual([false, true]);
  });
});

describe('the sweep', () => {
  test('removes what has aged with what goes with it, and nothing travels to the centre', async () => {
    const [call, young] = [aCall(10), aCall(1)];
    const closed = anAppeal(10);
    const open = anAppeal(null);
    pull();
    expect(await sweep(5)).toBe(3);
    expect([holds('call', call), holds('call', young)]).toEqual([false, true]);
    expect([holds('appeal', closed.appeal), holds('history', closed.entry)]).toEqual([false, false]);
    expect([holds('appeal', open.appeal), holds('history', open.entry)]).toEqual([true, true]);
    expect(stores().intent.outbox.waiting().count).toBe(0);
  });

  test('leaves what is pinned, what own work waits on and what is only predicted; later it goes too', async () => {
    const [pinned, touched] = [aCall(10), aCall(10)];
    pull();
    stores().records.transact(() => stores().records.pinned.put({ type: 'call', id: pinned }, '2999-01-01'));
    expect(
      here.act([{ kind: 'call.note', payload: { call: touched, lines: [{ atMs: 0, text: 'ще' }] } }]),
    ).toBeNull();
    expect(await sweep(5)).toBe(0);
    expect([holds('call', pinned), holds('call', touched)]).toEqual([true, true]);
    const { outbox } = stores().intent;
    centre.push(outbox.after(0, 10).map(({ command }) => command));
    stores().records.transact(() => stores().records.pinned.prune('3000-01-01'));
    pull();
    await sweep(5);
    expect([holds('call', pinned), holds('call', touched)]).toEqual([false, false]);
  });
});
