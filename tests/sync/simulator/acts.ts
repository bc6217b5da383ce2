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
] as const;
export type ActName = (typeof ACTS)[number];

/** One command as a window gives it. */
export interface Given {
  readonly kind: string;
  readonly payload: Record<string, unknown>;
}

/** What the workstation's own records show, as the operator sees it. */
export interface Seen {
  readonly calls: readonly { readonly id: string; readonly endedAt: string | null }[];
  readonly appeals: readonly {
    readonly id: string;
    readonly assignee: string | null;
    readonly text: string;
  }[];
  readonly operators: readonly string[];
}

/** Reads what a workstation shows. */
export function seenBy(records: Database): Seen {
  const all = (type: string) =>
    records
      .prepare<[string], { doc: string }>('SELECT doc FROM record WHERE type = ? ORDER BY id')
      .all(type)
      .map(({ doc }) => JSON.parse(doc) as Record<string, unknown>);
  return {
    calls: all('call').map(({ id, endedAt }) => ({ id: String(id), endedAt: endedAt as string | null })),
    appeals: all('appeal').map(({ id, assignee, text }) => ({
      id: String(id),
      assignee: assignee as string | null,
      text: String(text),
    })),
    operators: all('operator').map(({ id }) => String(id)),
  };
}

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
    case 'forward': {
      const known = pick(seen.appeals);
      const authority = dice.pick(authorities).id;
      const payload = { appeal: known?.id, authority, channel: 'phone', note: `вих. ${dice.below(1000)}` };
      return known && [{ kind: 'appeal.forward', payload }];
    }
  }
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
