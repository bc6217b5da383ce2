// A workstation's data process as the product runs it, without a window: real stores, real exchange.
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { pino } from 'pino';
import { SYNC_TIMING } from '../../src-main/data/sync/link.ts';
import { nodeTransport, type Transport } from '../../src-main/data/sync/transport.ts';
import { openWorkstation, type Workstation } from '../../src-main/data/workstation.ts';
import type { ChannelName, InputOf, OutputOf } from '../../src-shared/ipc/contract.ts';
import { PASSWORD } from '../support/peer.ts';
import { CLIENT_MIGRATIONS } from '../support/workstation.ts';
import { aCall } from './acts.ts';
import { serve } from './process.ts';

let isCut = false;
let workstation: Workstation;
/** Record id -> when this process was told that it has changed, on the machine's monotonic clock. */
const told = new Map<string, number>();

const handlers = {
  async open({ dir, key }: { readonly dir: string; readonly key: string }) {
    workstation = await openWorkstation({
      dir,
      migrationsDir: CLIENT_MIGRATIONS,
      key: Buffer.from(key, 'hex'),
      transport: cuttable(nodeTransport()),
      clock: { wallMs: () => Date.now(), monoMs: () => performance.now() },
      appVersion: '0.0.0-bench',
      log: pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true })),
      keyUnprotected: false,
      timing: SYNC_TIMING,
    });
    workstation.onEvent((name, payload) => {
      if (name !== 'records.changed') return;
      if (!('ids' in payload)) return;
      for (const id of payload.ids) if (!told.has(id)) told.set(id, monoMs());
    });
  },
  async enrol(input: { readonly url: string; readonly code: string; readonly login: string }) {
    await get('workstation.enrol', { server: input.url, code: input.code, name: 'Стіл' });
    await get('session.signIn', { login: input.login, password: PASSWORD });
    await settled();
  },
  /** From the pairing code to the complete records of the region: milliseconds, and the most memory beyond what it held idle. */
  async firstSync({ url, code }: { readonly url: string; readonly code: string }) {
    const idle = process.memoryUsage.rss();
    forgetPeak();
    const began = performance.now();
    await get('workstation.enrol', { server: url, code, name: 'Стіл' });
    await settled();
    return { ms: performance.now() - began, memory: peakBytes() - idle };
  },
  /** Acts without a line to the centre. Milliseconds of each act, on disk. */
  async actOffline({ calls }: { readonly calls: number }) {
    isCut = true;
    workstation.nudge();
    const took: number[] = [];
    for (let done = 0; done < calls; done += 1) {
      const began = performance.now();
      await act(done);
      took.push(performance.now() - began);
    }
    const { waiting } = await get('sync.status', {});
    return { took, waiting };
  },
  /** The line is back: milliseconds until every command is confirmed and out of the outbox. */
  async drain() {
    isCut = false;
    const began = performance.now();
    workstation.nudge();
    await settled();
    return performance.now() - began;
  },
  /** One registered call, and when it was done. */
  async register({ index }: { readonly index: number }) {
    const began = monoMs();
    const appeal = await act(index);
    return { appeal, began };
  },
  /** When this workstation was told of a record. */
  async toldAt({ id }: { readonly id: string }) {
    await until(() => told.has(id));
    return told.get(id) ?? Number.NaN;
  },
  close: () => workstation.close(),
};
export type DeskHandlers = typeof handlers;
serve(handlers);

async function get<N extends ChannelName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const answer = await workstation.handle(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
  return answer.value as OutputOf<N>;
}

async function act(index: number): Promise<string> {
  const commands = aCall(index).map(({ kind, payload }) => ({ kind, payload: { ...payload } }));
  await get('command.submit', { action: randomUUID(), commands, consumes: [] });
  const register = commands.find(({ kind }) => kind === 'appeal.register');
  return String((register?.payload as { appeal?: unknown } | undefined)?.appeal);
}

function settled(): Promise<void> {
  return until(async () => {
    const { state, waiting, download } = await get('sync.status', {});
    return state === 'connected' && waiting === 0 && download === null;
  });
}

/** Looks now and after each event of the workstation. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (;;) {
    let undo: () => void = () => undefined;
    const changed = new Promise<void>((resolve) => {
      undo = workstation.onEvent(() => resolve());
    });
    const isMet = await condition();
    if (!isMet) await changed;
    undo();
    if (isMet) return;
  }
}

function cuttable(line: Transport): Transport {
  return {
    async fetch(url, request) {
      if (isCut) throw new Error('the line is cut');
      return await line.fetch(url, request);
    },
    openSocket: (url, headers, handlers) =>
      line.openSocket(isCut ? 'ws://127.0.0.1:9/' : url, headers, handlers),
  };
}

/** Milliseconds of the clock that all processes of a machine share. */
function monoMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** Linux can begin to count a process's peak of memory anew; elsewhere the peak of its whole life is told, which is never less. */
function forgetPeak(): void {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
}

function peakBytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;
}
