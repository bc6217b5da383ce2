import { ZodError } from 'zod';
import {
  decideCommand,
  type PreparedCommand,
  prepareCommand,
  readsOf,
} from '../../src-shared/command/decide.ts';
import type { Command } from '../../src-shared/command/envelope.ts';
import { UnknownCommandError } from '../../src-shared/command/upcast.ts';
import type { RecordDocs, RecordRef, RecordType, RecordView } from '../../src-shared/record/model.ts';
import type { Workstation } from '../context.ts';
import type { GrantRow } from '../store/grant.ts';
import { recordKey } from '../store/record.ts';
import { commandHash } from './commandHash.ts';
import { type CommandVerdict, type Quarantined, quarantine, refused } from './verdict.ts';

/** What a judgement may look at; everything was read before, so that judging is a pure calculation. */
export interface Evidence {
  readonly workstation: Workstation;
  readonly grants: ReadonlyMap<string, GrantRow>;
  /** Documents by `recordKey`, as the commands before this one left them. */
  readonly documents: ReadonlyMap<string, unknown>;
  /** Record ids that quarantined commands of this client would have touched -> the sequence that touched them. */
  readonly touched: ReadonlyMap<string, number>;
}

/** Judges one command that is next in its client's sequence. Throws nothing: whatever goes wrong is a verdict. */
export function judge(command: Command, evidence: Evidence): CommandVerdict {
  if (commandHash(command) !== command.hash)
    return quarantine('hash_mismatch', 'the body does not match its hash');
  const reads = tryReads(command);
  if (!Array.isArray(reads)) return reads;
  const holder = firstHolder(reads, evidence.touched);
  if (holder !== undefined)
    return quarantine('held_with', `reads what sequence ${holder} would have written`, { seq: holder });
  if (command.region !== evidence.workstation.region)
    return refused('not_permitted', { region: command.region });
  if (!isGranted(command, evidence)) return refused('grant_unknown');
  try {
    const decided = decideCommand(viewOf(evidence.documents), preparedOf(command));
    return decided.ok
      ? { outcome: decided.outcome, writes: decided.writes }
      : refused(decided.code, decided.data);
  } catch (error) {
    return asQuarantined(error);
  }
}

/** Every record that judging these commands will look at, once each. */
export function refsOf(commands: readonly Command[]): RecordRef[] {
  const refs = new Map<string, RecordRef>();
  for (const command of commands) {
    const reads = tryReads(command);
    if (Array.isArray(reads)) for (const ref of reads) refs.set(recordKey(ref), ref);
  }
  return [...refs.values()];
}

/** Records a command reads, or why that cannot be said. */
export function tryReads(command: Command): RecordRef[] | Quarantined {
  try {
    return readsOf(preparedOf(command));
  } catch (error) {
    return asQuarantined(error);
  }
}

/** A batch asks for a command's reads, then for its decision: the payload is looked through once. */
const prepared = new WeakMap<Command, PreparedCommand>();

function preparedOf(command: Command): PreparedCommand {
  const known = prepared.get(command) ?? prepareCommand(command);
  prepared.set(command, known);
  return known;
}

function asQuarantined(error: unknown): Quarantined {
  if (error instanceof UnknownCommandError) return quarantine('unknown_command', error.message);
  if (error instanceof ZodError) {
    // Paths and codes only: the messages may repeat what the caller said.
    return quarantine(
      'payload_malformed',
      error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; '),
    );
  }
  return quarantine('defect', error instanceof Error ? `${error.name} at ${placeOf(error)}` : 'not an error');
}

/** First place of ours in a stack: tells where, without the message that may hold values. */
function placeOf(error: Error): string {
  return (
    /\((?:file:\/\/)?[^)]*?(src-(?:shared|server)\/[^)]+)\)/.exec(error.stack ?? '')?.[1] ??
    'an unknown place'
  );
}

function firstHolder(reads: readonly RecordRef[], touched: ReadonlyMap<string, number>): number | undefined {
  if (touched.size === 0) return undefined;
  for (const ref of reads) {
    const seq = ref.type === 'operator' ? undefined : touched.get(ref.id);
    if (seq !== undefined) return seq;
  }
  return undefined;
}

/** A grant speaks for one operator on one workstation; it proves who gave the command, however long ago. */
function isGranted(command: Command, { workstation, grants }: Evidence): boolean {
  const grant = grants.get(command.grant);
  return (
    grant !== undefined &&
    grant.operator === command.actor &&
    grant.workstation === workstation.id &&
    command.workstation === workstation.id
  );
}

function viewOf(documents: ReadonlyMap<string, unknown>): RecordView {
  return {
    get<T extends RecordType>(type: T, id: string): RecordDocs[T] | undefined {
      return documents.get(recordKey({ type, id })) as RecordDocs[T] | undefined;
    },
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Ids of the records a command would have touched: those it reads, else every id its payload names. Accounts are left out,
 * every command reads its author's.
 */
export function touchedBy(command: Command): string[] {
  const reads = tryReads(command);
  if (Array.isArray(reads))
    return [...new Set(reads.filter((ref) => ref.type !== 'operator').map((ref) => ref.id))];
  const found = new Set<string>();
  collectIds(command.payload, found);
  if (command.minted.number !== null) found.add(command.minted.number);
  found.delete(command.actor);
  return [...found].slice(0, 200);
}

function collectIds(value: unknown, found: Set<string>): void {
  if (typeof value === 'string' && UUID.test(value)) found.add(value);
  else if (value !== null && typeof value === 'object')
    for (const item of Object.values(value)) collectIds(item, found);
}
