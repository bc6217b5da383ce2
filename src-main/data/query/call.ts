import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import {
  CONTINUED_WITHIN_MS,
  isInterrupted,
  talkMs,
  wrapUpMs,
} from '../../../src-shared/call/interrupted.ts';
import { type Call, CallCode } from '../../../src-shared/call/model.ts';
import type {
  CallHistoryOutput,
  CallInterruptedInput,
  CallInterruptedOutput,
  CallLine,
  CallList,
  CallListInput,
  CallToday,
} from '../../../src-shared/call/queries.ts';
import { LEGAL_ZONE, legalDay, toInstant } from '../../../src-shared/clock.ts';
import type { Desk } from '../desk.ts';
import { deliveryOf, type InFlight } from './delivery.ts';
import { operatorNames } from './names.ts';

/** call.list */
export function listCalls(
  desk: Desk,
  inFlight: InFlight,
  me: string,
  input: z.output<typeof CallListInput>,
): CallList {
  const { calls, total } = desk.stores.records.call.list(input.scope === 'mine' ? me : null, input.limit);
  const nameOf = operatorNames(desk);
  return { lines: calls.map((call) => lineOf(desk, inFlight, nameOf, call)), total };
}

function lineOf(desk: Desk, inFlight: InFlight, nameOf: (id: string) => string, call: Call): CallLine {
  const { record } = desk.stores.records;
  const appeals = call.appeals.flatMap((id) => record.get('appeal', id) ?? []);
  const { id, operator, startedAt, endedAt, phone, phoneRaw, outcome, consultations, notes } = call;
  const first = consultations[0];
  const consultation = first === undefined ? undefined : record.get('consultation', first);
  return {
    id,
    operator,
    operatorName: nameOf(operator),
    startedAt,
    endedAt,
    talkMs: endedAt === null ? null : talkMs(call),
    wrapUpMs: wrapUpMs(call),
    phone,
    phoneRaw,
    outcome,
    topic: appeals[0]?.topic ?? consultation?.topic ?? null,
    // Whoever joined an appeal was read a number of their own.
    appeals: appeals.map((appeal) => ({
      id: appeal.id,
      number: appeal.coApplicants?.find((joined) => joined.call === id)?.number ?? appeal.number,
    })),
    consultations,
    notes,
    dangers: call.dangers ?? [],
    tags: call.tags ?? [],
    // Whatever has arrived of it, a call that goes on is not finished.
    delivery: endedAt === null ? 'unfinished' : deliveryOf(desk, inFlight, 'call', id),
  };
}

/** call.today: what the operator has done in the present legal day of Kyiv */
export function callsToday(desk: Desk, me: string): z.infer<typeof CallToday> {
  const { appeal, call } = desk.stores.records;
  const day = legalDay(desk.time.serverMs());
  const date = Temporal.PlainDate.from(day);
  const startOf = (of: Temporal.PlainDate) => toInstant(of.toZonedDateTime(LEGAL_ZONE).epochMilliseconds);
  const all = call.between(me, startOf(date), startOf(date.add({ days: 1 })));
  const calls = all.filter(({ outcome }) => outcome !== 'discarded');
  const talks = calls.flatMap((one) => talkMs(one) ?? []);
  const codes = CallCode.options.map(
    (code) => [code, calls.filter(({ outcome }) => outcome === code).length] as const,
  );
  return {
    calls: calls.length,
    appeals: appeal.countOfDay(me, day),
    consultations: call.countConsultations(me, day),
    codes: Object.fromEntries(codes) as z.infer<typeof CallToday>['codes'],
    talkMs: talks.length === 0 ? null : Math.round(talks.reduce((sum, ms) => sum + ms, 0) / talks.length),
  };
}

/** Calls of one number looked at; more than these in a shift is somebody testing the line. */
const LOOKED_AT = 10;

/** call.interrupted: from the records, so that it is known at every workstation that has heard of the earlier call. */
export function interruptedCall(
  desk: Desk,
  { call, phone }: z.output<typeof CallInterruptedInput>,
): z.infer<typeof CallInterruptedOutput> {
  const { records } = desk.stores;
  if (records.record.get('call', call)?.continues !== undefined) return { earlier: null };
  const since = toInstant(desk.time.serverMs() - CONTINUED_WITHIN_MS);
  const last = records.call.ofPhone(phone, since, LOOKED_AT).find(({ id }) => id !== call);
  if (last === undefined || !isInterrupted(last)) return { earlier: null };
  const { id, startedAt, operator, notes } = last;
  return { earlier: { id, startedAt, operatorName: operatorNames(desk)(operator), notes } };
}

/** call.history */
export function callHistory(desk: Desk, call: string): z.infer<typeof CallHistoryOutput> {
  const nameOf = operatorNames(desk);
  const history = desk.stores.records.history.of(call);
  const people = history.flatMap(({ actor, data }) => [actor, data.from, data.to]);
  const ids = new Set(people.filter((id): id is string => typeof id === 'string'));
  return { history, names: Object.fromEntries([...ids].map((id) => [id, nameOf(id)])) };
}
