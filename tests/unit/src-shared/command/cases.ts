import {
  AppealId,
  ApplicantId,
  CallId,
  OperatorId,
  PairId,
  ProblemId,
  WorkstationId,
} from '../../../../src-shared/brand.ts';
import type { Command } from '../../../../src-shared/command/envelope.ts';
import type { CommandKind } from '../../../../src-shared/command/registry.ts';
import {
  aCall,
  aCard,
  aCommand,
  aConflict,
  aConsultation,
  aDuty,
  aHandover,
  anAppeal,
  anAttention,
  anOperator,
  aPerson,
  aPractice,
  aPracticeResult,
  aProblem,
  aPromise,
  aWorkstation,
  IDS,
  NUMBER,
  type Records,
  STAFF,
  uuid,
} from '../builders.ts';
import { ANNOUNCEMENT_APPLIED, ANNOUNCEMENT_REFUSED } from './announcementCases.ts';
import { APPLICANT_APPLIED, APPLICANT_REFUSED } from './applicantCases.ts';
import { ARTICLE_APPLIED, ARTICLE_REFUSED } from './articleCases.ts';
import { anExecution, CONTROL_APPLIED, CONTROL_REFUSED } from './controlCases.ts';
import { NOTE_APPLIED, NOTE_REFUSED } from './noteCases.ts';
import { QUESTION_APPLIED, QUESTION_REFUSED } from './questionCases.ts';
import { TERM_APPLIED, TERM_REFUSED } from './termCases.ts';

/** A command with the records around it. */
export interface Case {
  readonly command: Command;
  readonly records: Records;
}

const registered = AppealId.parse(IDS.appeal);
const phone = { phone: null, phoneRaw: '' };
const consulted = {
  consultation: IDS.consultation,
  call: IDS.call,
  topic: '08.01',
  district: '',
  answer: 'Так.',
};
const register = { appeal: IDS.appeal, call: IDS.call, card: aCard() };
const warn = { call: IDS.call, kind: 'gas', service: '104', words: ['пахне', 'газом'] };
const forward = {
  appeal: IDS.appeal,
  authority: 'water-utility',
  role: null,
  channel: 'phone',
  note: '',
  again: null,
};
const assign = { appeal: IDS.appeal, from: IDS.koval, to: IDS.bondar };
const file = { hash: 'a'.repeat(64), size: 2048, type: 'image/jpeg', name: 'яма.jpg' };
const attach = { appeal: IDS.appeal, file };
const byLead = { actor: IDS.lead };
const amend = {
  appeal: IDS.appeal,
  applicant: IDS.applicant,
  changes: [{ field: 'text', value: 'Третій день немає води.' }],
};
const seen = { base: [{ field: 'text', value: 'Другий день немає води.' }] };
const person = { ...aPerson(), region: aCall().region, createdAt: '2026-11-25T10:00:00.000Z' };
const applicant = { applicant: person };
const other = { applicant: { ...person, id: ApplicantId.parse(uuid(98)) } };
const conflict = { conflict: aConflict() };
const ended = { state: 'resolved', choice: 'server', resolvedBy: OperatorId.parse(IDS.lead) } as const;
const resolve = {
  conflict: conflict.conflict.id,
  appeal: IDS.appeal,
  applicant: IDS.applicant,
  choice: 'mine',
  value: conflict.conflict.mine,
  expected: 'Другий день немає води.',
};
const settle = { command: anAttention().id, way: 'discarded' };
const call = { call: aCall() };
const appeal = { appeal: anAppeal() };
const number = {
  number: { id: NUMBER, region: call.call.region, appeal: appeal.appeal.id, command: aCommand('x', {}).id },
};

const at = (command: Command, ...records: Records): Case => ({ command, records: [...STAFF, ...records] });

const practice = { practice: aPractice() };
const named = { workstation: aWorkstation() };
const told = { practice: practice.practice.id, result: aPracticeResult() };
const begin = { workstations: [IDS.workstation], minutes: 15 };
const callOff = { practice: practice.practice.id };

const second = { call: aCall({ id: CallId.parse(uuid(81)) }) };
const goOn = { call: uuid(81), earlier: IDS.call };
const resting = { state: 'break', reason: 'rest' };
const duty = { duty: aDuty() };
const terms = {
  phone: '+380501234567',
  phoneRaw: '050 123 45 67',
  name: 'Ганна',
  what: 'сказати, коли дадуть воду',
  dueAt: '2026-11-25T14:00:00.000Z',
  call: IDS.call,
  appeal: null,
  applicant: null,
};
const promise = { promise: aPromise() };
const promised = { promise: aPromise().id };
const promiseOver = { promise: aPromise({ state: 'kept' }) };
const pass = { ...promised, from: IDS.koval, to: IDS.bondar };
const handover = { handover: aHandover() };
const hand = {
  handover: aHandover().id,
  call: IDS.call,
  startedAt: '2026-11-25T09:55:00.000Z',
  phoneRaw: '050',
  to: null,
  fields: [{ field: 'notes', text: '[]' }],
};
const accept = { handover: aHandover().id };
const byBondar = { actor: IDS.bondar };

const problem = { problem: aProblem() };
const inProblem = { appeal: anAppeal({ problem: aProblem().id }) };
const ofProblem = { problem: aProblem().id };
const openProblem = { ...ofProblem, title: 'Немає води: Садова', topic: '03.01', place: aProblem().place };
const attachTo = { appeal: IDS.appeal, from: null, to: aProblem().id };
const joining = {
  appeal: IDS.appeal,
  call: IDS.call,
  applicant: aPerson({ id: ApplicantId.parse(uuid(97)) }),
};
const neighbours = { appeal: anAppeal({ id: AppealId.parse(uuid(72)), number: 'ДН-2026-000077-7' }) };
const apart = { pair: uuid(73), appeals: [IDS.appeal, neighbours.appeal.id] };
const verdict = {
  id: PairId.parse(uuid(73)),
  region: aCall().region,
  appeals: [registered, neighbours.appeal.id],
  by: OperatorId.parse(IDS.lead),
  at: '2026-11-25T10:00:00.000Z',
};
const nobody = { surname: '', givenName: '', patronymic: '', phone: null };
const registerInProblem = { ...register, card: aCard({ problem: aProblem().id }) };

/** A case of every kind that is applied. */
export const APPLIED: Readonly<Record<CommandKind, Case>> = {
  ...APPLICANT_APPLIED,
  ...ARTICLE_APPLIED,
  ...TERM_APPLIED,
  ...CONTROL_APPLIED,
  ...QUESTION_APPLIED,
  ...ANNOUNCEMENT_APPLIED,
  ...NOTE_APPLIED,
  'call.start': at(aCommand('call.start', { call: IDS.call, ...phone })),
  'call.note': at(aCommand('call.note', { call: IDS.call, lines: [{ atMs: 5, text: 'немає води' }] }), call),
  'call.finish': at(aCommand('call.finish', { call: IDS.call, ...phone, code: 'dropped' }), call),
  'call.discard': at(aCommand('call.discard', { call: IDS.call }), call),
  'call.warn': at(aCommand('call.warn', warn), call),
  'consultation.record': at(aCommand('consultation.record', consulted), call),
  'appeal.register': at(aCommand('appeal.register', register, { number: NUMBER }), call),
  'appeal.assign': at(aCommand('appeal.assign', assign, byLead), appeal),
  'appeal.forward': at(aCommand('appeal.forward', forward), appeal),
  'appeal.attach': at(aCommand('appeal.attach', attach), appeal),
  'appeal.amend': at(aCommand('appeal.amend', amend, seen), appeal, applicant),
  'conflict.resolve': at(aCommand('conflict.resolve', resolve), appeal, applicant, conflict),
  'attention.settle': at(aCommand('attention.settle', settle), { attention: anAttention() }),
  'practice.begin': at(aCommand('practice.begin', begin, byLead), named),
  'practice.callOff': at(aCommand('practice.callOff', callOff, byLead), practice),
  'practice.tell': at(aCommand('practice.tell', told), practice),
  'call.continue': at(aCommand('call.continue', goOn), call, second),
  'duty.change': at(aCommand('duty.change', resting), duty),
  'duty.extend': at(aCommand('duty.extend', { reason: 'card' }), duty),
  'promise.make': at(aCommand('promise.make', { ...promised, terms })),
  'promise.pass': at(aCommand('promise.pass', pass), promise),
  'promise.keep': at(aCommand('promise.keep', promised), promise),
  'promise.tried': at(aCommand('promise.tried', promised), promise),
  'promise.cancel': at(aCommand('promise.cancel', { ...promised, reason: 'передзвонила сама' }), promise),
  'draft.hand': at(aCommand('draft.hand', hand)),
  'draft.accept': at(aCommand('draft.accept', accept, byBondar), handover),
  'problem.open': at(aCommand('problem.open', openProblem)),
  'problem.attach': at(aCommand('problem.attach', attachTo), appeal, problem),
  'problem.end': at(aCommand('problem.end', { ...ofProblem, answer: 'Воду подано.' }, byLead), problem),
  'appeal.join': at(aCommand('appeal.join', joining, { number: NUMBER }), appeal, call),
  'pair.settle': at(aCommand('pair.settle', apart, byLead), appeal, neighbours),
};

const emptyCard = { ...register, card: aCard({ text: ' ' }) };
const noKind = { ...register, card: aCard({ kind: null }) };
const lost = { assignee: OperatorId.parse(IDS.analyst) };
const gone = { operator: anOperator(IDS.bondar, 'operator', false) };
const aboutThem = { kind: 'complaint', complainedOf: 'water-utility' } as const;
const sentThere = {
  authority: 'water-utility',
  channel: 'phone',
  note: '',
  at: '2026-11-25T10:00:00.000Z',
  by: OperatorId.parse(IDS.koval),
  execution: anExecution().id,
} as const;

/** Kind -> refusal code -> a case that meets it. */
export const REFUSED: Readonly<Record<CommandKind, Readonly<Record<string, readonly Case[]>>>> = {
  ...APPLICANT_REFUSED,
  ...ARTICLE_REFUSED,
  ...TERM_REFUSED,
  ...CONTROL_REFUSED,
  ...QUESTION_REFUSED,
  ...ANNOUNCEMENT_REFUSED,
  ...NOTE_REFUSED,
  'call.start': { call_exists: [at(APPLIED['call.start'].command, call)] },
  'call.note': { call_unknown: [at(APPLIED['call.note'].command)] },
  'call.finish': {
    call_unknown: [at(APPLIED['call.finish'].command)],
    call_already_finished: [
      at(APPLIED['call.finish'].command, { call: aCall({ endedAt: '2026-11-25T10:00:00.000Z' }) }),
    ],
    call_code_required: [at(aCommand('call.finish', { call: IDS.call, ...phone, code: null }), call)],
  },
  'consultation.record': {
    call_unknown: [at(APPLIED['consultation.record'].command)],
    consultation_exists: [
      at(APPLIED['consultation.record'].command, call, { consultation: aConsultation() }),
    ],
    topic_required: [at(aCommand('consultation.record', { ...consulted, topic: '' }), call)],
  },
  'appeal.register': {
    appeal_exists: [at(APPLIED['appeal.register'].command, call, appeal)],
    call_unknown: [at(APPLIED['appeal.register'].command)],
    card_incomplete: [
      at(aCommand('appeal.register', emptyCard, { number: NUMBER }), call),
      at(aCommand('appeal.register', noKind, { number: NUMBER }), call),
    ],
    number_invalid: [
      at(aCommand('appeal.register', register, { number: null }), call),
      at(aCommand('appeal.register', register, { number: 'ДН-2026-000001-0' }), call),
      // Reads as a number, yet is not written as one: a second spelling would be a second number for the ledger.
      at(aCommand('appeal.register', register, { number: NUMBER.toLowerCase() }), call),
    ],
    number_taken: [at(APPLIED['appeal.register'].command, call, number)],
    problem_unknown: [at(aCommand('appeal.register', registerInProblem, { number: NUMBER }), call)],
  },
  'appeal.assign': {
    appeal_unknown: [at(APPLIED['appeal.assign'].command)],
    assignee_unknown: [
      at(aCommand('appeal.assign', { ...assign, to: uuid(99) }, byLead), appeal),
      { command: APPLIED['appeal.assign'].command, records: [gone, ...STAFF, appeal] },
    ],
    already_assigned: [at(APPLIED['appeal.assign'].command, { appeal: anAppeal(lost) })],
    appeal_over: [at(APPLIED['appeal.assign'].command, { appeal: anAppeal({ status: 'removed' }) })],
  },
  'appeal.forward': {
    appeal_unknown: [at(APPLIED['appeal.forward'].command)],
    authority_unknown: [at(aCommand('appeal.forward', { ...forward, authority: 'nobody' }), appeal)],
    authority_complained_of: [at(APPLIED['appeal.forward'].command, { appeal: anAppeal(aboutThem) })],
    already_forwarded: [
      at(APPLIED['appeal.forward'].command, { appeal: anAppeal({ forwardings: [sentThere] }) }),
    ],
    appeal_over: [at(APPLIED['appeal.forward'].command, { appeal: anAppeal({ status: 'removed' }) })],
  },
  'appeal.attach': { appeal_unknown: [at(APPLIED['appeal.attach'].command)] },
  'appeal.amend': {
    appeal_unknown: [at(APPLIED['appeal.amend'].command, applicant)],
    applicant_unknown: [
      at(APPLIED['appeal.amend'].command, appeal),
      at(aCommand('appeal.amend', { ...amend, applicant: uuid(98) }, seen), appeal, other),
    ],
    base_missing: [
      at(aCommand('appeal.amend', amend), appeal, applicant),
      at(
        aCommand('appeal.amend', amend, { base: [{ field: 'kind', value: 'statement' }] }),
        appeal,
        applicant,
      ),
    ],
    card_incomplete: [
      at(
        aCommand(
          'appeal.amend',
          { ...amend, changes: [{ field: 'applicant.surname', value: ' ' }] },
          { base: [{ field: 'applicant.surname', value: 'Іваненко' }] },
        ),
        appeal,
        applicant,
      ),
    ],
  },
  'conflict.resolve': {
    conflict_unknown: [
      at(APPLIED['conflict.resolve'].command, appeal, applicant),
      at(APPLIED['conflict.resolve'].command, applicant, conflict),
      at(APPLIED['conflict.resolve'].command, appeal, conflict),
      at(aCommand('conflict.resolve', { ...resolve, applicant: uuid(98) }), appeal, other, conflict),
    ],
    conflict_resolved: [
      at(APPLIED['conflict.resolve'].command, appeal, applicant, { conflict: aConflict(ended) }),
    ],
    value_changed: [
      at(aCommand('conflict.resolve', { ...resolve, expected: 'Інше.' }), appeal, applicant, conflict),
      at(aCommand('conflict.resolve', { ...resolve, value: 'Не те.' }), appeal, applicant, conflict),
      at(aCommand('conflict.resolve', { ...resolve, choice: 'server' }), appeal, applicant, conflict),
    ],
    value_invalid: [
      at(
        aCommand('conflict.resolve', { ...resolve, choice: 'other', value: null }),
        appeal,
        applicant,
        conflict,
      ),
    ],
    card_incomplete: [
      at(
        aCommand('conflict.resolve', { ...resolve, choice: 'other', value: ' ' }),
        appeal,
        applicant,
        conflict,
      ),
    ],
  },
  'attention.settle': {
    attention_unknown: [at(APPLIED['attention.settle'].command)],
    attention_settled: [
      at(APPLIED['attention.settle'].command, {
        attention: anAttention({ state: 'settled', way: 'discarded', by: OperatorId.parse(IDS.lead) }),
      }),
    ],
  },
  'practice.begin': {
    workstation_unknown: [
      at(APPLIED['practice.begin'].command),
      at(APPLIED['practice.begin'].command, { workstation: aWorkstation(false) }),
    ],
  },
  'practice.callOff': {
    practice_unknown: [at(APPLIED['practice.callOff'].command)],
    practice_over: [
      at(APPLIED['practice.callOff'].command, {
        practice: aPractice({ calledOffAt: '2026-11-25T09:59:00.000Z' }),
      }),
      at(APPLIED['practice.callOff'].command, {
        practice: aPractice({ endsAt: '2026-11-25T10:00:00.000Z' }),
      }),
    ],
  },
  'practice.tell': {
    practice_unknown: [at(APPLIED['practice.tell'].command)],
    practice_not_named: [
      at(APPLIED['practice.tell'].command, {
        practice: aPractice({ workstations: [WorkstationId.parse(uuid(70))] }),
      }),
      at(
        aCommand('practice.tell', {
          ...told,
          result: { ...told.result, workstation: WorkstationId.parse(uuid(70)) },
        }),
        practice,
      ),
    ],
    practice_told: [
      at(APPLIED['practice.tell'].command, { practice: aPractice({ results: [aPracticeResult()] }) }),
    ],
  },
  'call.continue': {
    call_unknown: [
      at(APPLIED['call.continue'].command, call),
      at(aCommand('call.continue', { call: IDS.call, earlier: IDS.call }), call),
    ],
    call_already_continued: [
      at(APPLIED['call.continue'].command, { call: aCall({ continuedBy: CallId.parse(uuid(82)) }) }, second),
    ],
  },
  'duty.change': {
    duty_reason_required: [
      at(aCommand('duty.change', { state: 'break', reason: null })),
      at(aCommand('duty.change', { state: 'ready', reason: 'rest' })),
    ],
  },
  'duty.extend': {
    duty_not_limited: [
      at(APPLIED['duty.extend'].command),
      at(APPLIED['duty.extend'].command, { duty: aDuty({ state: 'ready' }) }),
    ],
  },
  'promise.make': {
    promise_exists: [at(APPLIED['promise.make'].command, promise)],
    promise_phone_required: [
      at(aCommand('promise.make', { ...promised, terms: { ...terms, phone: null, phoneRaw: ' ' } })),
    ],
  },
  'promise.pass': {
    promise_unknown: [at(APPLIED['promise.pass'].command)],
    promise_closed: [at(APPLIED['promise.pass'].command, promiseOver)],
    promise_owner_changed: [at(APPLIED['promise.pass'].command, { promise: aPromise({ owner: null }) })],
    assignee_unknown: [
      at(aCommand('promise.pass', { ...pass, to: uuid(99) }), promise),
      { command: APPLIED['promise.pass'].command, records: [gone, ...STAFF, promise] },
    ],
  },
  'promise.keep': {
    promise_unknown: [at(APPLIED['promise.keep'].command)],
    promise_closed: [at(APPLIED['promise.keep'].command, promiseOver)],
  },
  'promise.tried': {
    promise_unknown: [at(APPLIED['promise.tried'].command)],
    promise_closed: [at(APPLIED['promise.tried'].command, promiseOver)],
  },
  'promise.cancel': {
    promise_unknown: [at(APPLIED['promise.cancel'].command)],
    promise_closed: [at(APPLIED['promise.cancel'].command, promiseOver)],
    promise_reason_required: [at(aCommand('promise.cancel', { ...promised, reason: ' ' }), promise)],
  },
  'draft.hand': {
    handover_exists: [at(APPLIED['draft.hand'].command, handover)],
    assignee_unknown: [at(aCommand('draft.hand', { ...hand, to: uuid(99) }))],
  },
  'draft.accept': {
    handover_unknown: [at(APPLIED['draft.accept'].command)],
    handover_taken: [
      at(APPLIED['draft.accept'].command, {
        handover: aHandover({ takenBy: OperatorId.parse(IDS.lead), takenAt: '2026-11-25T10:00:00.000Z' }),
      }),
    ],
    handover_for_another: [
      at(APPLIED['draft.accept'].command, { handover: aHandover({ to: OperatorId.parse(IDS.analyst) }) }),
    ],
  },
  'call.warn': { call_unknown: [at(APPLIED['call.warn'].command)] },
  'call.discard': {
    call_unknown: [at(APPLIED['call.discard'].command)],
    call_already_finished: [
      at(APPLIED['call.discard'].command, { call: aCall({ endedAt: '2026-11-25T10:00:00.000Z' }) }),
    ],
    call_has_work: [at(APPLIED['call.discard'].command, { call: aCall({ appeals: [registered] }) })],
  },
  'pair.settle': {
    appeal_unknown: [at(APPLIED['pair.settle'].command, appeal)],
    pair_exists: [at(APPLIED['pair.settle'].command, appeal, neighbours, { pair: verdict })],
  },
  'problem.open': { problem_exists: [at(APPLIED['problem.open'].command, problem)] },
  'problem.attach': {
    appeal_unknown: [at(APPLIED['problem.attach'].command, problem)],
    problem_unknown: [at(APPLIED['problem.attach'].command, appeal)],
    problem_changed: [
      at(aCommand('problem.attach', { ...attachTo, to: null }), inProblem),
      at(APPLIED['problem.attach'].command, problem, {
        appeal: anAppeal({ problem: ProblemId.parse(uuid(71)) }),
      }),
    ],
  },
  'problem.end': {
    problem_unknown: [at(APPLIED['problem.end'].command)],
    problem_ended: [at(APPLIED['problem.end'].command, { problem: aProblem({ state: 'ended' }) })],
    problem_answer_required: [at(aCommand('problem.end', { ...ofProblem, answer: ' ' }, byLead), problem)],
  },
  'appeal.join': {
    appeal_unknown: [at(APPLIED['appeal.join'].command, call)],
    call_unknown: [at(APPLIED['appeal.join'].command, appeal)],
    co_applicant_unreachable: [
      at(
        aCommand(
          'appeal.join',
          { ...joining, applicant: { ...joining.applicant, ...nobody } },
          { number: NUMBER },
        ),
        appeal,
        call,
      ),
    ],
    already_joined: [
      at(aCommand('appeal.join', { ...joining, applicant: aPerson() }, { number: NUMBER }), appeal, call),
    ],
    number_invalid: [at(aCommand('appeal.join', joining, { number: 'ДН-2026-000001-0' }), appeal, call)],
    number_taken: [at(APPLIED['appeal.join'].command, appeal, call, number)],
  },
};

/** The appeal of the cases, for looking at what became of it. */
export const CASE_APPEAL = registered;
