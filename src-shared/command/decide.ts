import { type Instant, isClockSuspect, legalDay, occurredMs, toInstant } from '../clock.ts';
import type { HistoryMark } from '../history/model.ts';
import { type RecordRef, type RecordView, type RecordWrite, write } from '../record/model.ts';
import type { Command } from './envelope.ts';
import type { RefusalData } from './outcome.ts';
import { commandSpec } from './registry.ts';
import type { CommandSpec } from './spec.ts';
import { UnknownCommandError, upcastPayload } from './upcast.ts';

/** What becomes of a command: documents to write, its history line included, or a refusal with its code. */
export type Decided =
  | {
      readonly ok: true;
      readonly outcome: 'applied' | 'merged' | 'conflicted';
      readonly writes: readonly RecordWrite[];
    }
  | { readonly ok: false; readonly code: string; readonly data: RefusalData };

/** A command with its rule and its payload in the present version. */
export interface PreparedCommand {
  readonly command: Command;
  readonly spec: CommandSpec;
  readonly payload: unknown;
}

/**
 * Reads a command once for all that is asked of it.
 * @throws UnknownCommandError for a kind or version this build does not know, ZodError for a malformed payload
 */
export function prepareCommand(command: Command): PreparedCommand {
  const spec = commandSpec(command.kind);
  if (!spec) throw new UnknownCommandError(command.kind, command.v);
  return { command, spec, payload: spec.payload.parse(upcastPayload(command)) };
}

/**
 * Every record the decision may look at; the shell loads just these.
 * @throws as `prepareCommand`, for a command that is not prepared
 */
export function readsOf(given: Command | PreparedCommand): RecordRef[] {
  const { command, spec, payload } = preparedOf(given);
  const refs = [{ type: 'operator', id: command.actor } as const, ...spec.reads(payload, command)];
  return refs.filter((ref, index) => refs.findIndex((other) => sameRef(ref, other)) === index);
}

function preparedOf(given: Command | PreparedCommand): PreparedCommand {
  return 'spec' in given ? given : prepareCommand(given);
}

function sameRef(a: RecordRef, b: RecordRef): boolean {
  return a.type === b.type && a.id === b.id;
}

/**
 * Decides a command by the rules alone: no clock, no random, no network. The same function runs on the workstation,
 * as a prediction, and on the server, with authority.
 * @throws as `prepareCommand`, for a command that is not prepared
 */
export function decideCommand(view: RecordView, given: Command | PreparedCommand): Decided {
  const { command, spec, payload } = preparedOf(given);
  const actor = view.get('operator', command.actor);
  if (!actor) return { ok: false, code: 'actor_unknown', data: {} };
  if (!spec.mayRun.includes(actor.role)) {
    return { ok: false, code: 'not_permitted', data: { role: actor.role, kind: command.kind } };
  }
  const epochMs = occurredMs(command.at);
  const at = toInstant(epochMs);
  const decision = spec.decide(view, payload, { command, at, day: legalDay(epochMs) });
  if (!decision.ok) return { ok: false, code: decision.code, data: decision.data };
  const entry = write('history', {
    id: command.id,
    region: command.region,
    subject: decision.subject,
    kind: command.kind,
    actor: command.actor,
    at,
    data: decision.data,
    ...stationTime(command),
    ...marksOf(command, actor.active),
  });
  return { ok: true, outcome: decision.outcome ?? 'applied', writes: [...decision.writes, entry] };
}

/** Where the clock was wrong, both times are told (sync specification 1.10). */
function stationTime({ at }: Command): { stationAt?: Instant } {
  return Math.abs(at.offsetMs ?? 0) < 60_000 ? {} : { stationAt: toInstant(at.wall) };
}

/** What a reader of the history must know beside the act itself; nothing when there is nothing. */
function marksOf(command: Command, isActive: boolean): { marks?: HistoryMark[] } {
  const marks: HistoryMark[] = [];
  if (isClockSuspect(command.at)) marks.push('clock_suspect');
  if (!isActive) marks.push('actor_disabled');
  return marks.length === 0 ? {} : { marks };
}

/** Refusal codes that any command can meet, before its own rule is asked or around it. */
export const COMMON_REFUSALS = [
  'actor_unknown',
  'not_permitted',
  'grant_unknown',
  'number_not_leased',
  'payload_malformed',
  'oversize',
  'lost_in_restore',
  'other_after_restore',
] as const;
