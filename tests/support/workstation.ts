import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import type { SyncTiming } from '../../src-main/data/sync/link.ts';
import {
  type HttpAnswer,
  type HttpRequest,
  nodeTransport,
  type Transport,
} from '../../src-main/data/sync/transport.ts';
import type { Clock } from '../../src-main/data/time.ts';
import {
  openWorkstation,
  type Workstation,
  type WorkstationOptions,
} from '../../src-main/data/workstation.ts';
import type { AppealCard } from '../../src-shared/appeal/model.ts';
import type { ChannelName, InputOf, OutputOf } from '../../src-shared/ipc/contract.ts';
import type { Answer, Problem } from '../../src-shared/ipc/envelope.ts';
import type { EventName, EventOf } from '../../src-shared/ipc/events.ts';
import { PASSWORD } from './peer.ts';
import type { Release } from './release.ts';
import type { TestServer } from './server.ts';

/** The schema steps of the workstation. */
export const CLIENT_MIGRATIONS = join(import.meta.dirname, '../../migrations/client');

/** Quick enough for a test, slow enough that nothing depends on the timer where an event is meant. */
export const TEST_TIMING: SyncTiming = {
  pollMs: 60_000,
  backoffFirstMs: 50,
  backoffMostMs: 200,
  requestMs: 5000,
  watchdogMs: 60_000,
  pageRows: 500,
};

/** What a test may do to the way between workstation and centre. */
export interface Line {
  readonly transport: Transport;
  /** Requests sent since the last `forget`, by path. */
  readonly sent: { readonly path: string; readonly body: string }[];
  /** Signal of the request sent last. */
  readonly lastSignal: AbortSignal | undefined;
  /** Nothing passes any more, as with the cable pulled. */
  cut(): void;
  mend(): void;
  /** Every request goes through this until it is taken off with null. */
  intercept(through: Interceptor | null): void;
}

/** May pass a request on, answer it otherwise, or lose the answer. */
export type Interceptor = (
  path: string,
  /** Lets the request through, with another body if one is given. */
  pass: (body?: HttpRequest['body']) => Promise<HttpAnswer>,
  body: string,
  request: { readonly url: URL; readonly body: HttpRequest['body'] },
) => Promise<HttpAnswer>;

/** The real transport with a pair of pliers. @param isDeaf no wake-up ever comes, as behind a proxy without WebSockets */
export function aLine(isDeaf = false): Line {
  const real = nodeTransport();
  const sent: { path: string; body: string }[] = [];
  let isCut = false;
  let lastSignal: AbortSignal | undefined;
  let through: Interceptor | null = null;
  const sockets = new Set<{ close(): void }>();
  async function send(url: string, request: HttpRequest): Promise<HttpAnswer> {
    const { pathname } = new URL(url);
    const body = typeof request.body === 'string' ? request.body : '';
    sent.push({ path: pathname, body });
    lastSignal = request.signal;
    if (isCut) throw new Error('line is cut');
    const pass = (changed = request.body) =>
      real.fetch(url, changed === undefined ? request : { ...request, body: changed });
    const about = { url: new URL(url), body: request.body };
    return through === null ? pass() : through(pathname, pass, body, about);
  }
  return {
    sent,
    get lastSignal() {
      return lastSignal;
    },
    transport: {
      fetch: send,
      openSocket(url, headers, handlers) {
        const socket = real.openSocket(isCut || isDeaf ? 'ws://127.0.0.1:9/' : url, headers, handlers);
        sockets.add(socket);
        return socket;
      },
    },
    cut() {
      isCut = true;
      for (const socket of sockets) socket.close();
      sockets.clear();
    },
    mend() {
      isCut = false;
    },
    intercept(next) {
      through = next;
    },
  };
}

/** An answer as some box on the way might give it. */
export function anAnswer(status: number, text: string, headers: Record<string, string> = {}): HttpAnswer {
  return new Response(status === 204 ? null : text, { status, headers });
}

/** A clock a test can set. */
export function aClock(): Clock & { shiftWall(ms: number): void; shiftBoth(ms: number): void } {
  let wall = 0;
  let mono = 0;
  return {
    wallMs: () => Date.now() + wall,
    monoMs: () => performance.now() + mono,
    shiftWall: (ms) => {
      wall += ms;
    },
    shiftBoth: (ms) => {
      wall += ms;
      mono += ms;
    },
  };
}

type Options = Partial<{
  dir: string;
  key: Buffer;
  line: Line;
  clock: Clock;
  timing: Partial<SyncTiming>;
  /** Told of each opened database, to break it. */
  onOpen: WorkstationOptions['onOpen'];
  /** The programs of an earlier release; today's unless given. */
  release: Pick<Release, 'openWorkstation' | 'migrationsDir'> | undefined;
}>;

/** One command of an act. */
type GivenCommand = Omit<InputOf<'command.submit'>['commands'][number], 'payload'> & {
  readonly payload: object;
};

/** A workstation under test. Whoever opened it closes it. */
export interface TestWorkstation {
  readonly dir: string;
  readonly key: Buffer;
  readonly line: Line;
  readonly events: { readonly name: EventName; readonly payload: unknown }[];
  /** Calls a channel and expects a value. */
  get<N extends ChannelName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
  /** Calls a channel and expects a problem. */
  problem<N extends ChannelName>(name: N, input: InputOf<N>): Promise<Problem>;
  call(name: string, input: unknown): Promise<Answer<unknown>>;
  enrol(server: TestServer, name?: string): Promise<void>;
  signIn(login?: string, password?: string): Promise<void>;
  /** One act; `action` may be given to repeat it. */
  submit(commands: readonly GivenCommand[], action?: string): Promise<OutputOf<'command.submit'>>;
  /** Waits for an event after which `condition` holds; looks at once too. */
  until(condition: () => boolean | Promise<boolean>): Promise<void>;
  /** Waits until nothing waits and the exchange is complete. */
  settled(): Promise<void>;
  nudge(): void;
  /** Closes in order and opens again on the same folder. */
  reopen(options?: Options): Promise<TestWorkstation>;
  close(): Promise<void>;
}

/** A folder that `removeFolders` takes away again. */
export async function aFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'holos-desk-'));
  folders.push(dir);
  return dir;
}

const folders: string[] = [];

/** Removes every folder this file's tests have made; for `afterAll`. */
export async function removeFolders(): Promise<void> {
  for (const dir of folders.splice(0)) await rm(dir, { recursive: true, force: true });
}

/** Opens a workstation in a fresh folder, or in a given one. */
export async function openTestWorkstation(options: Options = {}): Promise<TestWorkstation> {
  const dir = options.dir ?? (await aFolder());
  const key = options.key ?? randomBytes(32);
  const line = options.line ?? aLine();
  const release = options.release ?? { openWorkstation, migrationsDir: CLIENT_MIGRATIONS };
  const workstation = await release.openWorkstation({
    dir,
    migrationsDir: release.migrationsDir,
    key,
    transport: line.transport,
    clock: options.clock ?? aClock(),
    appVersion: '0.0.0-test',
    log: pino({ level: process.env.HOLOS_TEST_LOG ?? 'silent' }),
    keyUnprotected: false,
    onOpen: options.onOpen,
    timing: { ...TEST_TIMING, ...options.timing },
  });
  return testWorkstationOf(workstation, { ...options, dir, key, line });
}

function testWorkstationOf(
  workstation: Workstation,
  options: Options & { dir: string; key: Buffer; line: Line },
): TestWorkstation {
  const events: { name: EventName; payload: unknown }[] = [];
  const watchers = new Set<() => void>();
  workstation.onEvent(<N extends EventName>(name: N, payload: EventOf<N>) => {
    events.push({ name, payload });
    for (const watcher of watchers) watcher();
  });
  const call = (name: string, input: unknown) => workstation.handle(name, input);
  async function get<N extends ChannelName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    const answer = await call(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${JSON.stringify(answer.error.data)}`);
    return answer.value as OutputOf<N>;
  }
  async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
    while (true) {
      const changed = new Promise<void>((resolve) => {
        const watcher = () => {
          watchers.delete(watcher);
          resolve();
        };
        watchers.add(watcher);
      });
      if (await condition()) return;
      await changed;
    }
  }
  return {
    dir: options.dir,
    key: options.key,
    line: options.line,
    events,
    get,
    call,
    until,
    async problem(name, input) {
      const answer = await call(name, input);
      if (answer.ok) throw new Error(`${name} was expected to be refused`);
      return answer.error;
    },
    async enrol(server, name = 'Стіл 1') {
      await get('workstation.enrol', { server: server.url, code: await server.pairingCode(), name });
    },
    async signIn(login = 'koval', password = PASSWORD) {
      await get('session.signIn', { login, password });
    },
    submit: (commands, action = randomUUID()) =>
      get('command.submit', {
        action,
        commands: commands.map(({ payload, ...rest }) => ({ ...rest, payload: { ...payload } })),
        consumes: [],
      }),
    settled: () =>
      until(async () => {
        const status = await get('sync.status', {});
        return status.state === 'connected' && status.waiting === 0 && status.download === null;
      }),
    nudge: () => workstation.nudge(),
    async reopen(next = {}) {
      await workstation.close();
      return openTestWorkstation({ ...options, ...next });
    },
    close: () => workstation.close(),
  };
}

/** A complete card of a made-up applicant. */
export function aCard(over: Partial<AppealCard> = {}): object {
  return {
    kind: 'complaint',
    topic: '1.1',
    applicant: {
      id: randomUUID(),
      type: 'person',
      surname: 'Тестенко',
      givenName: 'Проба',
      patronymic: '',
      organisation: '',
      phone: '+380501234567',
      address: { district: 'UA14000000000000000', settlement: 'Зразкове', street: 'вул. Прикладна, 1' },
    },
    place: { district: '', settlement: '', street: '' },
    text: 'Немає води третій день.',
    urgent: false,
    ...over,
  };
}

/** The commands of one call that ends as an appeal. */
export function aRegisteredCall(
  call: string = randomUUID(),
  appeal: string = randomUUID(),
  over: Partial<AppealCard> = {},
) {
  return [
    { kind: 'call.start', payload: { call, phone: null, phoneRaw: '' } },
    { kind: 'call.note', payload: { call, lines: [{ atMs: 1000, text: 'немає води' }] } },
    { kind: 'appeal.register', payload: { appeal, call, card: aCard(over) } },
    { kind: 'call.finish', payload: { call, phone: '+380501234567', phoneRaw: '050 123 45 67', code: null } },
  ];
}
