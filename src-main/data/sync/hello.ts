import { legalDay, toEpochMs } from '../../../src-shared/clock.ts';
import { yearsToHold } from '../../../src-shared/number/lease.ts';
import { HelloAnswer, type HelloRequest } from '../../../src-shared/sync/hello.ts';
import { PROTOCOL } from '../../../src-shared/sync/version.ts';
import type { Desk } from '../desk.ts';
import { acknowledgedSeq } from '../store/intent/outbox.ts';
import { becomeNewClient } from './fork.ts';
import { AGAIN, askCentre, DONE, type Link, SERVER_FAULT, type StepEnd } from './link.ts';
import { pruneAcknowledged } from './prune.ts';
import { beginFreshPull, requestCursor } from './pull.ts';
import { repush } from './repush.ts';
import { restampUnsent } from './restamp.ts';
import { isSentAs } from './standIn.ts';

/** Says who and how far this workstation is; learns the clock, new number blocks, and what to do next. */
export async function hello(link: Link): Promise<StepEnd> {
  const { desk } = link;
  const body = helloRequest(desk, link.app);
  const sentMono = desk.time.monoMs();
  const answered = await askCentre(link, '/sync/hello', body, HelloAnswer);
  if (answered.kind === 'tooLarge') return SERVER_FAULT;
  if (answered.kind !== 'answer') return spokeTooNew(desk, answered) ? AGAIN : answered;
  const { value } = answered;
  desk.time.learn(sentMono, desk.time.monoMs(), desk.time.wallMs(), toEpochMs(value.serverTime));
  restampUnsent(desk);
  const mustTell = hasToTell(desk, value);
  keep(desk, value, mustTell);
  return await follow(link, value, mustTell);
}

/** A server put back to the release before refuses what it does not know: it is spoken to in its own version from here on. */
function spokeTooNew(desk: Desk, refused: { readonly kind: string; readonly code?: string }): boolean {
  const { identity } = desk.stores.intent;
  if (refused.kind !== 'refused' || refused.code !== 'malformed' || identity.get().protocol === 1)
    return false;
  identity.setProtocol(1);
  return true;
}

function helloRequest(desk: Desk, app: string): HelloRequest {
  const { intent, records } = desk.stores;
  const { client, nextSeq, epoch, protocol } = intent.identity.get();
  const { count, oldest } = intent.outbox.waiting();
  const years = yearsToHold(legalDay(desk.time.serverMs()));
  return {
    client,
    request: desk.newId(),
    app,
    protocol: [...PROTOCOL],
    epoch,
    cursor: requestCursor(records.meta.get()),
    ackedSeq: acknowledgedSeq(intent.outbox, nextSeq),
    nextSeq,
    clock: { wall: desk.time.wallMs(), mono: desk.time.monoMs() },
    numbers: years.map((year) => ({
      year,
      free: intent.number.free(year),
      peakPerDay: intent.number.peak(year),
      blocks: intent.number.blocks(year),
    })),
    ...(protocol < 2 ? {} : { waiting: { count, oldestAt: oldest } }),
  };
}

function keep(desk: Desk, answer: HelloAnswer, mustTell: boolean): void {
  const { intent } = desk.stores;
  const { durable, epoch } = intent.identity.get();
  intent.identity.setProtocol(answer.protocol);
  if (answer.limits !== undefined) intent.identity.setLimits(answer.limits);
  if (answer.horizon !== undefined) desk.stores.records.meta.setHorizon(answer.horizon);
  const isNewlyDurable =
    answer.durable !== undefined &&
    (durable.epoch !== answer.epoch || durable.version !== answer.durable) &&
    answer.durable > 0;
  intent.transact(() => {
    // Who has yet to tell this life of the centre what it lost still speaks as of the life before; so does a copy, which tells it as a
    // new client: what this database was confirmed under the common one, only this database may hold.
    const mayHaveToTell = mustTell || answer.verdict.name === 'fork';
    if (epoch !== answer.epoch && !mayHaveToTell) intent.identity.setEpoch(answer.epoch);
    for (const block of answer.leases) intent.number.addBlock(block);
    for (const { year, last } of answer.ownSeries ?? []) intent.number.raiseOwn(year, last);
    if (isNewlyDurable) intent.identity.setDurable(answer.epoch, answer.durable ?? 0);
  });
  if (isNewlyDurable) pruneAcknowledged(desk);
}

async function follow(link: Link, answer: HelloAnswer, mustTell: boolean): Promise<StepEnd> {
  const { desk } = link;
  const { epoch, lastSeq, verdict } = answer;
  if (verdict.name === 'fork' || !knowsOwnCommand(desk, answer)) {
    becomeNewClient(desk);
    link.pushedSeq = 0;
    return AGAIN;
  }
  if (verdict.name === 'recovering')
    return { kind: 'trouble', trouble: 'serverRecovering', retryAfterMs: null };
  if (mustTell) return await repush(link, epoch, lastSeq + 1);
  if (verdict.name === 'resnapshot') beginFreshPull(desk);
  return DONE;
}

/**
 * Whether the centre has to be told what it may have lost: it asks for it, or it has begun another life and does not ask because it knows
 * our last command. Commands of an earlier client of this database, and blocks, may be missing there all the same; only we can tell.
 */
function hasToTell(desk: Desk, { epoch, protocol, verdict }: HelloAnswer): boolean {
  if (verdict.name === 'repush') return true;
  if (verdict.name === 'fork' || protocol < 2) return false;
  const before = desk.stores.intent.identity.get();
  return before.epoch !== null && before.epoch !== epoch && before.repushed.epoch !== epoch;
}

/**
 * Whether the command the server decided last is the one this database holds under that sequence. If not, this database is
 * a copy, or was restored and has gone on differently (sync specification 1.9).
 */
function knowsOwnCommand(desk: Desk, answer: HelloAnswer): boolean {
  if (answer.lastSeq === 0 || answer.lastHash === null) return true;
  const { acknowledged, identity, outbox } = desk.stores.intent;
  const entry = outbox.bySeq(answer.lastSeq);
  if (entry !== null) return isSentAs(entry, answer.lastHash);
  const own = acknowledged.hashAt(identity.get().client, answer.lastSeq);
  // Issued here, and no longer held: nothing speaks against it.
  return own === null || own === answer.lastHash;
}
