import { createHash } from 'node:crypto';
import type { AttentionRecord, AttentionWay } from '../../src-shared/attention/model.ts';
import type { CommandId } from '../../src-shared/brand.ts';
import { occurredMs, toInstant } from '../../src-shared/clock.ts';
import type { Command } from '../../src-shared/command/envelope.ts';
import { type Conflict, conflictId } from '../../src-shared/conflict/model.ts';
import { type RecordRef, type RecordWrite, write } from '../../src-shared/record/model.ts';
import { readDocuments, recordKey } from '../store/record.ts';
import type { Tx } from '../store/tables.ts';
import type { CommandVerdict } from './verdict.ts';

/** What is known of the region's records while a batch is decided. */
export interface Surroundings {
  readonly region: string;
  /** Documents by `recordKey`, as the commands before this one left them; what is not among them is read. */
  readonly documents: ReadonlyMap<string, unknown>;
}

/**
 * What has to be written beside a receipt so that its author and the leads see, on every workstation, what the centre could not simply
 * accept: the command itself, whole; and, where its effect ends somebody's conflict, the end of the attention that conflict asked for.
 */
export async function attentionWrites(
  tx: Tx,
  around: Surroundings,
  command: Command,
  verdict: CommandVerdict,
): Promise<RecordWrite[]> {
  const released = 'writes' in verdict ? await releasedBy(tx, around, command, verdict.writes) : [];
  if (verdict.outcome === 'applied' || verdict.outcome === 'merged') return released;
  const record = attentionOf(around.region, command, verdict);
  if (!('writes' in verdict) && verdict.code === 'id_reused') {
    const known = await find(tx, around, [{ type: 'attention', id: record.id }]);
    // Both contents stay: the first one under the id it has in common with this one.
    if (known.size > 0) return [...released, write('attention', { ...record, id: idOfContent(command) })];
  }
  return [...released, write('attention', record)];
}

/** A command as it comes before a person. */
export function attentionOf(region: string, command: Command, verdict: CommandVerdict): AttentionRecord {
  return {
    id: command.id,
    region: region as AttentionRecord['region'],
    kind: command.kind,
    v: command.v,
    actor: command.actor,
    workstation: command.workstation,
    at: toInstant(occurredMs(command.at)),
    outcome: verdict.outcome,
    code: 'writes' in verdict ? null : verdict.code,
    data: 'writes' in verdict ? null : verdict.data,
    payload: command.payload,
    base: command.base,
    number: command.minted.number,
    state: 'open',
    way: null,
    by: null,
    changedAt: null,
  };
}

/** Attention that has lost its last conflict: resolved, or carried on by a later edit of the same chain. */
async function releasedBy(
  tx: Tx,
  around: Surroundings,
  command: Command,
  writes: readonly RecordWrite[],
): Promise<RecordWrite[]> {
  const ways = new Map<string, AttentionWay>();
  for (const { type, id, doc } of writes) {
    if (type !== 'conflict') continue;
    const before = around.documents.get(recordKey({ type, id })) as Conflict | undefined;
    if (before?.state !== 'open') continue;
    if (doc.state === 'resolved') ways.set(before.command, wayOf(doc));
    else if (doc.command !== before.command) ways.set(before.command, 'sent_again');
  }
  if (ways.size === 0) return [];
  const at = toInstant(occurredMs(command.at));
  const written = new Map(writes.map((item) => [recordKey(item), item.doc as unknown]));
  const settled: RecordWrite[] = [];
  for (const [id, way] of ways) {
    const found = await find(tx, around, [{ type: 'attention', id }]);
    const attention = found.get(recordKey({ type: 'attention', id })) as AttentionRecord | undefined;
    if (attention === undefined || attention.state === 'settled') continue;
    const refs = conflictsOf(attention);
    const docs = new Map([...(await find(tx, around, refs)), ...written]);
    const isOpen = refs.some((ref) => {
      const conflict = docs.get(recordKey(ref)) as Conflict | undefined;
      return conflict?.state === 'open' && conflict.command === id;
    });
    if (!isOpen)
      settled.push(
        write('attention', { ...attention, state: 'settled', way, by: command.actor, changedAt: at }),
      );
  }
  return settled;
}

function wayOf({ choice }: Conflict): AttentionWay {
  if (choice === 'server') return 'kept_server';
  return choice === 'mine' ? 'kept_mine' : 'sent_again';
}

/** Every conflict an amendment may have opened. */
function conflictsOf({ id, payload, workstation }: AttentionRecord): RecordRef[] {
  const changes = Array.isArray(payload.changes) ? (payload.changes as { field: string }[]) : [];
  return changes.flatMap(({ field }) => {
    const usual = conflictId(String(payload.appeal), field, workstation);
    return [usual, `${usual}:${id}`].map((one) => ({ type: 'conflict', id: one }) as const);
  });
}

async function find(
  tx: Tx,
  { region, documents }: Surroundings,
  refs: readonly RecordRef[],
): Promise<Map<string, unknown>> {
  const unread = refs.filter((ref) => !documents.has(recordKey(ref)));
  const read = unread.length === 0 ? [] : await readDocuments(tx, region, unread);
  const found = new Map<string, unknown>(read);
  for (const ref of refs) {
    const doc = documents.get(recordKey(ref));
    if (doc !== undefined) found.set(recordKey(ref), doc);
  }
  return found;
}

/** A UUID made of what the command says, the same each time. */
function idOfContent(command: Command): CommandId {
  const hex = createHash('sha256').update(command.hash).digest('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-') as CommandId;
}
