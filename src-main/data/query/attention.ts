import { AMEND_FIELDS, AmendField, readField } from '../../../src-shared/appeal/fields.ts';
import type { Appeal } from '../../../src-shared/appeal/model.ts';
import type { AttentionConflict, AttentionItem } from '../../../src-shared/attention/queries.ts';
import type { Command } from '../../../src-shared/command/envelope.ts';
import { commandSpec } from '../../../src-shared/command/registry.ts';
import { upcastPayload } from '../../../src-shared/command/upcast.ts';
import type { Conflict } from '../../../src-shared/conflict/model.ts';
import type { Operator } from '../../../src-shared/operator/model.ts';
import { isReusable } from '../command/number.ts';
import type { Desk } from '../desk.ts';
import type { AttentionEntry } from '../store/intent/attention.ts';
import { operatorNames } from './names.ts';

type Person = Pick<Operator, 'id' | 'role'>;

/** What concerns a person: records of the centre, and what only this workstation knows of yet. */
interface Concern {
  readonly records: readonly string[];
  readonly entries: readonly AttentionEntry[];
}

/**
 * attention.list: what the centre could not simply accept, or will probably not. Authors see their own on every workstation, leads
 * everybody's, with what was handed to them first; otherwise the oldest first.
 */
export function listAttention(desk: Desk, person: Person): AttentionItem[] {
  const { records, entries } = concernOf(desk, person);
  const nameOf = operatorNames(desk);
  return [
    ...records.flatMap((id) => itemOfRecord(desk, nameOf, id) ?? []),
    ...entries.map((entry) => itemOfEntry(desk, nameOf, entry)),
  ];
}

/** How many there are for the signed-in person; for nobody signed in, what this workstation itself knows of. */
export function countAttention(desk: Desk): number {
  const session = desk.stores.intent.session.get();
  if (session === null) return desk.stores.intent.attention.count();
  const { records, entries } = concernOf(desk, session.operator);
  return records.length + entries.length;
}

function concernOf(desk: Desk, { id, role: signedInAs }: Person): Concern {
  const { records, intent } = desk.stores;
  const role = records.record.get('operator', id)?.role ?? signedInAs;
  const concerns = (actor: string) => role === 'lead' || actor === id;
  const inConflict = records.conflict.commandsInConflict();
  const open = records.attention.unsettled('open');
  const handed = records.attention.unsettled('handed');
  return {
    records: (role === 'lead' ? [...handed, ...open] : [...open, ...handed])
      .filter(({ actor }) => concerns(actor))
      // A conflict that has just been resolved here waits for nobody, though the centre does not know yet.
      .filter((line) => line.outcome !== 'conflicted' || inConflict.has(line.id))
      .map((line) => line.id),
    entries: intent.attention
      .open()
      .filter(({ command }) => concerns(command.actor))
      .filter(({ command }) => records.record.get('attention', command.id) === undefined),
  };
}

type NameOf = (id: string) => string;

function itemOfRecord(desk: Desk, nameOf: NameOf, id: string): AttentionItem | null {
  const record = desk.stores.records.record.get('attention', id);
  if (record === undefined || record.state === 'settled') return null;
  const { kind, actor, at, outcome, code, data, base, number, state } = record;
  // What was too large to be sent went out without its content: the whole of it is here alone.
  const here = desk.stores.intent.attention.get(id);
  const isOversize = here?.code === 'oversize';
  const payload = inPresentVersion(isOversize ? here.command : record);
  return {
    command: record.id,
    kind,
    actor,
    actorName: nameOf(actor),
    at,
    reason: isOversize ? here.reason : outcome,
    code: isOversize ? here.code : code,
    data: isOversize ? here.data : data,
    payload,
    base,
    number,
    keepsNumber: number !== null && isReusable(desk, number),
    state,
    known: 'centre',
    appeal: appealOf(desk, nameOf, payload),
    conflicts: conflictsOf(desk, nameOf, payload, id),
    ...givenOf(desk, nameOf, kind, payload),
  };
}

function itemOfEntry(desk: Desk, nameOf: NameOf, entry: AttentionEntry): AttentionItem {
  const { command, reason, code, data, at } = entry;
  const { id, kind, actor, base, minted } = command;
  const payload = inPresentVersion(command);
  return {
    command: id,
    kind,
    actor,
    actorName: nameOf(actor),
    at,
    reason,
    code,
    data,
    payload,
    base,
    number: minted.number,
    keepsNumber: false,
    state: 'open',
    known: 'here',
    appeal: appealOf(desk, nameOf, payload),
    conflicts: conflictsOf(desk, nameOf, payload, id),
    ...givenOf(desk, nameOf, kind, payload),
  };
}

/** The content as this build's forms know it; that of a newer version as it is. */
function inPresentVersion(command: Pick<Command, 'kind' | 'v' | 'payload'>): Command['payload'] {
  const spec = commandSpec(command.kind);
  return spec !== undefined && command.v <= spec.v ? upcastPayload(command) : command.payload;
}

function knownAppeal(desk: Desk, payload: AttentionItem['payload']): Appeal | undefined {
  return typeof payload.appeal === 'string'
    ? desk.stores.records.record.get('appeal', payload.appeal)
    : undefined;
}

/** Who gave the appeal away last, where that stands against what the command wanted. */
function givenOf(
  desk: Desk,
  nameOf: NameOf,
  kind: string,
  payload: AttentionItem['payload'],
): Pick<AttentionItem, 'given'> {
  const appeal = kind === 'appeal.assign' ? knownAppeal(desk, payload) : undefined;
  if (appeal === undefined) return {};
  const last = desk.stores.records.history
    .of(appeal.id)
    .findLast((entry) => entry.kind === 'appeal.assign' && entry.data.to === appeal.assignee);
  return last === undefined ? {} : { given: { byName: nameOf(last.actor), at: last.at } };
}

function appealOf(desk: Desk, nameOf: NameOf, payload: AttentionItem['payload']): AttentionItem['appeal'] {
  const appeal = knownAppeal(desk, payload);
  if (appeal === undefined) return null;
  const { id, applicant, number, topic, assignee } = appeal;
  return {
    id,
    applicant,
    number,
    topic,
    assignee,
    assigneeName: assignee === null ? null : nameOf(assignee),
  };
}

/** Open conflicts in which the newest value is this command's. */
function conflictsOf(
  desk: Desk,
  nameOf: NameOf,
  payload: AttentionItem['payload'],
  command: string,
): AttentionConflict[] {
  const appeal = knownAppeal(desk, payload);
  if (appeal === undefined) return [];
  return desk.stores.records.conflict
    .openOf(appeal.id)
    .filter((conflict) => conflict.command === command)
    .flatMap((conflict) => sidesOf(desk, nameOf, appeal, conflict) ?? [])
    .sort((a, b) => placeOf(a.field) - placeOf(b.field));
}

/** Fields come in the order of the card. */
function placeOf(field: string): number {
  return (AMEND_FIELDS as readonly string[]).indexOf(field);
}

function sidesOf(desk: Desk, nameOf: NameOf, appeal: Appeal, conflict: Conflict): AttentionConflict | null {
  const { records } = desk.stores;
  const applicant = records.record.get('applicant', conflict.applicant);
  const field = AmendField.safeParse(conflict.field).data;
  if (applicant === undefined || field === undefined) return null;
  const key = `now.${field}`;
  const writer = records.history.of(appeal.id).findLast(({ data }) => key in data);
  return {
    id: conflict.id,
    appeal: appeal.id,
    applicant: applicant.id,
    field,
    base: conflict.base,
    server: readField({ appeal, applicant }, field),
    serverName: nameOf(writer?.actor ?? appeal.registeredBy),
    serverAt: writer?.at ?? appeal.registeredAt,
    mine: conflict.mine,
    mineName: nameOf(conflict.author),
    mineAt: conflict.at,
  };
}
