import type { Appeal } from '../../../src-shared/appeal/model.ts';
import { FIRST_SIGN } from '../../../src-shared/catalog/classifier.ts';
import { type Day, legalDay, toEpochMs } from '../../../src-shared/clock.ts';
import { termKept } from '../../../src-shared/sign/propose.ts';
import type { AppealChain, EarlierAnswer, EarlierAppeal } from '../../../src-shared/sign/queries.ts';
import type { Desk } from '../desk.ts';
import { dueOf } from '../term/regionCalendar.ts';

const EXCERPT = 160;
const TOLD = 400;
/** Repeats of one appeal that are shown. */
const REPEATS = 20;

/** An earlier appeal with what the rules of signs ask of it. */
export interface EarlierFacts {
  readonly appeal: Appeal;
  readonly receiptForm: string;
  readonly due: Day;
  readonly answeredOn: Day | null;
}

/** What the rules ask of an appeal. It is answered by its own end, or by the one answer of its shared problem; a forwarding is none. */
export function earlierFacts(desk: Desk, appeal: Appeal): EarlierFacts {
  const answer = answerOf(desk, appeal);
  return {
    appeal,
    receiptForm: appeal.receiptForm,
    due: dueOf(desk, appeal),
    answeredOn: answer === null ? null : legalDay(toEpochMs(answer.at)),
  };
}

/** An earlier appeal as it is shown beside a later one. */
export function earlierAppeal(desk: Desk, facts: EarlierFacts, today: Day): EarlierAppeal {
  const { appeal, due } = facts;
  return {
    id: appeal.id,
    number: appeal.number,
    topic: appeal.topic,
    excerpt: appeal.text.slice(0, EXCERPT),
    registeredAt: appeal.registeredAt,
    due,
    term: termKept(facts, today),
    authority: appeal.forwardings.at(-1)?.authority ?? null,
    told: answerOf(desk, appeal) ?? lastTold(desk, appeal),
    result: facts.answeredOn === null ? null : (appeal.closing?.result ?? null),
  };
}

/** What an appeal repeats, and what repeats it. One whose sign was corrected to a first appeal repeats nothing any more. */
export function chainOf(desk: Desk, appeal: Appeal, today: Day): AppealChain {
  const { record, pair } = desk.stores.records;
  const isRepeat = ({ receiptSign }: Appeal) => receiptSign !== FIRST_SIGN;
  const previous =
    appeal.previous === undefined || !isRepeat(appeal) ? undefined : record.get('appeal', appeal.previous);
  const repeats = pair.repeatsOf(appeal.id, REPEATS).filter(isRepeat);
  return {
    previous: previous === undefined ? null : earlierAppeal(desk, earlierFacts(desk, previous), today),
    repeats: repeats.map(({ id, number, receiptSign, registeredAt }) => ({
      id,
      number,
      sign: receiptSign,
      registeredAt,
    })),
  };
}

function answerOf(desk: Desk, { problem, status, closing }: Appeal): EarlierAnswer | null {
  // One that came back on control is answered no more.
  if (closing !== undefined && (status === 'closed' || status === 'removed'))
    return { kind: 'answer', at: closing.at, text: closing.answer.slice(0, TOLD) };
  const joined = problem === undefined ? undefined : desk.stores.records.record.get('problem', problem);
  if (joined === undefined || joined.state !== 'ended' || joined.answeredAt === null) return null;
  return { kind: 'answer', at: joined.answeredAt, text: joined.answer.slice(0, TOLD) };
}

/** What somebody who asked about it was told last. */
function lastTold(desk: Desk, { id }: Appeal): EarlierAnswer | null {
  const asked = desk.stores.records.history.of(id).findLast(({ kind }) => kind === 'appeal.inquire');
  const note = asked?.data.note;
  return asked === undefined || typeof note !== 'string' || note === ''
    ? null
    : { kind: 'told', at: asked.at, text: note.slice(0, TOLD) };
}
