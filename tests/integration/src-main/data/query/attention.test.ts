import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countAttention, listAttention } from '../../../../../src-main/data/query/attention.ts';
import { deliveryOf } from '../../../../../src-main/data/query/delivery.ts';
import { receivePage, requestCursor } from '../../../../../src-main/data/sync/pull.ts';
import type { AttentionRecord } from '../../../../../src-shared/attention/model.ts';
import type { AttentionItem } from '../../../../../src-shared/attention/queries.ts';
import type { Command } from '../../../../../src-shared/command/envelope.ts';
import { type Conflict, conflictId } from '../../../../../src-shared/conflict/model.ts';
import { aTestDesk, ModelCentre, REGION, type TestDesk } from '../../../../support/desk.ts';
import { aCard, removeFolders } from '../../../../support/workstation.ts';

let of: TestDesk;
let centre: ModelCentre;
let appeal: string;
const other = randomUUID();

beforeEach(async () => {
  of = await aTestDesk();
  centre = new ModelCentre();
  centre.put('operator', other, {
    id: other,
    region: REGION,
    name: 'Друга Особа',
    role: 'operator',
    active: true,
  });
  appeal = randomUUID();
  of.act([{ kind: 'appeal.register', payload: { appeal, call: null, card: aCard() } }]);
  push();
  pull();
});
afterEach(() => of.close());
afterAll(removeFolders);

const waiting = () => of.desk.stores.intent.outbox.after(0, 1000).map(({ command }) => command);
const push = () => centre.push(waiting());

function pull(): void {
  const { intent, records } = of.desk.stores;
  const from = requestCursor(records.meta.get());
  const end = receivePage(of.desk, from, centre.pull(intent.identity.get().client, from));
  expect(end.kind).toBe('last');
}

/** The list of the lead who sits here; the count always agrees with it. */
function list(): AttentionItem[] {
  const items = listAttention(of.desk, of.session.operator);
  expect(countAttention(of.desk)).toBe(items.length);
  return items;
}

/** A record as the centre would write it beside its receipt. */
function recordOf(command: Command, over: Partial<AttentionRecord> = {}): AttentionRecord {
  const { id, kind, v, actor, workstation, payload, base, minted } = command;
  return {
    id,
    region: REGION,
    kind,
    v,
    actor,
    workstation,
    at: '2026-11-25T10:00:00.000Z',
    outcome: 'refused',
    code: 'already_assigned',
    data: { number: '1', assignee: other },
    payload,
    base,
    number: minted.number,
    state: 'open',
    way: null,
    by: null,
    changedAt: null,
    ...over,
  };
}

/** Gives the appeal to the other one, while at the centre somebody has taken it from everybody. */
function aClash(): Command {
  const { id: from } = of.session.operator;
  expect(of.act([{ kind: 'appeal.assign', payload: { appeal, from, to: other } }])).toBeNull();
  centre.put('appeal', appeal, { ...centre.get('appeal', appeal), assignee: randomUUID() });
  const command = waiting()[0];
  if (command === undefined) throw new Error('nothing waits');
  return command;
}

describe('attention of one workstation and of the centre', () => {
  test('a giving that comes too late is shown beside whom the appeal belongs to now, and who gave it', () => {
    aClash();
    const { assignee } = centre.get('appeal', appeal) as { assignee: string };
    const at = '2026-11-25T09:00:00.000Z';
    const id = randomUUID();
    centre.put('history', id, {
      ...{
        id,
        region: REGION,
        subject: { type: 'appeal', id: appeal },
        kind: 'appeal.assign',
        actor: other,
        at,
      },
      data: { number: '', from: null, to: assignee },
    });
    pull();
    expect(list()).toMatchObject([{ code: 'already_assigned', appeal: { assignee }, given: { at } }]);
  });

  test('follows a command from the prediction over the verdict to the record, always as one entry', () => {
    const command = aClash();
    pull();
    expect(list()).toMatchObject([
      {
        command: command.id,
        reason: 'predicted',
        code: 'already_assigned',
        known: 'here',
        appeal: { id: appeal },
      },
    ]);
    push();
    pull();
    expect(list()).toMatchObject([{ command: command.id, reason: 'refused', known: 'here' }]);
    expect(deliveryOf(of.desk, () => false, 'appeal', appeal)).toBe('refused');
    centre.put('attention', command.id, recordOf(command));
    pull();
    expect(list()).toMatchObject([
      { command: command.id, reason: 'refused', known: 'centre', state: 'open' },
    ]);
    centre.put('attention', command.id, recordOf(command, { state: 'settled', way: 'discarded' }));
    pull();
    expect(list()).toEqual([]);
    expect(deliveryOf(of.desk, () => false, 'appeal', appeal)).toBe('accepted');
  });

  test('leaves the list at once in the act that settles it, and comes back when that act is refused', () => {
    const command = aClash();
    push();
    centre.put('attention', command.id, recordOf(command));
    pull();
    expect(
      of.act([{ kind: 'attention.settle', payload: { command: command.id, way: 'kept_server' } }]),
    ).toBeNull();
    expect(list()).toEqual([]);
    centre.put('attention', command.id, recordOf(command, { state: 'settled', way: 'discarded', by: null }));
    push();
    pull();
    expect(list()).toMatchObject([
      { kind: 'attention.settle', reason: 'refused', code: 'attention_settled' },
    ]);
  });

  test('shows authors their own and leads everything, what was handed over first', () => {
    const command = aClash();
    const foreign = {
      ...recordOf(command),
      id: randomUUID() as Command['id'],
      actor: other as Command['actor'],
    };
    centre.put('attention', foreign.id, { ...foreign, at: '2026-11-25T11:00:00.000Z', state: 'handed' });
    push();
    centre.put('attention', command.id, recordOf(command));
    pull();
    expect(list().map(({ command: id, state }) => [id, state])).toEqual([
      [foreign.id, 'handed'],
      [command.id, 'open'],
    ]);
    const asOperator = (id: string) =>
      listAttention(of.desk, { id: id as Command['actor'], role: 'operator' }).map((item) => item.command);
    expect(asOperator(other)).toEqual([foreign.id]);
    expect(asOperator(randomUUID())).toEqual([]);
    // A role changed at the centre counts, whatever the sign-in said.
    centre.put('operator', of.session.operator.id, { ...of.session.operator, role: 'operator' });
    pull();
    expect(list().map((item) => item.command)).toEqual([command.id]);
  });

  test('keeps the whole of what was too large to be sent, though the centre knows only its shell', () => {
    const { intent } = of.desk.stores;
    const command = aClash();
    intent.transact(() =>
      intent.attention.put({
        command,
        reason: 'refused',
        code: 'oversize',
        data: {},
        at: of.desk.time.now(),
      }),
    );
    const shell = { outcome: 'quarantined', code: 'payload_malformed', payload: {} } as const;
    centre.put('attention', command.id, recordOf(command, shell));
    pull();
    expect(list()).toMatchObject([
      { command: command.id, reason: 'refused', code: 'oversize', known: 'centre', payload: command.payload },
    ]);
  });

  test('shows a conflict with both sides, and not at all once nothing is left to choose', () => {
    const before = of.desk.stores.records.record.get('appeal', appeal);
    const payload = {
      appeal,
      applicant: before?.applicant,
      changes: [{ field: 'topic', value: '2.2' }],
    };
    const base = [{ field: 'topic', value: before?.topic ?? '' }];
    expect(of.act([{ kind: 'appeal.amend', payload, base }])).toBeNull();
    const command = waiting()[0] as Command;
    centre.put('appeal', appeal, { ...centre.get('appeal', appeal), topic: '3.3' });
    push();
    centre.put('attention', command.id, recordOf(command, { outcome: 'conflicted', code: null, data: null }));
    pull();
    const [item] = list();
    expect(item).toMatchObject({
      command: command.id,
      reason: 'conflicted',
      conflicts: [
        { field: 'topic', base: base[0]?.value, server: '3.3', mine: '2.2', mineName: 'Проба Оператор' },
      ],
    });
    const id = conflictId(appeal, 'topic', of.enrolment.workstation);
    centre.put('conflict', id, {
      ...(centre.get('conflict', id) as unknown as Conflict),
      state: 'resolved',
      choice: 'server',
    });
    pull();
    expect(list()).toEqual([]);
  });
});
