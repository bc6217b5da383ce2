import type { z } from 'zod';
import type { Appeal } from '../../../src-shared/appeal/model.ts';
import { appealFor, historyFor } from '../../../src-shared/appeal/outward.ts';
import type {
  AppealDetail,
  AppealLine,
  AppealList,
  AppealListInput,
} from '../../../src-shared/appeal/queries.ts';
import { type Applicant, applicantName } from '../../../src-shared/applicant/model.ts';
import { legalDay } from '../../../src-shared/clock.ts';
import type { Execution } from '../../../src-shared/control/model.ts';
import type { DangerTold } from '../../../src-shared/danger/model.ts';
import type { HistoryEntry } from '../../../src-shared/history/model.ts';
import {
  appealPriority,
  categoriesInForce,
  type PriorityFacts,
} from '../../../src-shared/priority/appealPriority.ts';
import type { Desk } from '../desk.ts';
import { chainOf } from '../sign/earlier.ts';
import { dueOf } from '../term/regionCalendar.ts';
import { type Asking, shownTo } from './applicantAccess.ts';
import { deliveryOf, type InFlight, standingRefusal } from './delivery.ts';
import { operatorNames } from './names.ts';

/** Characters of the substance shown in a list. */
const EXCERPT = 200;

/** appeal.list */
export function listAppeals(
  desk: Desk,
  inFlight: InFlight,
  me: string,
  input: z.output<typeof AppealListInput>,
): AppealList {
  const assignee = { mine: me, all: undefined, unassigned: null }[input.scope];
  const { appeals, total } = desk.stores.records.appeal.list(
    { assignee, urgentOnly: input.urgentOnly },
    input.limit,
  );
  const nameOf = operatorNames(desk);
  return { lines: appeals.map((appeal) => lineOf(desk, inFlight, nameOf, appeal)), total };
}

/** Lines of a list for appeals found elsewhere. */
export function appealLines(desk: Desk, inFlight: InFlight, appeals: readonly Appeal[]): AppealLine[] {
  const nameOf = operatorNames(desk);
  return appeals.map((appeal) => lineOf(desk, inFlight, nameOf, appeal));
}

function lineOf(desk: Desk, inFlight: InFlight, nameOf: (id: string) => string, appeal: Appeal): AppealLine {
  const { record } = desk.stores.records;
  const applicant = record.get('applicant', appeal.applicant);
  const { id, number, kind, topic, urgent, status, assignee, registeredAt, day, receiptSign } = appeal;
  return {
    id,
    number,
    kind,
    topic,
    applicantName: applicant === undefined ? '' : applicantName(applicant),
    district: appeal.place.district || (applicant?.address.district ?? ''),
    excerpt: appeal.text.slice(0, EXCERPT),
    urgent,
    priority: appealPriority(priorityFacts(desk, appeal, applicant), legalDay(desk.time.serverMs())),
    status,
    assignee,
    assigneeName: assignee === null ? null : nameOf(assignee),
    registeredAt,
    day,
    due: dueOf(desk, appeal),
    receiptSign,
    delivery: deliveryOf(desk, inFlight, 'appeal', id),
  };
}

/** appeal.get; null when this workstation does not hold it */
export function getAppeal(desk: Desk, inFlight: InFlight, me: Asking, id: string): AppealDetail | null {
  const { record, history } = desk.stores.records;
  const appeal = record.get('appeal', id);
  if (appeal === undefined) return null;
  const applicant = record.get('applicant', appeal.applicant);
  const entries = historyFor(me.role, history.of(id));
  const refusal = standingRefusal(desk, 'appeal', id);
  const conflicts = desk.stores.records.conflict.openOf(id).map(({ author }) => author);
  const facts = priorityFacts(desk, appeal, applicant);
  const today = legalDay(desk.time.serverMs());
  return {
    appeal: appealFor(me.role, appeal),
    applicant: applicant === undefined ? null : shownTo(desk, me, applicant),
    callStartedAt: appeal.call === null ? null : (record.get('call', appeal.call)?.startedAt ?? null),
    history: entries,
    names: namesIn(operatorNames(desk), appeal, entries, conflicts),
    delivery: deliveryOf(desk, inFlight, 'appeal', id),
    moved: desk.stores.records.departed.has('appeal', id),
    refusal: refusal === null ? null : { code: refusal.code ?? refusal.reason, data: refusal.data ?? {} },
    conflicts,
    priority: appealPriority(facts, today),
    categories: categoriesInForce(facts, today),
    dangers: dangersOf(desk, appeal),
    chain: chainOf(desk, appeal, today),
    executions: executionsOf(desk, appeal),
  };
}

/** Parts bodies have in an appeal; what was forwarded before parts were kept has none. */
function executionsOf(desk: Desk, { forwardings }: Appeal): Execution[] {
  const { record } = desk.stores.records;
  return forwardings.flatMap(({ execution }) =>
    execution === undefined ? [] : (record.get('execution', execution) ?? []),
  );
}

function priorityFacts(desk: Desk, appeal: Appeal, applicant: Applicant | undefined): PriorityFacts {
  return { appeal, applicant: applicant ?? null, isDangerTold: dangersOf(desk, appeal).length > 0 };
}

/** Dangers to life spoken of in the call of an appeal; a call on paper has none. */
function dangersOf(desk: Desk, { call }: Appeal): DangerTold[] {
  return call === null ? [] : (desk.stores.records.record.get('call', call)?.dangers ?? []);
}

function namesIn(
  nameOf: (id: string) => string,
  appeal: Appeal,
  entries: readonly HistoryEntry[],
  authors: readonly string[],
): Record<string, string> {
  const mentioned = [
    appeal.registeredBy,
    appeal.assignee,
    ...authors,
    ...appeal.forwardings.map(({ by }) => by),
    ...entries.flatMap(({ actor, data }) => [actor, data.from, data.to, data.author]),
  ];
  const names: Record<string, string> = {};
  for (const id of mentioned) {
    if (typeof id !== 'string') continue;
    const name = nameOf(id);
    if (name !== '') names[id] = name;
  }
  return names;
}
