import { randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { AppealDetail } from '../../src-shared/appeal/queries.ts';
import type { SyncStatus } from '../../src-shared/sync/status.ts';
import { type FaultProxy, openFaultProxy } from './faultProxy.ts';
import { startTestServer, type TestServer } from './server.ts';
import { aFolder, openTestWorkstation, removeFolders, type TestWorkstation } from './workstation.ts';

type DeskOptions = NonNullable<Parameters<typeof openTestWorkstation>[0]>;

/** A server for all tests of a file, and workstations that are closed after each of them. */
export interface Centre {
  server(): TestServer;
  /** A workstation that is enrolled, signed in and up to date. */
  desk(login?: string, options?: DeskOptions): Promise<TestWorkstation>;
  /** Opens a workstation that is closed after the test as it is: another start, a copy, one not enrolled. */
  open(options?: DeskOptions): Promise<TestWorkstation>;
  /** A proxy in front of the server for one test, and a way to enrol behind it. */
  proxy(): Promise<{ proxy: FaultProxy; server: TestServer }>;
  /** What the server holds of a type, read by SQL. */
  documents(type: string): Promise<{ id: string; version: number; doc: Record<string, unknown> }[]>;
  /** Kinds of the commands that have taken effect on an appeal, in order. */
  effects(appeal: string): Promise<string[]>;
  /** Lives of one workstation's database that the server knows: more than one means that it took itself for a copy. */
  livesOf(desk: TestWorkstation): Promise<number>;
}

/** Must be called at the top of a file or suite, like a hook. */
export function useCentre(): Centre {
  let running: TestServer | undefined;
  const desks = new Set<TestWorkstation>();
  const proxies: FaultProxy[] = [];
  beforeAll(async () => {
    running = await startTestServer();
  });
  afterEach(async () => {
    for (const desk of desks) await desk.close();
    desks.clear();
    for (const proxy of proxies.splice(0)) await proxy.close();
  });
  afterAll(async () => {
    await running?.close();
    await removeFolders();
  });
  const server = (): TestServer => {
    if (running === undefined) throw new Error('the suite has not begun');
    return running;
  };
  const open = async (options: DeskOptions = {}) => {
    const desk = await openTestWorkstation(options);
    desks.add(desk);
    return desk;
  };
  const documents: Centre['documents'] = async (type) => {
    const { db } = server().running.context.store;
    const rows = await db
      .selectFrom('record')
      .select(['id', 'version', 'doc'])
      .where('type', '=', type)
      .where('deleted', '=', 0)
      .orderBy('version')
      .orderBy('ordinal')
      .execute();
    return rows.map(({ id, version, doc }) => ({ id, version, doc: JSON.parse(doc ?? '{}') }));
  };
  return {
    server,
    open,
    documents,
    async desk(login = 'koval', options = {}) {
      const desk = await open(options);
      await desk.enrol(server(), login);
      await desk.signIn(login);
      await desk.settled();
      return desk;
    },
    async proxy() {
      const proxy = await openFaultProxy(server().url);
      proxies.push(proxy);
      return { proxy, server: { ...server(), url: proxy.url } };
    },
    async livesOf(desk) {
      const { enrolment } = await desk.get('workstation.state', {});
      const { db } = server().running.context.store;
      const clients = db.selectFrom('client').select('id');
      return (await clients.where('workstation', '=', enrolment?.workstation ?? '').execute()).length;
    },
    async effects(appeal) {
      const history = await documents('history');
      return history
        .filter(({ doc }) => (doc.subject as { id: string }).id === appeal)
        .map(({ doc }) => String(doc.kind));
    },
  };
}

/** What the status bar is told. */
export const statusOf = async (desk: TestWorkstation): Promise<SyncStatus> =>
  await desk.get('sync.status', {});

/** An appeal as the workstation shows it; null while it does not hold it. */
export const shownOf = async (desk: TestWorkstation, appeal: string): Promise<AppealDetail | null> =>
  await desk.get('appeal.get', { appeal });

/** Waits until the exchange is in one of its states. */
export const untilState = async (desk: TestWorkstation, state: SyncStatus['state']): Promise<void> =>
  await desk.until(async () => (await statusOf(desk)).state === state);

/** The folder as a kill at this moment would leave it: everything on disk, nothing closed. */
export async function killImage(desk: TestWorkstation): Promise<string> {
  const dir = await aFolder();
  await cp(desk.dir, dir, { recursive: true });
  return dir;
}

/**
 * Makes an image count as the folder it was taken of: the mark by which a workstation knows its folder moves there, where copying
 * would make a copied profile of it. The folder it was taken of is not opened again.
 */
export function takePlaceOf(dir: string, image: string): string {
  renameSync(join(dir, 'installation'), join(image, 'installation'));
  return image;
}

/** The operator whose name begins so, as a workstation knows it. */
export async function operatorNamed(desk: TestWorkstation, name: string): Promise<string> {
  const { operators } = await desk.get('operator.list', {});
  const found = operators.find((operator) => operator.name.startsWith(name));
  if (found === undefined) throw new Error(`no operator is called ${name}`);
  return found.id;
}

/** Holds a request back until it is released. */
export function aGate(): { readonly reached: Promise<void>; pass(): Promise<void>; open(): void } {
  let reach: () => void = () => undefined;
  let open: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    reached,
    async pass() {
      reach();
      await opened;
    },
    open: () => open(),
  };
}

/** Ids for a call and its appeal. */
export const newIds = () => ({ call: randomUUID() as string, appeal: randomUUID() as string });
