import type { Appeal, AppealCard } from '../../../src-shared/appeal/model.ts';
import type { ApplicantCard } from '../../../src-shared/applicant/model.ts';
import type { AttentionRecord } from '../../../src-shared/attention/model.ts';
import type { Call } from '../../../src-shared/call/model.ts';
import { Command } from '../../../src-shared/command/envelope.ts';
import { type Conflict, conflictId } from '../../../src-shared/conflict/model.ts';
import type { Consultation } from '../../../src-shared/consultation/model.ts';
import { formatNumber } from '../../../src-shared/number/number.ts';
import { Operator } from '../../../src-shared/operator/model.ts';
import { type Practice, PracticeResult } from '../../../src-shared/practice/model.ts';
import type { Problem } from '../../../src-shared/problem/model.ts';
import {
  type RecordDocs,
  type RecordRef,
  type RecordType,
  type RecordView,
  recordSchemas,
} from '../../../src-shared/record/model.ts';

/** A UUID told apart by its last digits. */
export function uuid(n: number): string {
  return `0190e000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

export const IDS = {
  call: uuid(1),
  appeal: uuid(2),
  consultation: uuid(3),
  applicant: uuid(4),
  command: uuid(5),
  client: uuid(6),
  workstation: uuid(7),
  grant: uuid(8),
  boot: uuid(9),
  koval: uuid(11),
  bondar: uuid(12),
  lead: uuid(13),
  analyst: uuid(14),
  control: uuid(15),
} as const;

/** 12:00 in Kyiv on 25 November 2026. */
export const NOON = Date.UTC(2026, 10, 25, 10, 0, 0);
export const NUMBER = formatNumber({ office: 'ДН', year: 2026, series: 0, serial: 1 });

const read = <T extends RecordType>(type: T, doc: unknown): RecordDocs[T] =>
  recordSchemas[type].parse(doc) as RecordDocs[T];

export function anOperator(id: string, role: Operator['role'], active = true): Operator {
  return Operator.parse({ id, region: 'dn', name: `Особа ${id.slice(-2)}`, role, active });
}

/** An applicant's card that needs nothing more. */
export function aPerson(over: Partial<ApplicantCard> = {}): ApplicantCard {
  const address = { district: 'UA14120000000070232', settlement: 'Краматорськ', street: 'вул. Садова, 1' };
  const {
    region: _region,
    createdAt: _createdAt,
    ...card
  } = read('applicant', {
    id: IDS.applicant,
    type: 'person',
    surname: 'Іваненко',
    givenName: 'Ганна',
    patronymic: 'Петрівна',
    organisation: '',
    phone: '+380501234567',
    address,
    region: 'dn',
    createdAt: '2026-11-25T10:00:00.000Z',
  });
  return { ...card, ...over };
}

/** A card that can be registered. */
export function aCard(over: Partial<AppealCard> = {}): AppealCard {
  return {
    kind: 'statement',
    topic: '03.01',
    applicant: aPerson(),
    place: { district: '', settlement: '', street: '' },
    text: 'Другий день немає води.',
    urgent: false,
    ...over,
  };
}

export function aCall(over: Partial<Call> = {}): Call {
  return {
    ...read('call', {
      id: IDS.call,
      region: 'dn',
      workstation: IDS.workstation,
      operator: IDS.koval,
      startedAt: '2026-11-25T09:55:00.000Z',
      endedAt: null,
      phone: null,
      phoneRaw: '',
      notes: [],
      outcome: 'open',
      appeals: [],
      consultations: [],
    }),
    ...over,
  };
}

export function anAppeal(over: Partial<Appeal> = {}): Appeal {
  return {
    ...read('appeal', {
      id: IDS.appeal,
      region: 'dn',
      number: NUMBER,
      call: IDS.call,
      applicant: IDS.applicant,
      kind: 'statement',
      topic: '03.01',
      place: { district: '', settlement: '', street: '' },
      text: 'Другий день немає води.',
      urgent: false,
      status: 'registered',
      receiptForm: '1.1-1',
      receiptSign: '2.1',
      subject: '5.1',
      type: '6.3',
      assignee: IDS.koval,
      registeredBy: IDS.koval,
      registeredAt: '2026-11-25T10:00:00.000Z',
      day: '2026-11-25',
      forwardings: [],
    }),
    ...over,
  };
}

export function aConsultation(): Consultation {
  return read('consultation', {
    id: IDS.consultation,
    region: 'dn',
    call: IDS.call,
    operator: IDS.koval,
    topic: '08.01',
    district: '',
    answer: 'Пояснено порядок.',
    recordedAt: '2026-11-25T10:00:00.000Z',
    day: '2026-11-25',
  });
}

export function aWorkstation(active = true): RecordDocs['workstation'] {
  return read('workstation', { id: IDS.workstation, region: 'dn', name: 'Стіл 1', active });
}

/** What a workstation tells of a practice of a quarter of an hour. */
export function aPracticeResult(): PracticeResult {
  return PracticeResult.parse({
    workstation: IDS.workstation,
    by: IDS.koval,
    beganAt: '2026-11-25T09:45:00.000Z',
    endedAt: '2026-11-25T09:59:00.000Z',
    end: 'time',
    calls: 3,
    consultations: 1,
    appeals: 2,
    waiting: 12,
    setAside: 0,
    numbersFree: 198,
    arrivedAt: '2026-11-25T09:59:04.000Z',
  });
}

export function aPractice(over: Partial<Practice> = {}): Practice {
  return {
    ...read('practice', {
      id: uuid(60),
      region: 'dn',
      workstations: [IDS.workstation],
      by: IDS.lead,
      beganAt: '2026-11-25T09:45:00.000Z',
      endsAt: '2026-11-25T10:15:00.000Z',
      calledOffAt: null,
      results: [],
    }),
    ...over,
  };
}

/** Koval after a call. */
export function aDuty(over: Partial<RecordDocs['duty']> = {}): RecordDocs['duty'] {
  const state = { state: 'wrapUp', reason: null, since: '2026-11-25T09:59:00.000Z', extensions: 0 };
  return {
    ...read('duty', { id: IDS.koval, region: 'dn', workstation: IDS.workstation, ...state }),
    ...over,
  };
}

/** A promise of Koval's for the same day. */
export function aPromise(over: Partial<RecordDocs['promise']> = {}): RecordDocs['promise'] {
  return {
    ...read('promise', {
      id: uuid(83),
      region: 'dn',
      phone: '+380501234567',
      phoneRaw: '050 123 45 67',
      name: 'Ганна',
      what: 'сказати, коли дадуть воду',
      dueAt: '2026-11-25T14:00:00.000Z',
      call: IDS.call,
      appeal: null,
      applicant: null,
      owner: IDS.koval,
      madeBy: IDS.koval,
      madeAt: '2026-11-25T09:58:00.000Z',
      state: 'open',
      tries: [],
      closedAt: null,
      closedBy: null,
      reason: '',
    }),
    ...over,
  };
}

/** A card that Koval left to the shift. */
export function aHandover(over: Partial<RecordDocs['handover']> = {}): RecordDocs['handover'] {
  return {
    ...read('handover', {
      id: uuid(84),
      region: 'dn',
      call: IDS.call,
      startedAt: '2026-11-25T09:55:00.000Z',
      phoneRaw: '050 123 45 67',
      from: IDS.koval,
      workstation: IDS.workstation,
      handedAt: '2026-11-25T09:59:00.000Z',
      to: null,
      fields: [{ field: 'notes', text: '[]' }],
      takenBy: null,
      takenAt: null,
    }),
    ...over,
  };
}

/** A command of operator Koval given at noon. Its hash is a filler: deciding does not look at it. */
export function aCommand(
  kind: string,
  payload: Record<string, unknown>,
  over: {
    actor?: string;
    number?: string | null;
    wall?: number;
    v?: number;
    id?: string;
    workstation?: string;
    base?: Command['base'];
  } = {},
): Command {
  return Command.parse({
    id: over.id ?? IDS.command,
    client: IDS.client,
    workstation: over.workstation ?? IDS.workstation,
    seq: 1,
    region: 'dn',
    kind,
    v: over.v ?? 1,
    actor: over.actor ?? IDS.koval,
    grant: IDS.grant,
    payload,
    base: over.base ?? null,
    minted: { number: over.number ?? null },
    at: { wall: over.wall ?? NOON, offsetMs: 0, uncertaintyMs: 10, mono: 1000, bootId: IDS.boot },
    hash: '0'.repeat(64),
  });
}

/** An open conflict about the text of the appeal, left by Koval. */
export function aConflict(over: Partial<Conflict> = {}): Conflict {
  return {
    ...read('conflict', {
      id: conflictId(IDS.appeal, 'text', IDS.workstation),
      region: 'dn',
      appeal: IDS.appeal,
      applicant: IDS.applicant,
      field: 'text',
      base: 'Немає води.',
      server: 'Другий день немає води.',
      mine: 'Немає води з понеділка.',
      command: uuid(20),
      author: IDS.koval,
      workstation: IDS.workstation,
      at: '2026-11-25T09:00:00.000Z',
      state: 'open',
      choice: null,
      resolvedBy: null,
      resolvedAt: null,
    }),
    ...over,
  };
}

/** A command of Koval's that the centre refused. */
export function anAttention(over: Partial<AttentionRecord> = {}): AttentionRecord {
  return {
    ...read('attention', {
      id: uuid(20),
      region: 'dn',
      kind: 'appeal.forward',
      v: 1,
      actor: IDS.koval,
      workstation: IDS.workstation,
      at: '2026-11-25T09:00:00.000Z',
      outcome: 'refused',
      code: 'already_forwarded',
      data: {},
      payload: { appeal: IDS.appeal },
      base: null,
      number: null,
      state: 'open',
      way: null,
      by: null,
      changedAt: null,
    }),
    ...over,
  };
}

/** No water in a street: open, nothing answered yet. */
export function aProblem(over: Partial<Problem> = {}): Problem {
  return {
    ...read('problem', {
      id: uuid(70),
      region: 'dn',
      title: 'Немає води: Садова',
      topic: '03.01',
      place: { district: 'UA14120000000070232', settlement: 'Краматорськ', street: 'вул. Садова' },
      state: 'open',
      openedBy: IDS.koval,
      openedAt: '2026-11-25T09:00:00.000Z',
      answer: '',
      answeredBy: null,
      answeredAt: null,
    }),
    ...over,
  };
}

/** What records of the region there are, as type and document. */
export type Records = readonly { readonly [T in RecordType]?: RecordDocs[T] }[];

/** The four operators every case knows. */
export const STAFF: Records = [
  { operator: anOperator(IDS.koval, 'operator') },
  { operator: anOperator(IDS.bondar, 'operator') },
  { operator: anOperator(IDS.lead, 'lead') },
  { operator: anOperator(IDS.analyst, 'analyst') },
  { operator: anOperator(IDS.control, 'control') },
];

/** A view that throws when a rule looks at a record its command did not name: the shell would not have loaded it. */
export function viewOf(records: Records, named: readonly RecordRef[]): RecordView {
  return {
    get(type, id) {
      if (!named.some((ref) => ref.type === type && ref.id === id)) {
        throw new Error(`looked at a record it did not name: ${type} ${id}`);
      }
      return records.flatMap((record) => record[type] ?? []).find((doc) => doc.id === id) as never;
    },
  };
}
