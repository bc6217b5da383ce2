import { z } from 'zod';
import { BASE_ORDERS } from '../appeal/browse.ts';
import type { Command } from './envelope.ts';
import { commandSpec } from './registry.ts';

type Step = (payload: Command['payload']) => Command['payload'];

/**
 * `kind@version` -> the step to the next version. The push door never closes: every version ever shipped has a chain
 * to the present one (sync specification 1.13).
 */
const steps: Readonly<Record<string, Step>> = {
  // What the telephone line knows may be absent.
  'call.start@1': (payload) => payload,
  'call.finish@1': (payload) => payload,
  'appeal.register@1': (payload) => ({ paper: null, ...payload }),
  // Everything version 3 added may be absent.
  'appeal.register@2': (payload) => payload,
  // Version 2 may say that a matter is not for the centre.
  'consultation.record@1': (payload) => payload,
  // Version 3 may name the article it was answered with.
  'consultation.record@2': (payload) => payload,
  // Version 2 only knows more fields.
  'appeal.amend@1': (payload) => payload,
  // Version 2 says which executor it is, and may hand over again.
  'appeal.forward@1': (payload) => ({ role: null, again: null, ...payload }),
  // Version 2 may name columns and be in order by one.
  'view.save@1': (payload) => payload,
  // Version 3 knows more states of an appeal, and the order of priority.
  'view.save@2': (payload) => payload,
  // Version 2 may know short days.
  'calendar.save@1': (payload) => payload,
  // Version 4 may be in the order of last days.
  'view.save@3': (payload) => payload,
};

const CONSULTATION_1 = ['consultation', 'call', 'topic', 'district', 'answer'];

const AMENDED_1 = [
  ...['kind', 'topic', 'text', 'urgent', 'place.district', 'place.settlement', 'place.street'],
  ...['applicant.surname', 'applicant.givenName', 'applicant.patronymic', 'applicant.organisation'],
  ...['applicant.phone', 'applicant.address.district', 'applicant.address.settlement'],
  'applicant.address.street',
];
const FieldsAmended = z.array(z.looseObject({ field: z.string() })).max(20);

const CARD_2 = ['kind', 'topic', 'applicant', 'place', 'text', 'urgent'];
const APPLICANT_2 = ['id', 'type', 'surname', 'givenName', 'patronymic', 'organisation', 'phone', 'address'];
const ADDRESS_2 = ['district', 'settlement', 'street'];

/** As much of a card's shape as is needed to see which fields it has. */
const CardAsAddressed = z.looseObject({
  applicant: z.looseObject({ address: z.looseObject({}) }),
  place: z.looseObject({}),
});

/** `kind@version` -> the step back to the version before; null when the content needs the newer one. */
const stepsBack: Readonly<Record<string, (payload: Command['payload']) => Command['payload'] | null>> = {
  'call.start@2': (payload) => (isByHand(payload) ? payload : null),
  'call.finish@2': (payload) => (isByHand(payload) ? payload : null),
  'appeal.register@3': (payload) => (isCardOfVersion2(payload.card) ? payload : null),
  'consultation.record@3': (payload) => (payload.article === undefined ? payload : null),
  'consultation.record@2': (payload) =>
    Object.keys(payload).every((key) => CONSULTATION_1.includes(key)) ? payload : null,
  'appeal.amend@2': (payload) => {
    const { data } = FieldsAmended.safeParse(payload.changes);
    return data?.every(({ field }) => AMENDED_1.includes(field)) === true ? payload : null;
  },
  'calendar.save@2': (payload) => (hasShortDay(payload.content) ? null : payload),
  'view.save@4': (payload) => (String(payload.order).startsWith('due.') ? null : payload),
  'view.save@3': (payload) => (isViewOfVersion2(payload) ? payload : null),
  'view.save@2': (payload) =>
    payload.columns === undefined && BASE_ORDERS.some((order) => order === payload.order) ? payload : null,
  'appeal.forward@2': ({ role, again, ...payload }) => (role === null && again === null ? payload : null),
  'appeal.register@2': ({ paper, ...payload }) => (paper === null ? payload : null),
};

/** Whether a calendar knows a day that ends earlier than others. */
function hasShortDay(content: unknown): boolean {
  const { data } = z
    .looseObject({ days: z.array(z.looseObject({ to: z.string().optional() })) })
    .safeParse(content);
  return data === undefined || data.days.some(({ to }) => to !== undefined);
}

/** Whether kept conditions name no state and no order that version 3 of `view.save` added. */
function isViewOfVersion2({ filter, order }: Command['payload']): boolean {
  const { data } = z
    .looseObject({ status: z.enum(['registered', 'forwarded']).nullable() })
    .safeParse(filter);
  return data !== undefined && !String(order).startsWith('priority.');
}

/** Whether nothing of a call's start or end comes from the telephone line. */
function isByHand({ line, times }: Command['payload']): boolean {
  return line === undefined && times === undefined;
}

/** Whether a card uses nothing that version 3 of `appeal.register` added. */
function isCardOfVersion2(card: unknown): boolean {
  const { data } = CardAsAddressed.safeParse(card);
  if (data === undefined) return false;
  const { applicant, place } = data;
  return (
    Object.keys(data).every((key) => CARD_2.includes(key)) &&
    Object.keys(applicant).every((key) => APPLICANT_2.includes(key)) &&
    [place, applicant.address].every((address) =>
      Object.keys(address).every((key) => ADDRESS_2.includes(key)),
    )
  );
}

/**
 * The oldest version that can carry a payload: what uses nothing new is understood by a server of the release before, too, instead of
 * waiting there for its upgrade.
 */
export function oldestVersion(
  kind: string,
  v: number,
  payload: Command['payload'],
): Pick<Command, 'v' | 'payload'> {
  const former = stepsBack[`${kind}@${v}`]?.(payload) ?? null;
  return former === null ? { v, payload } : oldestVersion(kind, v - 1, former);
}

/** Thrown for a kind or version this build does not know; the server keeps such a command aside until it is upgraded. */
export class UnknownCommandError extends Error {
  constructor(kind: string, v: number) {
    super(`unknown command ${kind}@${v}`);
    this.name = 'UnknownCommandError';
  }
}

/** The payload of a stored command in the present version of its kind. */
export function upcastPayload(command: Pick<Command, 'kind' | 'v' | 'payload'>): Command['payload'] {
  const spec = commandSpec(command.kind);
  if (!spec || command.v > spec.v) throw new UnknownCommandError(command.kind, command.v);
  let payload = command.payload;
  for (let v = command.v; v < spec.v; v += 1) {
    const step = steps[`${command.kind}@${v}`];
    if (!step) throw new UnknownCommandError(command.kind, v);
    payload = step(payload);
  }
  return payload;
}
