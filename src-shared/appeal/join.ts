import { z } from 'zod';
import { ApplicantCard, applicantName } from '../applicant/model.ts';
import { AppealId, CallId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { isWellFormedNumber } from '../number/number.ts';
import { type RecordWrite, write } from '../record/model.ts';

/**
 * A caller joins an appeal that another has made: with a receipt number of their own, a telephone of their own to ring, and an answer of
 * their own; the appeal stays one, with one term.
 */
export const appealJoin = defineCommand({
  kind: 'appeal.join',
  v: 1,
  payload: z.strictObject({ appeal: AppealId, call: CallId.nullable(), applicant: ApplicantCard }),
  mayRun: ['operator', 'lead'],
  refusals: [
    'appeal_unknown',
    'call_unknown',
    'co_applicant_unreachable',
    'already_joined',
    'number_invalid',
    'number_taken',
  ],
  needsNumber: true,
  reads: ({ appeal, call, applicant }, command) => [
    { type: 'appeal', id: appeal },
    { type: 'applicant', id: applicant.id },
    { type: 'number', id: command.minted.number ?? '' },
    ...(call === null ? [] : [{ type: 'call', id: call } as const]),
  ],
  decide(view, payload, { command, at }) {
    const number = command.minted.number ?? '';
    const appeal = view.get('appeal', payload.appeal);
    if (!appeal) return refuse('appeal_unknown');
    const { applicant } = payload;
    const others = appeal.coApplicants ?? [];
    const isThere = [appeal.applicant, ...others.map((other) => other.applicant)].includes(applicant.id);
    if (isThere) return refuse('already_joined', { number: appeal.number });
    // Who can neither be named nor rung cannot be told the answer.
    if (applicantName(applicant) === '' && applicant.phone === null)
      return refuse('co_applicant_unreachable');
    if (!isWellFormedNumber(number)) return refuse('number_invalid', { number });
    if (view.get('number', number)) return refuse('number_taken', { number });
    const call = payload.call === null ? null : view.get('call', payload.call);
    if (call === undefined) return refuse('call_unknown');
    const joined = { applicant: applicant.id, number, call: payload.call, at, by: command.actor };
    const writes: RecordWrite[] = [
      write('appeal', { ...appeal, coApplicants: [...others, joined] }),
      write('number', { id: number, region: command.region, appeal: appeal.id, command: command.id }),
    ];
    if (!view.get('applicant', applicant.id))
      writes.push(write('applicant', { ...applicant, region: command.region, createdAt: at }));
    if (call) writes.push(write('call', { ...call, appeals: [...call.appeals, appeal.id] }));
    return {
      ok: true,
      writes,
      subject: { type: 'appeal', id: appeal.id },
      data: { number, appeal: appeal.number },
    };
  },
});
