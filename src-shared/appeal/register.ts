import { z } from 'zod';
import { AppealId, CallId } from '../brand.ts';
import { type Day, Instant, legalDay, toEpochMs } from '../clock.ts';
import type { CommandFacts } from '../command/spec.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { isWellFormedNumber } from '../number/number.ts';
import { type RecordWrite, write } from '../record/model.ts';
import { bornTerm } from '../term/appealTerm.ts';
import { CALENDAR, type Calendar } from '../term/calendar.ts';
import { checkCard, isAnonymous } from './card.ts';
import { ANONYMOUS, type Appeal, AppealCard, type AppealKind, COLLECTIVE, INDIVIDUAL } from './model.ts';

/** Classifier values of an appeal that came over the hotline (resolution 858): by telephone, first, oral. */
const BY_TELEPHONE = '1.1-1';
const FIRST = '2.1';
const ORAL = '6.3';

const payloadSchema = z.strictObject({
  appeal: AppealId,
  call: CallId.nullable(),
  card: AppealCard,
  /** Version 2: when the call was taken down on a paper blank; null for what was typed while it was heard. */
  paper: z.strictObject({ takenAt: Instant }).nullable().default(null),
});

/** Registers an appeal under the number told to the caller. It is on control from this moment. */
export const appealRegister = defineCommand({
  kind: 'appeal.register',
  v: 3,
  payload: payloadSchema,
  mayRun: ['operator', 'lead'],
  refusals: [
    'appeal_exists',
    'call_unknown',
    'card_incomplete',
    'number_invalid',
    'number_taken',
    'problem_unknown',
  ],
  needsNumber: true,
  reads: (payload, command) => [
    { type: 'appeal', id: payload.appeal },
    { type: 'applicant', id: payload.card.applicant.id },
    { type: 'number', id: command.minted.number ?? '' },
    { type: 'calendar', id: command.region },
    ...(payload.call === null ? [] : [{ type: 'call', id: payload.call } as const]),
    ...(payload.card.problem === undefined ? [] : [{ type: 'problem', id: payload.card.problem } as const]),
  ],
  decide(view, payload, facts) {
    const { command } = facts;
    const number = command.minted.number ?? '';
    if (view.get('appeal', payload.appeal)) return refuse('appeal_exists');
    const first = checkCard(payload.card)[0];
    if (first || payload.card.kind === null)
      return refuse('card_incomplete', { field: first?.field ?? 'kind' });
    if (!isWellFormedNumber(number)) return refuse('number_invalid', { number });
    if (view.get('number', number)) return refuse('number_taken', { number });
    const call = payload.call === null ? null : view.get('call', payload.call);
    if (call === undefined) return refuse('call_unknown');
    const { problem } = payload.card;
    if (problem !== undefined && !view.get('problem', problem)) return refuse('problem_unknown');
    const calendar = view.get('calendar', command.region) ?? CALENDAR;
    const writes: RecordWrite[] = [
      write('appeal', appealOf(payload, { kind: payload.card.kind, number, calendar }, facts)),
      write('number', { id: number, region: command.region, appeal: payload.appeal, command: command.id }),
    ];
    if (!view.get('applicant', payload.card.applicant.id)) {
      writes.push(
        write('applicant', { ...payload.card.applicant, region: command.region, createdAt: facts.at }),
      );
    }
    if (call) writes.push(write('call', { ...call, appeals: [...call.appeals, payload.appeal] }));
    return {
      ok: true,
      writes,
      subject: { type: 'appeal', id: payload.appeal },
      data: {
        number,
        urgent: payload.card.urgent,
        ...(payload.paper === null ? {} : { takenAt: payload.paper.takenAt }),
      },
    };
  },
});

/** Classifier facet of who appeals: somebody with a name, several together, or nobody named. */
export function subjectOf(card: AppealCard): string {
  if (isAnonymous(card)) return ANONYMOUS;
  return card.collective === true ? COLLECTIVE : INDIVIDUAL;
}

/** What version 3 added to the card, as far as it was filled in. */
function particularsOf(card: AppealCard, day: Day): Partial<Appeal> {
  const { previous, urgentReason, answerWay, remark, confidential, complainedOf, problem, applicant } = card;
  const inForce = applicant.benefits?.filter(({ until }) => until === null || until >= day);
  const filled = {
    previous,
    urgentReason,
    answerWay,
    remark,
    confidential,
    complainedOf,
    problem,
    categories: inForce?.map(({ code }) => code),
    socialStatus: applicant.socialStatus,
  };
  return Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== undefined));
}

/** What has been made sure of, beside the card. */
interface Settled {
  readonly kind: AppealKind;
  readonly number: string;
  readonly calendar: Calendar;
}

function appealOf(
  payload: z.infer<typeof payloadSchema>,
  { kind, number, calendar }: Settled,
  { command, at, day: today }: CommandFacts,
): Appeal {
  const { card, paper } = payload;
  // The term runs from the call, whenever somebody came to type it in.
  const day = paper === null ? today : legalDay(toEpochMs(paper.takenAt));
  return {
    id: payload.appeal,
    region: command.region,
    number,
    call: payload.call,
    applicant: card.applicant.id,
    kind,
    topic: card.topic,
    place: card.place,
    text: card.text,
    urgent: card.urgent,
    ...particularsOf(card, day),
    status: 'registered',
    receiptForm: BY_TELEPHONE,
    receiptSign: card.receiptSign ?? FIRST,
    subject: subjectOf(card),
    type: ORAL,
    assignee: command.actor,
    registeredBy: command.actor,
    registeredAt: paper?.takenAt ?? at,
    day,
    forwardings: [],
    term: bornTerm(day, calendar),
    ...(paper === null ? {} : { enteredAt: at }),
  };
}
