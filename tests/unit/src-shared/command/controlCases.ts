import type { Appeal } from '../../../../src-shared/appeal/model.ts';
import { ExecutionId, OperatorId, ResponseId } from '../../../../src-shared/brand.ts';
import type { Execution, Response } from '../../../../src-shared/control/model.ts';
import { MOST_REWORKS } from '../../../../src-shared/control/returnResponse.ts';
import { aCall, aCommand, anAppeal, IDS, type Records, STAFF, uuid } from '../builders.ts';
import type { Case } from './cases.ts';

const at = (command: Case['command'], ...records: Records): Case => ({
  command,
  records: [...STAFF, ...records],
});

const SENT_AT = '2026-11-25T10:00:00.000Z';
const koval = OperatorId.parse(IDS.koval);

/** A body's part in the appeal, handed over and not confirmed yet. */
export function anExecution(over: Partial<Execution> = {}): Execution {
  return {
    id: ExecutionId.parse(uuid(60)),
    region: aCall().region,
    appeal: anAppeal().id,
    authority: 'water-utility',
    role: 'main',
    state: 'sent',
    sentAt: SENT_AT,
    sentBy: koval,
    due: '2026-12-25',
    reportBy: null,
    contacts: [{ kind: 'sent', at: SENT_AT, by: koval, channel: 'phone', to: null, note: '' }],
    responses: [],
    reworks: [],
    ...over,
  };
}

/** A final answer. */
export function aResponse(over: Partial<Response> = {}): Response {
  return {
    id: ResponseId.parse(uuid(61)),
    receivedOn: '2026-11-25',
    number: '17/204',
    text: 'Воду подано 24 листопада.',
    isInterim: false,
    result: '9.1',
    files: [],
    signs: [],
    at: SENT_AT,
    by: koval,
    ...over,
  };
}

/** The appeal after it was forwarded to the bodies of some parts. */
export function aForwarded(parts: readonly Execution[], over: Partial<Appeal> = {}): Appeal {
  const forwardings = parts.map(({ authority, id }) => ({
    authority,
    channel: 'phone' as const,
    note: '',
    at: SENT_AT,
    by: koval,
    execution: id,
  }));
  return anAppeal({ status: 'forwarded', forwardings, ...over });
}

const byLead = { actor: IDS.lead };
const byControl = { actor: IDS.control };
const part = anExecution();
const sent = [{ appeal: aForwarded([part]) }, { execution: part }];
const answeredPart = anExecution({ state: 'answered', responses: [aResponse()] });
const answered = [
  { appeal: aForwarded([answeredPart], { status: 'answered' }) },
  { execution: answeredPart },
];
const tired = anExecution({
  state: 'answered',
  responses: [aResponse()],
  reworks: Array.from({ length: MOST_REWORKS }, () => ({
    reason: 'не те',
    due: '2026-11-30',
    at: SENT_AT,
    by: koval,
  })),
});
const closing = {
  result: '9.1',
  ending: 'solved',
  answer: 'Воду подано.',
  response: aResponse().id,
  at: SENT_AT,
  by: koval,
} as const;
const closed = { appeal: aForwarded([answeredPart], { status: 'closed', closing }) };
const removal = { note: '', at: SENT_AT, by: koval };
const removed = {
  appeal: aForwarded([answeredPart], { status: 'removed', closing, removal, closedAt: SENT_AT }),
};

const one = { appeal: IDS.appeal, execution: part.id };
const contact = { ...one, kind: 'received', channel: 'phone', to: null, note: 'черговий' };
const { at: _at, by: _by, ...said } = aResponse();
const record = { ...one, executions: [part.id], response: said };
const back = { ...one, reason: 'Немає дати', due: '2026-12-10' };
const over = { ...one, executions: [part.id], reason: 'Це не наша мережа' };
const extend = {
  appeal: IDS.appeal,
  from: '2026-12-25',
  to: '2027-01-05',
  reason: 'Експертиза',
  decidedBy: 'заступник голови',
  notice: 'телефоном 25.11',
};
const close = {
  appeal: IDS.appeal,
  executions: [part.id],
  result: '9.1',
  ending: 'solved',
  answer: 'Воду подано.',
  response: aResponse().id,
};
const verdict = { appeal: IDS.appeal, verdict: 'yes', note: '', goesOn: false };
const remove = { appeal: IDS.appeal, note: '' };
const reopen = { appeal: IDS.appeal, reason: 'Води знову немає' };

const record_ = (response: object) =>
  aCommand('response.record', { ...record, response: { ...said, ...response } });
const overCases = (kind: string, actor: object) => ({
  appeal_unknown: [at(aCommand(kind, over, actor))],
  execution_unknown: [at(aCommand(kind, over, actor), ...sent.slice(0, 1))],
  execution_over: [
    at(aCommand(kind, over, actor), ...sent.slice(0, 1), { execution: anExecution({ state: 'recalled' }) }),
  ],
  appeal_over: [at(aCommand(kind, over, actor), closed, { execution: part })],
});

export const CONTROL_APPLIED = {
  'execution.contact': at(aCommand('execution.contact', contact), ...sent),
  'execution.notOurs': at(aCommand('execution.notOurs', over), ...sent),
  'execution.recall': at(aCommand('execution.recall', over, byLead), ...sent),
  'response.record': at(aCommand('response.record', record), ...sent),
  'response.return': at(aCommand('response.return', back, byLead), ...answered),
  'appeal.extendTerm': at(aCommand('appeal.extendTerm', extend, byLead), ...sent),
  'appeal.close': at(aCommand('appeal.close', close, byLead), ...answered),
  'appeal.verdict': at(aCommand('appeal.verdict', verdict), ...answered),
  'appeal.removeFromControl': at(aCommand('appeal.removeFromControl', remove, byControl), closed),
  'appeal.reopen': at(aCommand('appeal.reopen', reopen, byLead), removed),
};

export const CONTROL_REFUSED = {
  'execution.contact': {
    appeal_unknown: [at(aCommand('execution.contact', contact))],
    execution_unknown: [at(aCommand('execution.contact', contact), ...sent.slice(0, 1))],
    execution_over: [at(aCommand('execution.contact', { ...contact, kind: 'reminder' }), ...answered)],
    appeal_over: [at(aCommand('execution.contact', contact), closed, { execution: part })],
    authority_unknown: [
      at(aCommand('execution.contact', { ...contact, kind: 'escalation', to: 'nobody' }), ...sent),
    ],
  },
  'execution.notOurs': overCases('execution.notOurs', {}),
  'execution.recall': overCases('execution.recall', byLead),
  'response.record': {
    appeal_unknown: [at(record_({}))],
    execution_unknown: [at(record_({}), ...sent.slice(0, 1))],
    execution_over: [at(record_({}), ...sent.slice(0, 1), { execution: anExecution({ state: 'not_ours' }) })],
    appeal_over: [at(record_({}), closed, { execution: part })],
    response_exists: [at(record_({}), ...answered)],
    response_text_required: [at(record_({ text: ' ' }), ...sent)],
    response_result_required: [
      at(record_({ result: null }), ...sent),
      at(record_({ result: '9.9' }), ...sent),
    ],
    response_in_future: [at(record_({ receivedOn: '2026-11-26' }), ...sent)],
  },
  'response.return': {
    appeal_unknown: [at(aCommand('response.return', back, byLead))],
    execution_unknown: [at(aCommand('response.return', back, byLead), ...answered.slice(0, 1))],
    response_missing: [at(aCommand('response.return', back, byLead), ...sent)],
    appeal_over: [at(aCommand('response.return', back, byLead), closed, { execution: answeredPart })],
    rework_exhausted: [
      at(
        aCommand('response.return', back, byLead),
        { appeal: aForwarded([tired], { status: 'answered' }) },
        { execution: tired },
      ),
    ],
    rework_day_past: [at(aCommand('response.return', { ...back, due: '2026-11-24' }, byLead), ...answered)],
  },
  'appeal.extendTerm': {
    appeal_unknown: [at(aCommand('appeal.extendTerm', extend, byLead))],
    appeal_over: [at(aCommand('appeal.extendTerm', extend, byLead), closed)],
    term_changed: [at(aCommand('appeal.extendTerm', { ...extend, from: '2026-12-24' }, byLead), ...sent)],
    term_over: [
      at(aCommand('appeal.extendTerm', { ...extend, from: '2026-11-16' }, byLead), {
        appeal: anAppeal({ day: '2026-10-16' }),
      }),
    ],
    extension_not_later: [
      at(aCommand('appeal.extendTerm', { ...extend, to: '2026-12-25' }, byLead), ...sent),
    ],
    extension_too_long: [at(aCommand('appeal.extendTerm', { ...extend, to: '2027-01-12' }, byLead), ...sent)],
  },
  'appeal.close': {
    appeal_unknown: [at(aCommand('appeal.close', close, byLead))],
    appeal_over: [at(aCommand('appeal.close', close, byLead), closed)],
    result_unknown: [at(aCommand('appeal.close', { ...close, result: '9.9' }, byLead), ...answered)],
    answers_missing: [
      at(aCommand('appeal.close', close, byLead), ...sent),
      // A body it was forwarded to meanwhile.
      at(aCommand('appeal.close', { ...close, executions: [] }, byLead), ...answered),
    ],
    response_missing: [at(aCommand('appeal.close', { ...close, response: uuid(62) }, byLead), ...answered)],
    promise_day_required: [
      at(aCommand('appeal.close', { ...close, ending: 'promised' }, byLead), ...answered),
    ],
  },
  'appeal.verdict': {
    appeal_unknown: [at(aCommand('appeal.verdict', verdict))],
    nothing_answered: [at(aCommand('appeal.verdict', verdict), ...sent)],
    verdict_note_required: [at(aCommand('appeal.verdict', { ...verdict, verdict: 'no' }), ...answered)],
  },
  'appeal.removeFromControl': {
    appeal_unknown: [at(aCommand('appeal.removeFromControl', remove, byControl))],
    closing_missing: [at(aCommand('appeal.removeFromControl', remove, byControl), ...answered)],
    already_removed: [at(aCommand('appeal.removeFromControl', remove, byControl), removed)],
  },
  'appeal.reopen': {
    appeal_unknown: [at(aCommand('appeal.reopen', reopen, byLead))],
    appeal_not_ended: [at(aCommand('appeal.reopen', reopen, byLead), ...sent)],
  },
};
