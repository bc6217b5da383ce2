import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { decideWith } from '../../../../../src-main/data/command/lookup.ts';
import { rebase } from '../../../../../src-main/data/command/rebase.ts';
import { receivePage, requestCursor } from '../../../../../src-main/data/sync/pull.ts';
import { aTestDesk, ModelCentre, type TestDesk } from '../../../../support/desk.ts';
import { aCard, removeFolders } from '../../../../support/workstation.ts';

afterAll(removeFolders);

/** A step of a random history; `pick` chooses among the records there are. */
type Step = { readonly name: (typeof STEPS)[number]; readonly pick: number };
const STEPS = [
  'start',
  'note',
  'finish',
  'register',
  'assign',
  'amend',
  'elsewhere',
  'amendedElsewhere',
  'push',
  'page',
  'pull',
  'restart',
] as const;
const TYPES = ['call', 'appeal', 'applicant', 'conflict', 'number', 'history', 'operator'] as const;

/** What the records should show: the centre's rows as far as they were applied, and the waiting commands decided afresh. */
class Expected {
  readonly truth = new Map<string, unknown>();

  view(of: TestDesk): Map<string, unknown> {
    const docs = new Map(this.truth);
    for (const { command } of of.desk.stores.intent.outbox.after(0, 10_000)) {
      const decided = decideWith((type, id) => docs.get(`${type}/${id}`) ?? fallback(of, type, id), command);
      if (!decided.ok) continue;
      for (const write of decided.writes) docs.set(`${write.type}/${write.id}`, write.doc);
    }
    return docs;
  }
}

function fallback(of: TestDesk, type: string, id: string): unknown {
  return type === 'operator' ? (of.desk.stores.intent.session.operatorById(id) ?? undefined) : undefined;
}

function shown(of: TestDesk): Map<string, unknown> {
  const { record } = of.desk.stores.records;
  return new Map(
    TYPES.flatMap((type) => record.allOf(type).map((doc) => [`${type}/${doc.id}`, doc] as const)),
  );
}

function sorted(docs: Map<string, unknown>): [string, string][] {
  return [...docs].map(([key, doc]) => [key, JSON.stringify(doc)] as [string, string]).sort();
}

/** Runs one step on workstation, centre and oracle. */
function run({ name, pick }: Step, of: TestDesk, centre: ModelCentre, expected: Expected): void {
  const { intent, records } = of.desk.stores;
  const among = (type: 'call' | 'appeal') => {
    const ids = records.record.allOf(type).map(({ id }) => id);
    return ids[pick % Math.max(1, ids.length)] ?? randomUUID();
  };
  const me = of.session.operator.id;
  const acts: Partial<Record<Step['name'], () => void>> = {
    start: () => of.act([{ kind: 'call.start', payload: { call: randomUUID(), phone: null, phoneRaw: '' } }]),
    note: () =>
      of.act([
        { kind: 'call.note', payload: { call: among('call'), lines: [{ atMs: 0, text: `${pick}` }] } },
      ]),
    finish: () =>
      of.act([
        { kind: 'call.finish', payload: { call: among('call'), phone: null, phoneRaw: '', code: 'other' } },
      ]),
    register: () =>
      of.act([
        { kind: 'appeal.register', payload: { appeal: randomUUID(), call: among('call'), card: aCard() } },
      ]),
    assign: () => {
      const from = pick % 2 === 0 ? me : null;
      of.act([
        { kind: 'appeal.assign', payload: { appeal: among('appeal'), from, to: from === null ? me : null } },
      ]);
    },
    // What is corrected is what stands here, predictions included: a chain of edits comes about by itself.
    amend: () => {
      const appeal = records.record.get('appeal', among('appeal'));
      if (appeal === undefined) return;
      const { id, applicant, topic, text } = appeal;
      const edited = pick % 2 === 0 ? `${text}\nмоє ${pick}` : text.replace(/^.*/, `перше ${pick}`);
      const changes = [
        { field: 'topic', value: `${pick}` },
        { field: 'text', value: edited },
      ];
      const base = [
        { field: 'topic', value: topic },
        { field: 'text', value: text },
      ];
      of.act([{ kind: 'appeal.amend', payload: { appeal: id, applicant, changes }, base }]);
    },
    amendedElsewhere: () => {
      const ids = centre.ids('appeal');
      const id = ids[pick % Math.max(1, ids.length)];
      if (id === undefined) return;
      const doc = centre.get('appeal', id);
      const text = pick % 3 === 0 ? `їхнє ${pick}\n${String(doc?.text)}` : String(doc?.text);
      centre.put('appeal', id, { ...doc, topic: `т${pick}`, text });
    },
    // Another workstation changes a record that commands may be waiting for.
    elsewhere: () => {
      const ids = centre.ids('appeal');
      const id = ids[pick % Math.max(1, ids.length)];
      if (id !== undefined)
        centre.put('appeal', id, { ...centre.get('appeal', id), assignee: pick % 3 ? me : null });
    },
    push: () => centre.push(intent.outbox.after(0, pick % 5).map(({ command }) => command)),
    page: () => receive(of, centre, expected, 1 + (pick % 3)),
    pull: () => {
      while (!receive(of, centre, expected, 2));
    },
    restart: () => void rebase(of.desk),
  };
  acts[name]?.();
}

/** Takes one page in; true when it was the last. */
function receive(of: TestDesk, centre: ModelCentre, expected: Expected, limit: number): boolean {
  const { intent, records } = of.desk.stores;
  const from = requestCursor(records.meta.get());
  const end = receivePage(of.desk, from, centre.pull(intent.identity.get().client, from, limit));
  if (end.kind !== 'last') return false;
  for (const type of TYPES)
    for (const id of centre.ids(type)) expected.truth.set(`${type}/${id}`, centre.get(type, id));
  return true;
}

describe('rebase', () => {
  test('the view is always the confirmed rows plus the waiting commands decided afresh', async () => {
    const step = fc.record({ name: fc.constantFrom(...STEPS), pick: fc.nat(30) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const of = await aTestDesk();
        const centre = new ModelCentre();
        const expected = new Expected();
        try {
          for (const each of steps) {
            run(each, of, centre, expected);
            expect(sorted(shown(of))).toEqual(sorted(expected.view(of)));
          }
          const { intent } = of.desk.stores;
          centre.push(intent.outbox.after(0, 1000).map(({ command }) => command));
          run({ name: 'pull', pick: 0 }, of, centre, expected);
          expect(intent.outbox.waiting().count).toBe(0);
          expect(sorted(shown(of))).toEqual(sorted(expected.truth));
        } finally {
          of.close();
        }
      }),
      { numRuns: 20 },
    );
  });
});
