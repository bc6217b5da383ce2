import { z } from 'zod';
import { AppealId, ApplicantId } from '../brand.ts';
import type { CommandFacts } from '../command/spec.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { type Conflict, conflictId, FieldValue } from '../conflict/model.ts';
import { type RecordView, type RecordWrite, write } from '../record/model.ts';
import { type AmendField, AmendField as Field, fieldValue, readField, withField } from './fields.ts';
import { mergeText } from './mergeText.ts';
import { emptiedField, type Registered, storeAmended } from './storeAmended.ts';

const Change = z
  .strictObject({ field: Field, value: FieldValue })
  .refine(({ field, value }) => fieldValue(field, value) !== undefined, { message: 'not of this field' });

const payloadSchema = z.strictObject({
  appeal: AppealId,
  applicant: ApplicantId,
  changes: z
    .array(Change)
    .min(1)
    .max(60)
    .refine((changes) => new Set(changes.map(({ field }) => field)).size === changes.length, {
      message: 'a field stands twice',
    }),
});

/**
 * Corrects what was registered, field by field. The envelope's `base` says what the author saw in each of them; what somebody else
 * changed meanwhile is never overwritten: it is joined where that is safe, otherwise both values wait for a person (sync
 * specification 1.7).
 */
export const appealAmend = defineCommand({
  kind: 'appeal.amend',
  v: 2,
  payload: payloadSchema,
  mayRun: ['operator', 'lead', 'control'],
  refusals: ['appeal_unknown', 'applicant_unknown', 'base_missing', 'card_incomplete'],
  needsNumber: false,
  reads: (payload, { workstation }) => [
    { type: 'appeal', id: payload.appeal },
    { type: 'applicant', id: payload.applicant },
    ...payload.changes.map(
      ({ field }) => ({ type: 'conflict', id: conflictId(payload.appeal, field, workstation) }) as const,
    ),
  ],
  decide(view, payload, facts) {
    const appeal = view.get('appeal', payload.appeal);
    if (!appeal) return refuse('appeal_unknown');
    const applicant = view.get('applicant', payload.applicant);
    if (applicant?.id !== appeal.applicant) return refuse('applicant_unknown', { number: appeal.number });
    const before = { appeal, applicant };
    const bases = new Map(facts.command.base?.map(({ field, value }) => [field, value]));
    const merges: Merge[] = [];
    for (const change of payload.changes) {
      const base = FieldValue.safeParse(bases.get(change.field));
      if (!base.success) return refuse('base_missing', { field: change.field });
      merges.push(mergeField(view, before, { ...change, base: base.data }, facts));
    }
    let after = before;
    for (const { field, result } of merges) if (result !== undefined) after = withField(after, field, result);
    const emptied = emptiedField(before, after, Field.options);
    if (emptied !== undefined) return refuse('card_incomplete', { field: emptied });
    return {
      ok: true,
      outcome: outcomeOf(merges),
      writes: [...storeAmended(before, after), ...merges.flatMap(({ conflict }) => conflict ?? [])],
      subject: { type: 'appeal', id: appeal.id },
      data: historyData(before, merges),
    };
  },
});

/** What became of one field. */
interface Merge {
  readonly field: AmendField;
  readonly mine: FieldValue;
  /** Value to be stored; undefined when the present one stays. */
  readonly result?: FieldValue;
  readonly kind: 'same' | 'written' | 'joined' | 'conflicted';
  readonly conflict?: RecordWrite;
}

interface Wanted {
  readonly field: AmendField;
  readonly value: FieldValue;
  readonly base: FieldValue;
}

function mergeField(
  view: RecordView,
  now: Registered,
  { field, value, base }: Wanted,
  facts: CommandFacts,
): Merge {
  const { command, at } = facts;
  const mine = fieldValue(field, value) ?? value;
  const current = readField(now, field);
  const known = view.get('conflict', conflictId(now.appeal.id, field, command.workstation));
  const open = known?.state === 'open' ? known : undefined;
  const isOwnChain = open !== undefined && open.mine === base;
  if (current === mine) {
    // The author came round to what stands in the record: nothing is left to choose.
    if (!isOwnChain) return { field, mine, kind: 'same' };
    const settled: Conflict = {
      ...open,
      server: current,
      state: 'resolved',
      choice: 'server',
      resolvedBy: command.actor,
      resolvedAt: at,
    };
    return { field, mine, kind: 'same', conflict: write('conflict', settled) };
  }
  if (current === base) return { field, mine, kind: 'written', result: mine };
  if (isOwnChain) {
    const joined = { ...open, server: current, mine, command: command.id, author: command.actor, at };
    return { field, mine, kind: 'conflicted', conflict: write('conflict', joined) };
  }
  const text = field === 'text' ? mergeText(String(base), String(mine), String(current)) : null;
  if (text !== null) {
    return text === current
      ? { field, mine, kind: 'same' }
      : { field, mine, kind: text === mine ? 'written' : 'joined', result: text };
  }
  return {
    field,
    mine,
    kind: 'conflicted',
    conflict: newConflict(now, { field, value: mine, base }, facts, open),
  };
}

/** @param other an open conflict under the field's usual id that is not of this chain of edits: it keeps its id, both wait */
function newConflict(
  { appeal, applicant }: Registered,
  { field, value, base }: Wanted,
  { command, at }: CommandFacts,
  other: Conflict | undefined,
): RecordWrite {
  const id = conflictId(appeal.id, field, command.workstation);
  return write('conflict', {
    id: other === undefined ? id : `${id}:${command.id}`,
    region: command.region,
    appeal: appeal.id,
    applicant: applicant.id,
    field,
    base,
    server: readField({ appeal, applicant }, field),
    mine: value,
    command: command.id,
    author: command.actor,
    workstation: command.workstation,
    at,
    state: 'open',
    choice: null,
    resolvedBy: null,
    resolvedAt: null,
  });
}

function outcomeOf(merges: readonly Merge[]): 'applied' | 'merged' | 'conflicted' {
  if (merges.some(({ kind }) => kind === 'conflicted')) return 'conflicted';
  return merges.some(({ kind }) => kind === 'joined') ? 'merged' : 'applied';
}

/** What was there before and what stands now, field by field, so that nothing overwritten is lost; and what waits in a conflict. */
function historyData(before: Registered, merges: readonly Merge[]): Record<string, FieldValue> {
  const named = (wanted: boolean) =>
    merges.flatMap(({ field, kind }) => ((kind === 'conflicted') === wanted ? field : [])).join(',');
  const { number, assignee } = before.appeal;
  const data: Record<string, FieldValue> = { number, fields: named(false), conflicts: named(true), assignee };
  for (const { field, kind, mine, result } of merges) {
    if (kind === 'conflicted') data[`mine.${field}`] = mine;
    if (result === undefined) continue;
    data[`was.${field}`] = readField(before, field);
    data[`now.${field}`] = result;
  }
  return data;
}
