import type { CommandId } from '../../../src-shared/brand.ts';
import { type Instant, legalDay, toEpochMs, toInstant, yearOf } from '../../../src-shared/clock.ts';
import { commandSpec } from '../../../src-shared/command/registry.ts';
import type { PracticeResult } from '../../../src-shared/practice/model.ts';
import type { RecordRef } from '../../../src-shared/record/model.ts';
import { submit } from '../command/submit.ts';
import type { Desk } from '../desk.ts';
import type { EndedPractice, PracticeFacts, RunningPractice } from '../store/intent/practice.ts';
import type { Session } from '../store/intent/session.ts';
import type { Transport } from '../sync/transport.ts';

/** Pause after the store was in trouble, in milliseconds. */
const LOOK_AGAIN_MS = 5_000;
/** Practices looked through for one that names this workstation. */
const LOOKED_THROUGH = 20;

/**
 * A practised outage: while it lasts nothing passes to or from the network, and everything else runs by the very paths of a
 * real outage, because the cut is made at the transport.
 */
export interface PracticeOutage {
  /** Until when this workstation practises; null when it does not. */
  until(): Instant | null;
  /** The way to the network, dead while a practice lasts. */
  readonly transport: Transport;
  /** Begins, ends or tells of a practice if there is reason to. After a pull, an act, a sign-in, and at the start. */
  look(): void;
  /** Somebody here ends the practice, because a real call needs the centre. */
  leave(): void;
  /** Forgets its timer; the practice itself outlives the process. */
  stop(): void;
}

/** What a practice tells the rest of the data process. */
export interface PracticeEvents {
  /** It has begun or ended: the exchange must notice at once. */
  changed(): void;
  /** Its result was put into the outbox. */
  told(refs: readonly RecordRef[]): void;
}

/** @param session who is signed in, if anybody */
export function createPracticeOutage(
  desk: Desk,
  real: Transport,
  session: () => Session | null,
  events: PracticeEvents,
): PracticeOutage {
  const { intent } = desk.stores;
  let running: RunningPractice | null = intent.practice.running();
  let cancelTimer: () => void = () => undefined;
  /** When it is over by the monotonic clock of this run: a wall clock set back must not prolong it. */
  let overMono = running === null ? Number.NEGATIVE_INFINITY : desk.time.monoMs() + leftOf(running);

  function leftOf({ beganAt, endsAt }: RunningPractice): number {
    const ends = toEpochMs(endsAt);
    return Math.max(0, Math.min(ends - desk.time.serverMs(), ends - toEpochMs(beganAt)));
  }

  function until(): Instant | null {
    if (running === null || desk.time.monoMs() >= overMono) return null;
    return desk.time.serverMs() < toEpochMs(running.endsAt) ? running.endsAt : null;
  }

  function arm(): void {
    cancelTimer();
    cancelTimer = desk.timers.after(Math.max(0, overMono - desk.time.monoMs()), () =>
      withoutFail(() => end('time')),
    );
  }

  /** A store in trouble (a full disk, a lock) must not end what asked: it is looked at again soon. */
  function withoutFail(work: () => void): void {
    try {
      work();
    } catch (error) {
      desk.log.error({ err: error }, 'practised outage could not be noted; looked at again soon');
      cancelTimer();
      cancelTimer = desk.timers.after(LOOK_AGAIN_MS, () => withoutFail(look));
    }
  }

  function look(): void {
    if (running !== null && until() === null) end('time');
    else if (running !== null && isCalledOff(desk, running)) end('called_off');
    if (running === null) begin();
    else arm();
    if (running === null) tell();
  }

  function begin(): void {
    const practice = practiceToBegin(desk);
    if (practice === null) return;
    running = practice;
    intent.practice.begin(practice);
    overMono = desk.time.monoMs() + leftOf(practice);
    arm();
    desk.log.info({ practice: practice.id, endsAt: practice.endsAt }, 'practised outage begins');
    events.changed();
  }

  function end(how: PracticeResult['end']): void {
    if (running === null) return;
    const { id, endsAt } = running;
    const now = toInstant(desk.time.serverMs());
    const endedAt = how === 'time' && now > endsAt ? endsAt : now;
    intent.practice.end(id, endedAt, how, factsOf(desk, running));
    running = null;
    cancelTimer();
    desk.log.info({ practice: id, end: how }, 'practised outage ends');
    events.changed();
  }

  function tell(): void {
    const by = session();
    if (by === null) return;
    for (const ended of intent.practice.untold()) {
      const refs = tellOf(desk, by, ended);
      if (refs !== null) events.told(refs);
    }
  }

  return {
    until,
    transport: cutTransport(real, () => until() !== null),
    look: () => withoutFail(look),
    leave: () => end('left'),
    stop: () => cancelTimer(),
  };
}

function cutTransport(real: Transport, isCut: () => boolean): Transport {
  return {
    fetch(url, request) {
      if (isCut()) return Promise.reject(new Error('practised outage'));
      return real.fetch(url, request);
    },
    openSocket(url, headers, handlers) {
      if (!isCut()) return real.openSocket(url, headers, handlers);
      queueMicrotask(() => handlers.close('practised outage'));
      return { close: () => undefined };
    },
  };
}

/** The practice of this workstation that is not over, confirmed by the centre and not yet entered or left. */
function practiceToBegin(desk: Desk): RunningPractice | null {
  const { intent, records } = desk.stores;
  const workstation = intent.enrolment.get()?.workstation;
  const now = toInstant(desk.time.serverMs());
  const found = records.practice.newest(LOOKED_THROUGH).find(
    (practice) =>
      practice.workstations.some((id) => id === workstation) &&
      practice.calledOffAt === null &&
      practice.endsAt > now &&
      !practice.results.some((result) => result.workstation === workstation) &&
      !intent.practice.knows(practice.id) &&
      // Begun from here and not confirmed: cutting the way now would keep it from everybody else.
      intent.outbox.seqsTouching('practice', practice.id).length === 0,
  );
  if (found === undefined) return null;
  return { id: found.id, beganAt: now, endsAt: found.endsAt, firstSeq: intent.identity.get().nextSeq };
}

/** Only a lead at this very workstation can have called it off in a way that is seen here while it lasts. */
function isCalledOff(desk: Desk, practice: RunningPractice): boolean {
  const record = desk.stores.records.record.get('practice', practice.id);
  return record !== undefined && record.calledOffAt !== null;
}

function factsOf(desk: Desk, practice: RunningPractice): PracticeFacts {
  const { attention, identity, number, outbox, practice: practices } = desk.stores.intent;
  const issued = practices.issuedSince(practice.firstSeq);
  return {
    lastSeq: identity.get().nextSeq - 1,
    calls: issued.get('call.start') ?? 0,
    consultations: issued.get('consultation.record') ?? 0,
    appeals: issued.get('appeal.register') ?? 0,
    waiting: outbox.waiting().count,
    setAside: attention.open().filter(({ reason }) => reason === 'predicted').length,
    numbersFree: number.free(yearOf(legalDay(desk.time.serverMs()))),
  };
}

/** Tells of a practice once everything of it has arrived. @returns the records it changed; null when it is not told yet */
function tellOf(desk: Desk, session: Session, ended: EndedPractice): readonly RecordRef[] | null {
  const { intent } = desk.stores;
  const enrolment = intent.enrolment.get();
  const { lastSeq, ...facts } = ended.facts;
  if (enrolment === null || (intent.outbox.firstSeq() ?? lastSeq + 1) <= lastSeq) return null;
  if (commandSpec('practice.tell')?.mayRun.includes(session.operator.role) !== true) return null;
  const result: PracticeResult = {
    ...facts,
    workstation: enrolment.workstation,
    by: session.operator.id,
    beganAt: ended.beganAt,
    endedAt: ended.endedAt,
    end: ended.end,
    arrivedAt: toInstant(desk.time.serverMs()),
  };
  const told = submit(desk, session, enrolment, {
    // One act for ever: after a crash between here and the note below it is not told twice.
    action: ended.id,
    commands: [{ kind: 'practice.tell', payload: { practice: ended.id as CommandId, result } }],
    consumes: [],
  });
  // The records may be under way again: told with a later look. Told before, or never to be: nothing more to do.
  if (!told.ok && told.error.code === 'practice_unknown') return null;
  if (!told.ok) desk.log.warn({ practice: ended.id, code: told.error.code }, 'practice not told of');
  intent.practice.noteTold(ended.id);
  return told.ok ? told.value.changed : [];
}
