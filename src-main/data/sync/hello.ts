import { legalDay, toEpochMs } from '../../../src-shared/clock.ts';
import { yearsToHold } from '../../../src-shared/number/lease.ts';
import { HelloAnswer, type HelloRequest } from '../../../src-shared/sync/hello.ts';
import { PROTOCOL } from '../../../src-shared/sync/version.ts';
import type { Desk } from '../desk.ts';
import { acknowledgedSeq } from '../store/intent/outbox.ts';
import { becomeNewClient } from './fork.ts';
import { AGAIN, askCentre, DONE, type Link, SERVER_FAULT, type StepEnd } from './link.ts';
import { beginFreshPull, requestCursor } from './pull.ts';
import { restampUnsent } from './restamp.ts';

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
  keep(desk, value);
  return follow(link, value);
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

function keep(desk: Desk, answer: HelloAnswer): void {
  const { intent } = desk.stores;
  intent.identity.setProtocol(answer.protocol);
  if (answer.limits !== undefined) intent.identity.setLimits(answer.limits);
  if (intent.identity.get().epoch === answer.epoch && answer.leases.length === 0) return;
  intent.transact(() => {
    intent.identity.setEpoch(answer.epoch);
    for (const block of answer.leases) intent.number.addBlock(block);
  });
}

function follow(link: Link, answer: HelloAnswer): StepEnd {
  const { desk } = link;
  if (answer.verdict.name === 'fork' || !knowsOwnCommand(desk, answer)) {
    becomeNewClient(desk);
    link.pushedSeq = 0;
    return AGAIN;
  }
  if (answer.verdict.name === 'repush' || answer.verdict.name === 'recovering') {
    return { kind: 'trouble', trouble: 'serverBusy', retryAfterMs: null };
  }
  if (answer.verdict.name === 'resnapshot') beginFreshPull(desk);
  return DONE;
}

/**
 * Whether the command the server decided last is the one this database holds under that sequence. If not, this database is
 * a copy, or was restored and has gone on differently (sync specification 1.9).
 */
function knowsOwnCommand(desk: Desk, answer: HelloAnswer): boolean {
  if (answer.lastSeq === 0 || answer.lastHash === null) return true;
  const { acknowledged, identity, outbox } = desk.stores.intent;
  const entry = outbox.bySeq(answer.lastSeq);
  // What went out for a withheld command was a stand-in with a hash of its own.
  if (entry?.withheld === true) return true;
  const own = entry?.command.hash ?? acknowledged.hashAt(identity.get().client, answer.lastSeq);
  return own === answer.lastHash;
}
