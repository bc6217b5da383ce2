import type { CommandResult } from '../../../src-shared/command/outcome.ts';
import type { PullAnswer } from '../../../src-shared/sync/pull.ts';
import type { Desk } from '../desk.ts';
import { acknowledgedSeq, type OutboxEntry } from '../store/intent/outbox.ts';
import { commandDecided } from './standIn.ts';

/** How far a last page confirms this client's commands. */
export interface Confirmed {
  readonly seq: number;
  /** Commands leave the outbox. */
  readonly moves: boolean;
  /** The server has decided more than it has told here: another pull brings the rest. */
  readonly partial: boolean;
}

/**
 * The highest sequence up to which every command has its outcome in the answer. A command without an outcome stays in
 * the outbox: nothing is confirmed unseen.
 */
export function confirmedUpTo(desk: Desk, answer: PullAnswer): Confirmed {
  const { outbox, identity } = desk.stores.intent;
  const { nextSeq } = identity.get();
  const acked = acknowledgedSeq(outbox, nextSeq);
  const { lastSeq, results } = answer.ack;
  // A server behind us has lost commands: their effect is not on board, so predictions must show it again.
  if (lastSeq <= acked) return { seq: Math.min(acked, lastSeq), moves: false, partial: false };
  const told = new Set(results.map(({ seq }) => seq));
  const last = Math.min(lastSeq, nextSeq - 1);
  let seq = acked;
  while (seq < last && told.has(seq + 1)) seq += 1;
  return { seq, moves: seq > acked, partial: seq < last && seq > acked };
}

/** Moves confirmed commands out of the outbox. What the centre did not simply apply comes before a person. */
export function acknowledge(desk: Desk, answer: PullAnswer, upTo: number): void {
  const { intent } = desk.stores;
  const results = new Map(answer.ack.results.map((result) => [result.seq, result]));
  const confirmed = intent.outbox
    .after(0, answer.ack.results.length)
    .filter(({ command }) => command.seq <= upTo)
    .flatMap((entry) => {
      const result = results.get(entry.command.seq);
      return result === undefined ? [] : [{ entry, result }];
    });
  if (confirmed.length === 0) return;
  intent.transact(() => {
    for (const { entry, result } of confirmed) settle(desk, entry, result, answer.epoch);
  });
}

/** What a person has settled, here or elsewhere, marks its records no longer. */
export function dismissSettled(desk: Desk): void {
  const { intent, records } = desk.stores;
  const settled = intent.attention
    .openIds()
    .filter((id) => records.record.get('attention', id)?.state === 'settled');
  if (settled.length === 0) return;
  intent.transact(() => {
    for (const id of settled) intent.attention.dismiss(id);
  });
}

function settle(desk: Desk, entry: OutboxEntry, result: CommandResult, epoch: string): void {
  const { intent } = desk.stores;
  const { command } = entry;
  const isQuiet = result.outcome === 'applied' || result.outcome === 'merged';
  const at = desk.time.now();
  // The whole command of a withheld entry is under attention already, with the true reason.
  if (!isQuiet && !entry.withheld) {
    const { outcome: reason, code, data } = result;
    intent.attention.put({ command, reason, code, data, at });
  }
  if (result.id !== command.id) {
    desk.log.error({ seq: command.seq, ours: command.id, theirs: result.id }, 'outcome of another command');
  }
  intent.acknowledged.add(commandDecided(entry, result.outcome), result, epoch, at);
  intent.outbox.remove(command, !isQuiet);
}
