import type { Database } from 'better-sqlite3';
import { authorities } from '../../../src-shared/catalog/authority.ts';
import type { Dice } from './dice.ts';

/** What an operator may do in a history. */
export const ACTS = [
  'call',
  'start',
  'note',
  'consult',
  'register',
  'finish',
  'assign',
  'grab',
  'forward',
  'amend',
  'resolve',
  'settle',
  'merge',
  'unmerge',
  'problem',
  'attach',
  'promise',
  'keep',
] as const;
export type ActName = (typeof ACTS)[number];

/** One command as a window gives it. */
export interface Given {
  readonly kind: string;
  readonly payload: Record<string, unknown>;
  readonly base?: readonly { readonly field: string; readonly value: unknown }[];
}

/** What the workstation's own records show, as the operator sees it. */
export interface Seen {
  readonly calls: readonly { readonly id: string; readonly endedAt: string | null }[];
  readonly appeals: readonly {
    readonly id: string;
    readonly assignee: string | null;
    readonly text: string;
    readonly topic: string;
    readonly applicant: string;
    readonly problem: string | null;
  }[];
  /** Fields with two values, with what stands in the appeal. */
  readonly conflicts: readonly {
    readonly id: string;
    readonly appeal: string;
    readonly applicant: string;
    readonly mine: unknown;
    readonly now: unknown;
  }[];
  readonly operators: readonly string[];
  readonly applicants: readonly { readonly id: string; readonly isMerged: boolean }[];
  readonly problems: readonly string[];
  /** Promises to call back that are still open. */
  readonly promises: readonly string[];
  /** Commands that wait for a person. */
  readonly attentions: readonly string[];
}

/** Reads what a workstation shows. */
export function seenBy(records: Database): Seen {
  const all = (type: string) =>
    records
      .prepare<[string], { doc: string }>('SELECT doc FROM record WHERE type = ? ORDER BY id')
      .all(type)
      .map(({ doc }) => JSON.parse(doc) as Record<string, unknown>);
  const appeals = all('appeal');
  const conflicts = all('conflict').filter(({ state }) => state === 'open');
  return {
    calls: all('call').map(({ id, endedAt }) => ({ id: String(id), endedAt: endedAt as string | null })),
    appeals: appeals.map(({ id, assignee, text, topic, applicant, problem }) => ({
      id: String(id),
      assignee: assignee as string | null,
      text: String(text),
      topic: String(topic),
      applicant: String(applicant),
      problem: (problem as string | undefined) ?? null,
    })),
    conflicts: conflicts.map(({ id, appeal, applicant, mine, field }) => ({
      id: String(id),
      appeal: String(appeal),
      applicant: String(applicant),
      mine,
      now: appeals.find((one) => one.id === appeal)?.[String(field)],
    })),
    operators: all('operator').map(idOf),
    applicants: all('applicant').map(({ id, mergedInto }) => ({
      id: String(id),
      isMerged: mergedInto !== undefined,
    })),
    problems: all('problem').map(idOf),
    promises: all('promise')
      .filter(({ state }) => state === 'open')
      .map(idOf),
    attentions: all('attention')
      .filter(({ state }) => state !== 'settled')
      .map(idOf),
  };
}

const idOf = ({ id }: Record<string, unknown>) => String(id);

/** The commands of one act, or null when there is nothing to do it to. Every line of a note is another one. */
export function commandsOf(act: ActName, seen: Seen, dice: Dice, isLong: boolean): Given[] | null {
  const call = dice.uuid();
  const line = () => ({
    atMs: dice.below(60_000),
    text: `рядок ${dice.uuid()}${isLong ? ' довгий'.repeat(500) : ''}`,
  });
  const start = { kind: 'call.start', payload: { call, phone: null, phoneRaw: '' } };
  const pick = <T>(list: readonly T[]) => (list.length === 0 ? null : dice.pick(list));
  switch (act) {
    case 'start':
      return [start];
    case 'call':
      return [
        start,
        { kind: 'call.note', payload: { call, lines: [line()] } },
        { kind: 'appeal.register', payload: { appeal: dice.uuid(), call, card: cardOf(dice) } },
        finishOf(call, null),
      ];
    case 'note': {
      const known = pick(seen.calls);
      return known && [{ kind: 'call.note', payload: { call: known.id, lines: [line(), line()] } }];
    }
    case 'consult': {
      const known = pick(seen.calls);
      return (
        known && [
          {
            kind: 'consultation.record',
            payload: {
              consultation: dice.uuid(),
              call: known.id,
              topic: '1.1',
              district: '',
              answer: `відповідь ${dice.uuid()}`,
            },
          },
        ]
      );
    }
    case 'register':
      return [{ kind: 'appeal.register', payload: { appeal: dice.uuid(), call: null, card: cardOf(dice) } }];
    case 'finish': {
      const known = pick(seen.calls.filter(({ endedAt }) => endedAt === null));
      return known && [finishOf(known.id, 'other')];
    }
    case 'assign':
    case 'grab': {
      const known = pick(seen.appeals);
      const from = act === 'assign' ? known?.assignee : pick(seen.operators);
      return (
        known && [{ kind: 'appeal.assign', payload: { appeal: known.id, from, to: pick(seen.operators) } }]
      );
    }
    // Few topics, so that two choose the same one; a text is changed at its beginning or at its end, so that some join.
    case 'amend': {
      const known = pick(seen.appeals);
      if (known === null) return null;
      const { id: appeal, applicant, topic, text } = known;
      const edited =
        dice.below(2) === 0
          ? `${text}\nдодано ${dice.below(9)}`
          : text.replace(/^.*/, `перше ${dice.below(9)}`);
      const all = [
        { field: 'topic', was: topic, value: dice.pick(['1.1', '2.1', '3.1']) },
        { field: 'text', was: text, value: edited },
      ];
      const changes = all.slice(dice.below(2));
      return [
        {
          kind: 'appeal.amend',
          payload: { appeal, applicant, changes: changes.map(({ field, value }) => ({ field, value })) },
          base: changes.map(({ field, was }) => ({ field, value: was })),
        },
      ];
    }
    case 'resolve': {
      const known = pick(seen.conflicts);
      if (known === null) return null;
      const { id: conflict, appeal, applicant, mine, now } = known;
      const choice = dice.pick(['server', 'mine'] as const);
      const value = choice === 'server' ? now : mine;
      return [
        { kind: 'conflict.resolve', payload: { conflict, appeal, applicant, choice, value, expected: now } },
      ];
    }
    case 'forward': {
      const known = pick(seen.appeals);
      const authority = dice.pick(authorities).id;
      const payload = {
        appeal: known?.id,
        authority,
        role: null,
        channel: 'phone',
        note: `вих. ${dice.below(1000)}`,
        again: null,
      };
      return known && [{ kind: 'appeal.forward', payload }];
    }
    case 'settle': {
      const command = pick(seen.attentions);
      const way = dice.pick(['discarded', 'kept_server'] as const);
      return command === null ? null : [{ kind: 'attention.settle', payload: { command, way } }];
    }
    default:
      return togetherOf(act, seen, dice);
  }
}

/** Acts that bring records together, and promises: what two workstations most easily do at once. */
function togetherOf(
  act: 'merge' | 'unmerge' | 'problem' | 'attach' | 'promise' | 'keep',
  seen: Seen,
  dice: Dice,
): Given[] | null {
  const pick = <T>(list: readonly T[]) => (list.length === 0 ? null : dice.pick(list));
  switch (act) {
    // Circles and pairs of pairs come of it by themselves.
    case 'merge': {
      const [from, into] = [pick(seen.applicants), pick(seen.applicants)];
      return from && into && [{ kind: 'applicant.merge', payload: { from: from.id, into: into.id } }];
    }
    case 'unmerge': {
      const card = pick(seen.applicants.filter(({ isMerged }) => isMerged));
      return card && [{ kind: 'applicant.unmerge', payload: { applicant: card.id } }];
    }
    case 'problem': {
      const problem = dice.uuid();
      const place = { district: '', settlement: 'Зразкове', street: '' };
      const open = { kind: 'problem.open', payload: { problem, title: 'Немає води', topic: '1.1', place } };
      const appeal = pick(seen.appeals);
      return appeal === null ? [open] : [open, attachOf(appeal, problem)];
    }
    case 'attach': {
      const appeal = pick(seen.appeals);
      return appeal && [attachOf(appeal, pick(seen.problems))];
    }
    case 'promise': {
      const promise = dice.uuid();
      const terms = {
        phone: '+380501234567',
        phoneRaw: '050 123 45 67',
        name: '',
        what: `обіцяно ${promise}`,
        dueAt: '2026-12-01T09:00:00.000Z',
        call: null,
        appeal: pick(seen.appeals)?.id ?? null,
        applicant: null,
      };
      return [{ kind: 'promise.make', payload: { promise, terms } }];
    }
    case 'keep': {
      const promise = pick(seen.promises);
      return promise === null ? null : [{ kind: 'promise.keep', payload: { promise } }];
    }
  }
}

function attachOf({ id: appeal, problem: from }: Seen['appeals'][number], to: string | null): Given {
  return { kind: 'problem.attach', payload: { appeal, from, to } };
}

function finishOf(call: string, code: string | null): Given {
  return { kind: 'call.finish', payload: { call, phone: '+380501234567', phoneRaw: '050 123 45 67', code } };
}

function cardOf(dice: Dice): object {
  return {
    kind: 'complaint',
    topic: '1.1',
    applicant: {
      id: dice.uuid(),
      type: 'person',
      surname: 'Тестенко',
      givenName: 'Проба',
      patronymic: '',
      organisation: '',
      phone: '+380501234567',
      address: { district: 'UA14000000000000000', settlement: 'Зразкове', street: 'вул. Прикладна, 1' },
    },
    place: { district: '', settlement: '', street: '' },
    text: `Немає води. ${dice.uuid()}`,
    urgent: false,
  };
}
