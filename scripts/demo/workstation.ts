import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import packageJson from '../../package.json' with { type: 'json' };
import { type KeyProtection, loadKey } from '../../src-main/app/key.ts';
import { nodeTransport } from '../../src-main/data/sync/transport.ts';
import { openWorkstation, type Workstation } from '../../src-main/data/workstation.ts';
import { toEpochMs } from '../../src-shared/clock.ts';
import { WorkstationState } from '../../src-shared/session/queries.ts';
import { SyncStatus } from '../../src-shared/sync/status.ts';
import { DEMO_LOGINS, DEMO_PASSWORD } from './accounts.ts';

/** Longest wait for the records to arrive, in milliseconds. */
const PATIENCE_MS = 60_000;

/** Outside the application there is no protected store of the system: the key lies in its file, and the window says so. */
const noProtection: KeyProtection = {
  isAvailable: async () => false,
  wrap: async () => {
    throw new Error('there is no protected store');
  },
  unwrap: async () => {
    throw new Error('there is no protected store');
  },
};

/** The workstation's files can be read by the application alone: the system keeps their key. */
export class KeyKeptBySystemError extends Error {
  constructor(userData: string) {
    super(
      `The workstation in ${userData} keeps its key in the system's protected store; it is left as it is.`,
    );
    this.name = 'KeyKeptBySystemError';
  }
}

/**
 * Makes a workstation's folder as the application finds it after an operator signed in: enrolled, signed in, records on board.
 * One that is enrolled already stays so; somebody who is signed in stays signed in.
 * @param userData the application's folder
 * @param code gives a fresh pairing code; asked only when one is needed
 * @throws KeyKeptBySystemError, and an error with the problem's code when the centre refuses
 */
export async function prepareWorkstation(
  userData: string,
  server: string,
  code: () => Promise<string>,
): Promise<WorkstationState> {
  return await withWorkstation(userData, async (workstation) => {
    const since = Date.now();
    const state = await signedIn(workstation, server, code);
    await exchanged(workstation, since);
    return state;
  });
}

/**
 * Signs in on a workstation prepared before, also while its server is still starting; its records are on board.
 * @throws KeyKeptBySystemError, and an error with the problem's code when nobody can sign in there any more
 */
export async function resumeWorkstation(userData: string): Promise<WorkstationState> {
  return await withWorkstation(userData, (workstation) =>
    signedIn(workstation, '', () => Promise.reject(new Error('The workstation is not enrolled.'))),
  );
}

async function withWorkstation(
  userData: string,
  work: (workstation: Workstation) => Promise<WorkstationState>,
): Promise<WorkstationState> {
  const dir = join(userData, 'data');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const loaded = await loadKey({
    file: join(userData, 'store.key'),
    protection: noProtection,
    hasStore: existsSync(join(dir, 'intent.db')),
  });
  if (!loaded.ok) {
    if (loaded.error.code === 'storeKeyMissing') throw new KeyKeptBySystemError(userData);
    throw new Error(`The key of the workstation cannot be had: ${loaded.error.code}.`);
  }
  const workstation = await openWorkstation({
    dir,
    migrationsDir: join(import.meta.dirname, '..', '..', 'migrations', 'client'),
    key: loaded.value.key,
    transport: nodeTransport(),
    clock: { wallMs: () => Date.now(), monoMs: () => Math.round(performance.now()) },
    appVersion: packageJson.version,
    log: pino({ level: 'error' }, pino.destination({ dest: 2, sync: true })),
    keyUnprotected: loaded.value.keyUnprotected,
  });
  try {
    return await work(workstation);
  } finally {
    await workstation.close();
  }
}

async function signedIn(
  workstation: Workstation,
  server: string,
  code: () => Promise<string>,
): Promise<WorkstationState> {
  let state = WorkstationState.parse(await ask(workstation, 'workstation.state', {}));
  if (state.enrolment === null) {
    const input = { server, code: await code(), name: 'Робоче місце 1' };
    state = WorkstationState.parse(await ask(workstation, 'workstation.enrol', input));
  }
  if (state.session === null) {
    const input = { login: DEMO_LOGINS[0], password: DEMO_PASSWORD };
    state = WorkstationState.parse(await ask(workstation, 'session.signIn', input));
  }
  return state;
}

async function ask(workstation: Workstation, channel: string, input: unknown): Promise<unknown> {
  const answer = await workstation.handle(channel, input);
  if (!answer.ok) throw new Error(`The workstation answers ${channel} with ${answer.error.code}.`);
  return answer.value;
}

/** Waits for a whole exchange with the centre that began after the given moment. */
async function exchanged(workstation: Workstation, since: number): Promise<void> {
  const isDone = (status: SyncStatus) => {
    const last = status.lastSuccessAt === null ? 0 : toEpochMs(status.lastSuccessAt);
    return status.state === 'connected' && status.download === null && last >= since;
  };
  let forget: () => void = () => undefined;
  let late: NodeJS.Timeout | undefined;
  const done = new Promise<void>((resolve, reject) => {
    forget = workstation.onEvent((name, payload) => {
      const status = name === 'sync.changed' ? SyncStatus.safeParse(payload) : undefined;
      if (status?.success && isDone(status.data)) resolve();
    });
    late = setTimeout(
      () => reject(new Error('The records did not reach the workstation within a minute.')),
      PATIENCE_MS,
    );
  });
  try {
    await ask(workstation, 'sync.now', {});
    if (!isDone(SyncStatus.parse(await ask(workstation, 'sync.status', {})))) await done;
  } finally {
    clearTimeout(late);
    forget();
  }
}
