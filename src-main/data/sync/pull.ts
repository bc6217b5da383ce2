import { canonicalJson } from '../../../src-shared/command/canonical.ts';
import type { Cursor } from '../../../src-shared/sync/cursor.ts';
import { PullAnswer } from '../../../src-shared/sync/pull.ts';
import { rebase } from '../command/rebase.ts';
import type { Desk } from '../desk.ts';
import { keepDeparting, releaseDeparted } from '../replication/departed.ts';
import { rowsInScope } from '../replication/scope.ts';
import { acknowledgedSeq } from '../store/intent/outbox.ts';
import type { Position } from '../store/records/meta.ts';
import type { RecordsStore } from '../store/records/records.ts';
import type { Successor } from '../store/successor.ts';
import { acknowledge, confirmedUpTo, dismissSettled } from './acknowledge.ts';
import { becomeNewClient } from './fork.ts';
import { AGAIN, askCentre, DONE, isHelloWanted, type Link, SERVER_FAULT, type StepEnd } from './link.ts';

/** What a complete pull changed, for telling the window. */
export interface Pulled {
  readonly refs: readonly { readonly type: string; readonly id: string }[];
  /** Somebody gave the signed-in operator an appeal, took one, or corrected one. */
  readonly noticed: boolean;
  /** All records were replaced, those not named too. */
  readonly everything?: boolean;
}

/** What became of one pull answer. */
export type PageEnd =
  | { readonly kind: 'more' }
  | { readonly kind: 'last'; readonly pulled: Pulled; readonly partial: boolean }
  /** It began from another cursor than ours, or was meant for another client: late or doubled, without effect (A3). */
  | { readonly kind: 'ignored' }
  /** The server contradicts itself: from the beginning, and yet "begin again". */
  | { readonly kind: 'senseless' };

/** Cursor the next page is asked for from: behind the staged pages, else behind the applied rows. */
export function requestCursor(position: Position): Cursor | null {
  return position.stagedCursor ?? (position.fresh ? null : position.cursor);
}

/** Drops the staged pages and begins from the beginning; the present records stay in use until the last page. */
export function beginFreshPull(desk: Desk): void {
  const { records } = desk.stores;
  records.transact(() => {
    records.staged.clear();
    records.meta.beginFresh();
  });
}

/** Fetches every page there is. @param onPage told after each page, with what a complete pull changed */
export async function pull(link: Link, onPage: (pulled: Pulled | null) => void): Promise<StepEnd> {
  for (;;) {
    const { epoch } = link.desk.stores.intent.identity.get();
    const from = requestCursor(link.desk.stores.records.meta.get());
    const answered = await askPage(link, from);
    if (answered.kind === 'tooLarge') return SERVER_FAULT;
    if (answered.kind !== 'answer') return isHelloWanted(answered) ? AGAIN : answered;
    if (answered.value.epoch !== epoch && !answered.value.resnapshot) return AGAIN;
    const end = receivePage(link.desk, from, answered.value);
    if (end.kind === 'senseless') return SERVER_FAULT;
    if (end.kind === 'ignored') return AGAIN;
    if (end.kind === 'last' && hasTwin(link.desk, answered.value)) {
      becomeNewClient(link.desk);
      link.pushedSeq = 0;
      onPage(end.pulled);
      return AGAIN;
    }
    onPage(end.kind === 'last' ? end.pulled : null);
    if (end.kind === 'last' && !end.partial) {
      noteRepushed(link.desk, answered.value);
      return DONE;
    }
  }
}

/** What this workstation told a restored centre is decided at the version now on board at the latest. */
function noteRepushed(desk: Desk, { cursor, epoch }: PullAnswer): void {
  const { enrolment, identity } = desk.stores.intent;
  const { repushed } = identity.get();
  const region = enrolment.get()?.region;
  if (repushed.epoch !== epoch || repushed.version > 0 || region === undefined) return;
  identity.setRepushedVersion(cursor.regions[region]?.[0] ?? 0);
}

/**
 * Fetches what has changed since a snapshot into its file; with the last page that file takes the place of the present records, and the
 * page is taken in as any other: own work is laid over the new records in the same moment.
 */
export async function pullInto(
  link: Link,
  successor: Successor,
  onPage: (pulled: Pulled | null) => void,
): Promise<StepEnd> {
  const { desk } = link;
  for (;;) {
    const from = requestCursor(successor.records.meta.get());
    const answered = await askPage(link, from);
    if (answered.kind === 'tooLarge') return SERVER_FAULT;
    if (answered.kind !== 'answer') return answered;
    const { value } = answered;
    if (value.resnapshot || value.epoch !== desk.stores.intent.identity.get().epoch) {
      desk.stores.succession.drop();
      return AGAIN;
    }
    if (value.more) {
      if (isSame(from, value.cursor)) return SERVER_FAULT;
      stage(desk, successor.records, value);
      onPage(null);
      continue;
    }
    const { meta, pinned } = desk.stores.records;
    successor.carry(pinned.rows(), meta.horizon());
    desk.stores.succeed();
    const end = receivePage(desk, from, value);
    if (end.kind !== 'last') return AGAIN;
    onPage({ ...end.pulled, everything: true });
    return DONE;
  }
}

function askPage(link: Link, from: Cursor | null) {
  const { intent } = link.desk.stores;
  const { client, epoch, nextSeq } = intent.identity.get();
  const ackedSeq = acknowledgedSeq(intent.outbox, nextSeq);
  const limit = link.timing.pageRows;
  const body = { client, request: link.desk.newId(), epoch, cursor: from, limit, ackedSeq };
  return askCentre(link, '/sync/pull', body, PullAnswer);
}

/**
 * Takes one page in. Pages before the last are only staged; the last applies them all, acknowledges, and rebases, in one
 * transaction of `records.db`; only then the commands leave the outbox (sync specification 1.4, 1.14).
 * @param from the cursor the page was asked for from; it must still be ours
 */
export function receivePage(desk: Desk, from: Cursor | null, answer: PullAnswer): PageEnd {
  const { intent, records } = desk.stores;
  if (answer.client !== intent.identity.get().client) return { kind: 'ignored' };
  if (!isSame(from, requestCursor(records.meta.get()))) return { kind: 'ignored' };
  if (answer.resnapshot) {
    if (from === null) return { kind: 'senseless' };
    beginFreshPull(desk);
    return { kind: 'more' };
  }
  if (!answer.more) return applyLast(desk, answer);
  if (isSame(from, answer.cursor)) return { kind: 'senseless' };
  stage(desk, records, answer);
  return { kind: 'more' };
}

/** Keeps a page until the last one proves that all belong together. */
function stage(desk: Desk, records: RecordsStore, answer: PullAnswer): void {
  records.transact(() => {
    for (const row of rowsInScope(desk, answer.rows)) records.staged.put(row);
    records.meta.stage(answer.cursor);
  });
}

/** The centre has decided sequences this database never issued: a copy of it works elsewhere under the same client. */
function hasTwin(desk: Desk, answer: PullAnswer): boolean {
  return answer.ack.lastSeq >= desk.stores.intent.identity.get().nextSeq;
}

function isSame(a: Cursor | null, b: Cursor | null): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function applyLast(desk: Desk, answer: PullAnswer): PageEnd {
  const { intent, records } = desk.stores;
  const { client } = intent.identity.get();
  const upTo = confirmedUpTo(desk, answer);
  const me = intent.session.get()?.operator.id;
  let pulled: Pulled = { refs: [], noticed: false };
  const mustWrite =
    answer.rows.length > 0 || records.staged.count() > 0 || upTo.moves || !isSettled(desk, answer, upTo.seq);
  if (mustWrite) {
    const stage = () => {
      for (const row of rowsInScope(desk, answer.rows)) records.staged.put(row);
    };
    const apply = () => {
      pulled = {
        refs: records.staged.refs(),
        noticed: me !== undefined && records.staged.countTelling(me) > 0,
      };
      keepDeparting(desk);
      records.staged.apply(records.meta.get().fresh);
      records.staged.clear();
      records.meta.applied(answer.cursor, client, upTo.seq);
    };
    rebase(desk, apply, stage);
    acknowledge(desk, answer, upTo.seq);
    dismissSettled(desk);
  }
  pulled = { ...pulled, refs: [...pulled.refs, ...releaseDeparted(desk)] };
  return { kind: 'last', pulled, partial: upTo.partial };
}

/** An empty answer at our own cursor changes nothing and costs no write. */
function isSettled(desk: Desk, answer: PullAnswer, seq: number): boolean {
  const position = desk.stores.records.meta.get();
  if (position.fresh || position.stagedCursor !== null || !isSame(position.cursor, answer.cursor))
    return false;
  return position.ackedClient === desk.stores.intent.identity.get().client && position.ackedSeq === seq;
}
