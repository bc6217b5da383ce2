import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import type { ClientId } from '../../src-shared/brand.ts';
import { contract } from '../../src-shared/ipc/contract.ts';
import type { Answer } from '../../src-shared/ipc/envelope.ts';
import { AGEING_TYPES } from '../../src-shared/replication/age.ts';
import { err } from '../../src-shared/result.ts';
import type { Timers } from '../../src-shared/timers.ts';
import { type BackupKeeper, type BackupTiming, keepBackups } from './backup/keeper.ts';
import { openBlobFolder } from './blob/folder.ts';
import { forgetOldFiles } from './blob/prune.ts';
import type { Desk } from './desk.ts';
import { pruneDrafts } from './draft/draft.ts';
import { announcePulled, announceRecords, type EventListener, eventHub } from './events.ts';
import { createHandlers, type DataChannel } from './handlers.ts';
import type { Logger } from './log.ts';
import { createPracticeOutage, type PracticeOutage } from './practice/outage.ts';
import { workstationState } from './query/workstation.ts';
import { recordsCare } from './recordsCare.ts';
import { createSweeper, type Sweeper } from './replication/sweep.ts';
import { noticeCopy } from './restore/installation.ts';
import { compareWithJournal } from './restore/journal.ts';
import { createIndexer, type Indexer } from './search/indexer.ts';
import { resumeSession } from './session/current.ts';
import { createSpeller, type Speller } from './spelling/speller.ts';
import { namedError, StoreError } from './store/error.ts';
import { isRecordsDamaged, openStores, type Stores, type StoresOptions } from './store/stores.ts';
import { SYNC_TIMING, type SyncTiming } from './sync/link.ts';
import { pruneAcknowledged } from './sync/prune.ts';
import { createSync, type Sync } from './sync/schedule.ts';
import type { Transport } from './sync/transport.ts';
import { createLines, type Lines } from './telephony/lines.ts';
import { type Clock, createTimekeeper } from './time.ts';
import { nodeTimers } from './timers.ts';

/** What a workstation is opened with. */
export interface WorkstationOptions {
  readonly dir: string;
  /** The folder `migrations/client`. */
  readonly migrationsDir: string;
  /** 32 raw bytes. */
  readonly key: Buffer;
  readonly nativeBinding?: string | undefined;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly appVersion: string;
  readonly log: Logger;
  readonly keyUnprotected: boolean;
  /** Limits of the exchange; the product's unless a test shortens them. */
  readonly timing?: SyncTiming | undefined;
  /** When local copies are made; none without it. */
  readonly backups?: BackupTiming | undefined;
  /** What is not determined by the stores and the messages; the product's unless a test makes it repeatable. */
  readonly chance?: Chance | undefined;
  /** For tests: told of each opened connection (see `StoresOptions.onOpen`). */
  readonly onOpen?: StoresOptions['onOpen'];
}

/** Sources of what happens by chance: identities, waiting, spreading. */
export interface Chance {
  /** A new identity: UUID version 7. */
  readonly newId: () => string;
  /** A random identity: UUID version 4. */
  readonly newUuid: () => string;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly timers: Timers;
}

const CHANCE: Chance = {
  newId: () => uuidV7(),
  newUuid: () => randomUUID(),
  random: () => Math.random(),
  timers: nodeTimers,
};

/** The data process without its port: the same in Electron, under plain Node and in tests. */
export interface Workstation {
  /** Answers a channel behind the read or write door of the contract. Never rejects. */
  handle(name: string, input: unknown): Promise<Answer<unknown>>;
  /** @returns its undo */
  onEvent(listener: EventListener): () => void;
  /** The network or the machine has changed state: exchange with the centre at once. */
  nudge(): void;
  close(): Promise<void>;
}

/**
 * Opens the stores, shows what was decided before, and begins to exchange with the centre.
 * @throws StoreError for each state of a store that has words of its own
 */
export async function openWorkstation(options: WorkstationOptions): Promise<Workstation> {
  const stores = openStores({
    dir: options.dir,
    migrationsDir: options.migrationsDir,
    key: options.key,
    nativeBinding: options.nativeBinding,
    newClient: () => (options.chance ?? CHANCE).newUuid() as ClientId,
    wallMs: () => options.clock.wallMs(),
    onOpen: options.onOpen,
  });
  try {
    return start(options, stores);
  } catch (error) {
    stores.close();
    throw namedError(error, options.dir);
  }
}

function start(options: WorkstationOptions, stores: Stores): Workstation {
  const { log } = options;
  const { newId, newUuid, random, timers } = options.chance ?? CHANCE;
  const time = createTimekeeper(options.clock, stores.intent, newUuid());
  const care = recordsCare(log, stores);
  const blobs = openBlobFolder(join(options.dir, 'blobs'), options.key);
  const desk: Desk = { stores, time, blobs, log, newId, timers, random, noteStaleRecords: care.noteStale };
  care.attach(desk);
  compareWithJournal(desk);
  noticeCopy(desk, options.dir);
  if (stores.recordsLost) log.warn({}, 'records were damaged: moved aside, to be downloaded again');
  care.noteStale();
  care.refresh();
  pruneDrafts(desk);
  pruneAcknowledged(desk);
  forgetOldFiles(desk);
  const session = resumeSession(desk);
  const { emit, onEvent } = eventHub(log);
  const state = () => workstationState(desk, session.get(), options.keyUnprotected);
  const timing = options.timing ?? SYNC_TIMING;
  const practice = createPracticeOutage(desk, options.transport, () => session.get(), {
    changed() {
      sync.nudge();
      sync.announce();
    },
    told(refs) {
      announceRecords(emit, refs);
      sync.announce();
      sync.trigger();
    },
  });
  const sync = createSync(desk, practice.transport, timing, options.appVersion, {
    practiceUntil: practice.until,
    changed(status) {
      emit('sync.changed', status);
      if (status.state === 'connected') practice.look();
    },
    pulled(pulled) {
      announcePulled(emit, pulled);
      if (pulled.refs.some(({ type }) => type === 'practice')) practice.look();
      const me = session.get()?.operator.id;
      if (pulled.refs.some(({ type, id }) => type === 'operator' && id === me))
        emit('session.changed', state());
    },
    recordsDamaged: care.replace,
  });
  const indexer = createIndexer(desk);
  const speller = createSpeller(log, timers);
  const lines = createLines(desk, (told) => {
    if (session.get() !== null) emit('line.changed', told);
  });
  let isRecovered = stores.unclean;
  const backups = keepBackups(desk, options.backups ?? null);
  const handlers = createHandlers({
    desk,
    backups,
    session,
    sync,
    practice,
    lines,
    indexer,
    speller,
    transport: practice.transport,
    requestMs: timing.requestMs,
    keyUnprotected: options.keyUnprotected,
    takeRecovered(take) {
      const was = isRecovered;
      if (take) isRecovered = false;
      return was;
    },
    recordsChanged(refs) {
      announceRecords(emit, refs);
      lines.look(refs);
      if (refs.some(({ type }) => type === 'practice')) practice.look();
    },
    sessionChanged() {
      emit('session.changed', state());
      practice.look();
    },
  });
  const sweeper = createSweeper(desk, () => emit('records.changed', { types: [...AGEING_TYPES], ids: [] }));
  practice.look();
  sync.trigger();
  return workstationOf(
    log,
    stores,
    { sync, practice, lines, backups, sweeper, indexer, speller },
    onEvent,
    care,
    handlers,
  );
}

type Handlers = ReturnType<typeof createHandlers>;

function workstationOf(
  log: Logger,
  stores: Stores,
  {
    sync,
    practice,
    lines,
    backups,
    sweeper,
    indexer,
    speller,
  }: {
    readonly sync: Sync;
    readonly practice: PracticeOutage;
    readonly lines: Lines;
    readonly backups: BackupKeeper;
    readonly sweeper: Sweeper;
    readonly indexer: Indexer;
    readonly speller: Speller;
  },
  onEvent: Workstation['onEvent'],
  care: ReturnType<typeof recordsCare>,
  handlers: Handlers,
): Workstation {
  let isOpen = true;
  async function answer(name: DataChannel, input: unknown): Promise<Answer<unknown>> {
    const parsed = contract[name].input.safeParse(input);
    if (!parsed.success) return err({ code: 'invalidInput', data: { channel: name } });
    const handler = handlers[name] as (input: unknown) => Answer<unknown> | Promise<Answer<unknown>>;
    care.refresh();
    try {
      return await handler(parsed.data);
    } catch (error) {
      if (!isRecordsDamaged(namedError(error, 'records.db'))) throw error;
      care.replace();
      sync.nudge();
      return await handler(parsed.data);
    }
  }
  return {
    async handle(name, input) {
      if (!isOpen) return err({ code: 'dataProcessGone', data: {} });
      if (!isDataChannel(name)) return err({ code: 'invalidInput', data: { channel: name.slice(0, 60) } });
      try {
        return await answer(name, input);
      } catch (error) {
        return err(problemOf(log, name, error));
      }
    },
    onEvent,
    nudge() {
      if (!isOpen) return;
      practice.look();
      try {
        stores.checkpoint();
      } catch (error) {
        log.warn({ err: namedError(error, 'store') }, 'logs stay as they are; written back next time');
      }
      sync.nudge();
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      practice.stop();
      sweeper.stop();
      indexer.stop();
      await speller.close();
      await lines.close();
      await sync.stop();
      backups.close();
      stores.close();
    },
  };
}

function isDataChannel(name: string): name is DataChannel {
  return Object.hasOwn(contract, name) && contract[name as keyof typeof contract].door !== 'app';
}

function problemOf(log: Logger, channel: string, error: unknown) {
  const named = namedError(error, 'store');
  log.error({ err: named, channel }, 'channel failed');
  if (named instanceof StoreError) return { code: named.code, data: { ...named.data } };
  return { code: 'internal', data: {} };
}
