import type { Command } from '../../../src-shared/command/envelope.ts';
import type { RefusalData } from '../../../src-shared/command/outcome.ts';
import type { RecordRef, RecordWrite } from '../../../src-shared/record/model.ts';
import type { Desk } from '../desk.ts';
import { sqliteCode } from '../store/error.ts';
import type { Position } from '../store/records/meta.ts';
import { decideWith } from './lookup.ts';
import {
  type Desktop,
  keepPredictions,
  keyOf,
  openDesktop,
  type Prediction,
  type Predictions,
  refOf,
  takePredictions,
} from './predictions.ts';

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
 * Takes predictions back, lets `apply` change the true rows, and decides the pending commands afresh on top, all in one transaction of
 * `records.db` (sync specification 1.5). What fails is listed under attention as `predicted`.
 *
 * A decision depends on the records its command names alone. So where `apply` changes only what `stage` has staged, a command is decided
 * again only when one of those, or another command's changed effect, is among them; the others keep what they show.
 * @param apply applies staged rows and moves the position; nothing at a start
 * @param stage stages the rows that `apply` will apply; left out where `apply` changes other rows
 */
export function rebase(
  desk: Desk,
  apply: () => void = () => undefined,
  stage?: () => void,
): readonly SetAside[] {
  const { intent, records } = desk.stores;
  const former = takePredictions<SetAside>(records);
  let isWaiting: ReadonlySet<string> = new Set();
  const predictions = records.transact(() => {
    stage?.();
    const isPartial = stage !== undefined && former !== undefined && !records.meta.get().fresh;
    const staged = new Set(isPartial ? records.staged.refs().map(keyOf) : []);
    if (isPartial) {
      records.base.restoreStaged();
    } else {
      records.base.restore();
    }
    apply();
    const { confirmed, waiting } = pendingCommands(desk, records.meta.get());
    isWaiting = new Set(waiting.map(({ id }) => id));
    return predict(desk, [...confirmed, ...waiting], isPartial ? former : new Map(), staged);
  });
  keepPredictions(records, predictions);
  const setAside = Array.from(predictions.values()).flatMap(({ command, setAside: aside }) =>
    aside !== null && isWaiting.has(command.id) ? [aside] : [],
  );
  if (setAside.length === 0 && !intent.attention.hasPredicted()) return setAside;
  intent.transact(() => {
    intent.attention.keepPredicted(new Set(setAside.map(({ command }) => command.id)));
    for (const entry of setAside)
      intent.attention.put({ ...entry, reason: 'predicted', at: desk.time.now() });
  });
  return setAside;
}

/**
 * Decides pending commands in order and stores what changes by it.
 * @param former predictions that the rows show, apart from the staged ones
 * @param staged keys of records that are at their true state
 */
function predict(
  desk: Desk,
  pending: readonly Command[],
  former: Predictions<SetAside>,
  staged: ReadonlySet<string>,
): Predictions<SetAside> {
  const desktop = openDesktop(desk);
  const changed = new Set(staged);
  for (const ref of desk.stores.records.base.copiedSince()) changed.add(keyOf(ref));
  const isChanged = (ref: RecordRef) => changed.has(keyOf(ref));
  const present = new Set(pending.map(({ hash }) => hash));
  for (const [hash, { writes }] of former) {
    if (!present.has(hash)) for (const write of writes) changed.add(keyOf(write));
  }
  const predictions: Predictions<SetAside> = new Map();
  for (const command of pending) {
    const before = former.get(command.hash);
    const stands =
      before?.reads != null &&
      !before.reads.some((key) => changed.has(key)) &&
      !before.writes.some(isChanged);
    const prediction = stands ? before : decideAgain(desk, desktop, command);
    if (!stands) {
      for (const write of [...(before?.writes ?? []), ...prediction.writes]) changed.add(keyOf(write));
    }
    desktop.add(prediction.writes, command.region);
    predictions.set(command.hash, prediction);
  }
  store(desk, desktop, changed, staged);
  return predictions;
}

/** Lays the last write of each changed record over its true row; a record nobody writes any more shows that row again. */
function store(
  desk: Desk,
  desktop: Desktop,
  changed: ReadonlySet<string>,
  staged: ReadonlySet<string>,
): void {
  const { base, record } = desk.stores.records;
  for (const key of changed) {
    const last = desktop.written(key);
    if (last !== undefined) {
      const { write, region } = last;
      // Decided again with the same result: writing it once more would cost more than deciding did.
      if (base.get(write.type, write.id) !== undefined && record.shows(write)) continue;
      base.copy(write.type, write.id);
      record.predict(write, region);
    } else if (!staged.has(key)) base.restoreOne(refOf(key));
  }
  base.copiedSince();
}

function decideAgain(desk: Desk, desktop: Desktop, command: Command): Prediction<SetAside> {
  const decided = decideOrSetAside(desk, desktop, command);
  const reads = desktop.readsSince();
  if ('writes' in decided) return { command, reads, writes: decided.writes, setAside: null };
  // Set aside without having looked at anything, it could not be read: perhaps another time.
  return { command, reads: reads?.length === 0 ? null : reads, writes: [], setAside: decided };
}

function decideOrSetAside(
  desk: Desk,
  desktop: Desktop,
  command: Command,
): { readonly writes: readonly RecordWrite[] } | SetAside {
  let decided: ReturnType<typeof decideWith>;
  try {
    decided = decideWith(desktop.lookup, command);
  } catch (error) {
    if (sqliteCode(error) !== undefined) throw error;
    // A command of a newer build, or a defect in a rule: the centre will judge, this one command is not shown meanwhile.
    desk.log.error({ err: error, command: command.id, kind: command.kind }, 'prediction failed');
    return { command, code: null, data: null };
  }
  return decided.ok ? { writes: decided.writes } : { command, code: decided.code, data: decided.data };
}
