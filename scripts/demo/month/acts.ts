import { AppealCard } from '../../../src-shared/appeal/model.ts';
import { recognisePhone } from '../../../src-shared/applicant/phone.ts';
import { OUTSIDE } from '../../../src-shared/catalog/district.ts';
import type { Day } from '../../../src-shared/clock.ts';
import type { CommandKind } from '../../../src-shared/command/registry.ts';
import { aCaller, nameless, typedPhone } from './applicant.ts';
import { kyivMs } from './calendar.ts';
import { anAddress, type DemoAddress, nearby } from './place.ts';
import type { PlannedCall } from './plan.ts';
import type { Random } from './random.ts';
import type { Slot } from './schedule.ts';
import { appealWording, consultationWording, relayNote, urgentWording, type Wording } from './wording.ts';

/** One command as the window submits it. */
export interface ActCommand {
  readonly kind: CommandKind;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** One act of an operator: all of its commands or none. */
export interface Act {
  /** Which of the operators, from 0. */
  readonly operator: number;
  /** When it was done, in milliseconds since 1970. */
  readonly at: number;
  /** The call it belongs to. */
  readonly call: string;
  readonly commands: readonly ActCommand[];
}

/** A call with everything that was done during it and right after it. */
export interface ActedCall {
  readonly id: string;
  readonly operator: number;
  readonly startedAt: number;
  readonly endedAt: number;
  /** Appeal that was registered, and who might be asked to deal with it; null after a consultation. */
  readonly appeal: { readonly id: string; readonly urgent: boolean; readonly authority: string } | null;
  readonly acts: readonly Act[];
}

/** Appeals of danger whose caller does not want to be named. */
const NAMELESS_SHARE = 0.08;

/** What the window submits for a planned call: its start, its end with what was recorded, and the relay of an urgent appeal. */
export function actCall(random: Random, day: Day, slot: Slot<PlannedCall>): ActedCall {
  const { call: planned, operator } = slot;
  const startedAt = kyivMs(day, slot.start) + random.int(0, 999);
  const endedAt = kyivMs(day, slot.end) + random.int(0, 999);
  const id = random.uuid(startedAt);
  const address = anAddress(random);
  const someone = aCaller(random);
  const caller = planned.outcome === 'urgent' && random.chance(NAMELESS_SHARE) ? nameless(someone) : someone;
  const place = placeOf(random, address);
  const recordedId = random.uuid(endedAt);
  const wording = wordingOf(random, planned, caller, planned.outcome === 'consultation' ? address : place);
  const phoneRaw = typedPhone(random, caller.phone);
  const recorded: ActCommand =
    planned.outcome === 'consultation'
      ? {
          kind: 'consultation.record',
          payload: {
            consultation: recordedId,
            call: id,
            topic: planned.topic.code,
            district: address.district,
            answer: wording.text,
          },
        }
      : {
          kind: 'appeal.register',
          payload: {
            appeal: recordedId,
            call: id,
            card: cardOf(random, planned, caller, address, place, wording, endedAt),
          },
        };
  const act = (at: number, ...commands: ActCommand[]): Act => ({ operator, at, call: id, commands });
  const acts = [
    act(startedAt, { kind: 'call.start', payload: { call: id, phone: null, phoneRaw: '' } }),
    act(
      endedAt,
      {
        kind: 'call.note',
        payload: { call: id, lines: stamped(random, wording.notes, endedAt - startedAt) },
      },
      recorded,
      {
        kind: 'call.finish',
        payload: { call: id, phone: recognisePhone(phoneRaw)?.e164 ?? null, phoneRaw, code: null },
      },
    ),
  ];
  const [authority = ''] = planned.topic.authorities;
  if (planned.outcome === 'urgent') {
    const relayedAt = kyivMs(day, random.int(slot.end + 30, slot.free - 5)) + random.int(0, 999);
    acts.push(act(relayedAt, forwarding(recordedId, authority, 'phone', relayNote(random))));
  }
  const appeal =
    planned.outcome === 'consultation'
      ? null
      : { id: recordedId, urgent: planned.outcome === 'urgent', authority };
  return { id, operator, startedAt, endedAt, appeal, acts };
}

/** The command that hands an appeal over to an authority. */
export function forwarding(appeal: string, authority: string, channel: string, note: string): ActCommand {
  return {
    kind: 'appeal.forward',
    payload: { appeal, authority, role: null, channel, note, again: null },
  };
}

/** Most call from where the trouble is; displaced people call about the home they left. */
function placeOf(random: Random, address: DemoAddress): DemoAddress {
  if (address.district !== OUTSIDE) return random.chance(0.75) ? address : nearby(random, address);
  const left = anAddress(random);
  return left.district === OUTSIDE ? address : left;
}

function wordingOf(
  random: Random,
  planned: PlannedCall,
  caller: ReturnType<typeof aCaller>,
  place: DemoAddress,
): Wording {
  if (planned.outcome === 'consultation') return consultationWording(random, planned.topic, place);
  if (planned.outcome === 'urgent') return urgentWording(random, planned.topic, caller, place);
  return appealWording(random, planned.topic, planned.kind, caller, place);
}

function cardOf(
  random: Random,
  planned: PlannedCall,
  caller: ReturnType<typeof aCaller>,
  address: DemoAddress,
  place: DemoAddress,
  wording: Wording,
  at: number,
): AppealCard {
  const { type, surname, givenName, patronymic, organisation, phone } = caller;
  return AppealCard.parse({
    kind: planned.kind,
    topic: planned.topic.code,
    applicant: { id: random.uuid(at), type, surname, givenName, patronymic, organisation, phone, address },
    place,
    text: wording.text,
    urgent: planned.outcome === 'urgent',
  });
}

/** Lines of the pad, each begun a while after the one before. */
function stamped(
  random: Random,
  lines: readonly string[],
  lengthMs: number,
): { atMs: number; text: string }[] {
  const step = lengthMs / (lines.length + 1);
  return lines.map((text, index) => ({ atMs: Math.round(step * (index + 0.2 + 0.6 * random.next())), text }));
}
