// Public bug reports of other products about what the screen shows while work waits, each as what must hold here (cases 11 to 15).
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { withHash } from '../../../src-main/data/command/hash.ts';
import { decideWith, lookupOf, overlayOn } from '../../../src-main/data/command/lookup.ts';
import { openDatabase } from '../../../src-main/data/store/open.ts';
import { receivePage, requestCursor } from '../../../src-main/data/sync/pull.ts';
import { Command } from '../../../src-shared/command/envelope.ts';
import { newIds, operatorNamed, shownOf, statusOf, untilState, useCentre } from '../../support/centre.ts';
import { aTestDesk, ModelCentre } from '../../support/desk.ts';
import { aLine, aRegisteredCall, removeFolders, type TestWorkstation } from '../../support/workstation.ts';

const centre = useCentre();
afterAll(removeFolders);

const all = { scope: 'all', urgentOnly: false, limit: 500 } as const;

/** Everything a screen may show of some appeals. */
async function viewOf(desk: TestWorkstation, appeals: readonly string[]): Promise<unknown> {
  const details = await Promise.all(appeals.map((appeal) => shownOf(desk, appeal)));
  const calls = await desk.get('call.list', { scope: 'mine', limit: 200 });
  return { details, calls, list: await desk.get('appeal.list', all) };
}

describe('the view', () => {
  test('case 11: a refusal takes the ghost off the open window at once and comes before a person, whole', async () => {
    const { call, appeal } = newIds();
    const lead = await centre.desk('shevchuk');
    await lead.submit(aRegisteredCall(call, appeal));
    await lead.settled();
    const other = await centre.desk('shevchuk');
    const [from, to, rival] = await Promise.all(
      ['Шевчук', 'Бондар', 'Коваль'].map((name) => operatorNamed(lead, name)),
    );
    lead.line.cut();
    const mine = { kind: 'appeal.assign', payload: { appeal, from, to } };
    await lead.submit([mine]);
    expect((await shownOf(lead, appeal))?.appeal.assignee).toBe(to);
    await other.submit([{ kind: 'appeal.assign', payload: { appeal, from, to: rival } }]);
    await other.settled();
    const told = lead.events.length;
    lead.line.mend();
    lead.nudge();
    await lead.settled();
    const changes = lead.events.slice(told).filter(({ name }) => name === 'records.changed');
    expect(JSON.stringify(changes)).toContain(appeal);
    expect(await shownOf(lead, appeal)).toMatchObject({
      appeal: { assignee: rival },
      delivery: 'refused',
      refusal: { code: 'already_assigned' },
    });
    const { items } = await lead.get('attention.list', {});
    expect(items).toMatchObject([{ reason: 'refused', code: 'already_assigned', payload: mine.payload }]);
  });

  test('case 12: with a hundred commands waiting, the view is the same before and after a restart', async () => {
    const desk = await centre.desk();
    desk.line.cut();
    const appeals = Array.from({ length: 25 }, () => randomUUID() as string);
    for (const appeal of appeals) await desk.submit(aRegisteredCall(randomUUID(), appeal));
    expect((await statusOf(desk)).waiting).toBe(100);
    const before = await viewOf(desk, appeals);
    const line = aLine();
    line.cut();
    const after = await desk.reopen({ line });
    expect(await viewOf(after, appeals)).toEqual(before);
    expect((await statusOf(after)).waiting).toBe(100);
    line.mend();
    after.nudge();
    await after.settled();
    await after.close();
  });

  test('case 13: a command that cannot be understood stops neither what stands beside it nor what comes back, and is shown', async () => {
    const desk = await centre.desk();
    desk.line.cut();
    const before = newIds();
    await desk.submit(aRegisteredCall(before.call, before.appeal));
    await desk.close();
    poison(desk);
    const line = aLine();
    line.cut();
    const next = await centre.open({ dir: desk.dir, key: desk.key, line });
    const after = newIds();
    await next.submit(aRegisteredCall(after.call, after.appeal));
    await untilState(next, 'offline');
    for (const { appeal } of [before, after]) expect((await shownOf(next, appeal))?.delivery).toBe('waiting');
    expect((await next.get('attention.list', {})).items).toMatchObject([{ kind: 'call.sing' }]);

    const other = await centre.desk('bondar');
    const theirs = newIds();
    await other.submit(aRegisteredCall(theirs.call, theirs.appeal));
    await other.settled();
    line.mend();
    next.nudge();
    await next.settled();
    for (const { appeal } of [before, after, theirs])
      expect((await shownOf(next, appeal))?.delivery).toBe('accepted');
    expect((await next.get('attention.list', {})).items).toMatchObject([
      { kind: 'call.sing', reason: 'quarantined', code: 'unknown_command' },
    ]);
  });

  test('case 14: deciding again later gives the same bytes, and the core has no clock and no chance to differ by', async () => {
    const desk = await aTestDesk();
    try {
      const { stores } = desk.desk;
      desk.act(aRegisteredCall());
      const shown = stores.records.record.allOf('appeal').map((doc) => JSON.stringify(doc));
      // Back to the records under the predictions, as every rebase begins.
      stores.records.transact(() => stores.records.base.restore());
      const decide = () => {
        const overlay = overlayOn(lookupOf(desk.desk));
        return stores.intent.outbox.after(0, 100).flatMap(({ command }) => {
          const decided = decideWith(overlay.lookup, command);
          if (!decided.ok) throw new Error(decided.code);
          overlay.add(decided.writes);
          return decided.writes.map((write) => JSON.stringify(write.doc));
        });
      };
      const once = decide();
      await new Promise<void>((resolve) => setImmediate(resolve));
      expect(decide()).toEqual(once);
      expect(once).toEqual(expect.arrayContaining(shown));
    } finally {
      desk.close();
    }
    const rules = JSON.parse(readFileSync(join(import.meta.dirname, '../../../biome.json'), 'utf8')) as {
      overrides: { includes: string[]; linter?: { rules: { style: Record<string, unknown> } } }[];
    };
    const core = rules.overrides.find(({ includes }) => includes.includes('src-shared/**/*.ts'));
    for (const name of ['"Date"', '"crypto"', '"performance"', '"setTimeout"'])
      expect(JSON.stringify(core)).toContain(name);
  });

  test('case 15: an echo older than what waits never undoes it', async () => {
    const desk = await aTestDesk();
    try {
      const model = new ModelCentre();
      const { stores } = desk.desk;
      const { call, appeal } = newIds();
      desk.act(aRegisteredCall(call, appeal));
      model.push(stores.intent.outbox.after(0, 100).map(({ command }) => command));
      const lead = desk.session.operator.id;
      const to = randomUUID();
      model.put('operator', to, { ...desk.session.operator, id: to, name: 'Інший' });
      const pull = () => {
        const from = requestCursor(stores.records.meta.get());
        return receivePage(desk.desk, from, model.pull(stores.intent.identity.get().client, from));
      };
      pull();
      expect(desk.act([{ kind: 'appeal.assign', payload: { appeal, from: lead, to } }])).toBeNull();
      const echo = model.get('appeal', appeal) ?? {};
      model.put('appeal', appeal, echo);
      pull();
      expect(stores.records.record.get('appeal', appeal)).toMatchObject({ assignee: to });
      model.push(stores.intent.outbox.after(0, 100).map(({ command }) => command));
      pull();
      expect(stores.records.record.get('appeal', appeal)).toEqual(model.get('appeal', appeal));
    } finally {
      desk.close();
    }
  });
});

/** Puts a command of a later build into a closed workstation's outbox, as after a return to the older program. */
function poison({ dir, key }: TestWorkstation): void {
  const db = openDatabase({ file: join(dir, 'intent.db'), key, durability: 'FULL', exclusive: true });
  const last = db.prepare<[], string>('SELECT body FROM outbox ORDER BY seq DESC LIMIT 1').pluck().get();
  const { hash: _hash, ...model } = Command.parse(JSON.parse(last ?? ''));
  const seq = db
    .prepare<[], number>('UPDATE identity SET next_seq = next_seq + 1 RETURNING next_seq - 1')
    .pluck();
  const command = withHash({
    ...model,
    id: randomUUID() as Command['id'],
    seq: seq.get() ?? 0,
    kind: 'call.sing',
    payload: { song: 1 },
    minted: { number: null },
  });
  db.prepare(
    'INSERT INTO outbox (seq, id, kind, actor, action, body, hash, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    command.seq,
    command.id,
    command.kind,
    command.actor,
    randomUUID(),
    JSON.stringify(command),
    command.hash,
    new Date().toISOString(),
  );
  db.close();
}
