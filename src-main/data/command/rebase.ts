import type { Command } from '../../../src-shared/command/envelope.ts';
import type { RefusalData } from '../../../src-shared/command/outcome.ts';
import type { Desk } from '../desk.ts';
import { sqliteCode } from '../store/error.ts';
import type { Position } from '../store/records/meta.ts';
import { decideWith, lookupOf } from './lookup.ts';

/** A waiting command whose prediction failed: set aside and shown, never a reason to stop the exchange. */
export interface SetAside {
  readonly command: Command;
  readonly code: string | null;
  readonly data: RefusalData | null;
}

/** The commands whose effect the records must show by prediction, in the order in which they are decided. */
export function pendingCommands(
  desk: Desk,
  position: Position,
): { confirmed: Command[]; waiting: Command[] } {
  const { acknowledged, identity, outbox } = desk.stores.intent;
  const { client } = identity.get();
  const onBoard = position.ackedClient === client ? position.ackedSeq : 0;
  return {
    confirmed: confirmedBeyond(acknowledged, position, client),
    waiting: outbox.after(onBoard, Number.MAX_SAFE_INTEGER).map(({ command }) => command),
  };
}

/**
 * Confirmed commands that the records do not hold: after a power cut the records may have stepped back, or they were
 * lost altogether (sync specification 1.14).
 */
function confirmedBeyond(
  acknowledged: Desk['stores']['intent']['acknowledged'],
  position: Position,
  client: string,
): Command[] {
  if (position.ackedClient === null) return acknowledged.allEffective();
  const ofRecords = acknowledged.effectiveAfter(position.ackedClient, position.ackedSeq);
  return position.ackedClient === client
    ? ofRecords
    : [...ofRecords, ...acknowledged.effectiveAfter(client, 0)];
}

/**
 * Takes every prediction back, lets `apply` change the true rows, and decides the pending commands afresh on top, all in one
 * transaction of `records.db` (sync specification 1.5). What fails is listed under attention as `predicted`.
 * @param apply applies staged rows and moves the position; nothing at a start
 */
export function rebase(desk: Desk, apply: () => void = () => undefined): readonly SetAside[] {
  const { intent, records } = desk.stores;
  const setAside = records.transact(() => {
    records.base.restore();
    apply();
    const { confirmed, waiting } = pendingCommands(desk, records.meta.get());
    for (const command of confirmed) predictAgain(desk, command);
    return waiting.flatMap((command) => predictAgain(desk, command) ?? []);
  });
  if (setAside.length === 0 && !intent.attention.hasPredicted()) return setAside;
  intent.transact(() => {
    intent.attention.keepPredicted(new Set(setAside.map(({ command }) => command.id)));
    for (const entry of setAside)
      intent.attention.put({ ...entry, reason: 'predicted', at: desk.time.now() });
  });
  return setAside;
}

function predictAgain(desk: Desk, command: Command): SetAside | null {
  const { records } = desk.stores;
  let decided: ReturnType<typeof decideWith>;
  try {
    decided = decideWith(lookupOf(desk), command);
  } catch (error) {
    if (sqliteCode(error) !== undefined) throw error;
    // A command of a newer build, or a defect in a rule: the centre will judge, this one command is not shown meanwhile.
    desk.log.error({ err: error, command: command.id, kind: command.kind }, 'prediction failed');
    return { command, code: null, data: null };
  }
  if (!decided.ok) return { command, code: decided.code, data: decided.data };
  for (const write of decided.writes) {
    records.base.copy(write.type, write.id);
    records.record.predict(write, command.region);
  }
  return null;
}
