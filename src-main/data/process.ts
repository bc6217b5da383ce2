import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import type { ClientId } from '../../src-shared/brand.ts';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { BACKUP_TIMING } from './backup/keeper.ts';
import type { Logger } from './log.ts';
import { type DataPort, type FromDataProcess, type StartOptions, ToDataProcess } from './messages.ts';
import { rescue } from './restore/rescue.ts';
import type { RestoreOptions } from './restore/restore.ts';
import { namedError, StoreError } from './store/error.ts';
import type { Transport } from './sync/transport.ts';
import { openWorkstation, type Workstation } from './workstation.ts';

/**
 * Serves a workstation over a port: the whole life of the utility process. Messages are those of `messages.ts`; one that is
 * not is logged and dropped, because nobody waits for its answer.
 * @param makeTransport called once at the start; Electron's entry gives `net.fetch`
 * @param log JSON lines to stderr unless another one is given
 */
export function runDataProcess(
  port: DataPort,
  makeTransport: () => Transport,
  log: Logger = stderrLog(),
): void {
  const send = (message: FromDataProcess): void => port.postMessage(message);
  let opening: Promise<Workstation | null> | null = null;
  let started: StartOptions | null = null;
  let damaged: RestoreOptions | null = null;

  async function open(options: StartOptions): Promise<Workstation | null> {
    const { key, ...rest } = options;
    try {
      const workstation = await openWorkstation({
        ...rest,
        key: Buffer.from(key, 'hex'),
        transport: makeTransport(),
        clock: { wallMs: () => Date.now(), monoMs: () => performance.now() },
        log,
        backups: BACKUP_TIMING,
      });
      workstation.onEvent((event, payload) => send({ event, payload }));
      send({ started: true });
      return workstation;
    } catch (error) {
      log.error({ err: error }, 'stores could not be opened');
      const named = namedError(error, options.dir);
      if (named instanceof StoreError && named.code === 'storeDamaged') damaged = restoreOptionsOf(options);
      send({
        failed: named instanceof StoreError ? { code: named.code, data: { ...named.data } } : INTERNAL,
      });
      return null;
    }
  }

  function restoreOptionsOf({ dir, migrationsDir, key, nativeBinding }: StartOptions): RestoreOptions {
    return {
      dir,
      migrationsDir,
      key: Buffer.from(key, 'hex'),
      nativeBinding,
      newClient: () => randomUUID() as ClientId,
      wallMs: () => Date.now(),
      log,
    };
  }

  /** Damage met in the middle of the work: nothing more is written, and the way back is offered as at a start. */
  async function shutDamaged(workstation: Workstation, problem: Problem): Promise<void> {
    if (damaged !== null || started === null) return;
    damaged = restoreOptionsOf(started);
    try {
      await workstation.close();
    } catch (error) {
      log.error({ err: error }, 'damaged stores not closed in order');
    }
    send({ failed: problem });
  }

  async function answerTo(workstation: Workstation | null, name: string, input: unknown) {
    if (workstation !== null && damaged === null) {
      const answer = await workstation.handle(name, input);
      if (!answer.ok && answer.error.code === 'storeDamaged') await shutDamaged(workstation, answer.error);
      return answer;
    }
    if (damaged !== null) return rescue(damaged, name, input);
    return { ok: false as const, error: { code: 'dataProcessGone', data: {} } };
  }

  async function receive(message: ToDataProcess): Promise<void> {
    if ('start' in message) {
      started ??= message.start;
      opening ??= open(message.start);
      return;
    }
    const workstation = await opening;
    if ('id' in message) {
      send({ id: message.id, answer: await answerTo(workstation, message.name, message.input) });
    } else if ('nudge' in message) {
      workstation?.nudge();
    } else {
      try {
        await workstation?.close();
      } finally {
        send({ stopped: true });
      }
    }
  }

  port.on('message', (raw) => {
    const parsed = ToDataProcess.safeParse(unwrap(raw));
    if (!parsed.success) {
      log.warn({}, 'message of unknown shape dropped');
      return;
    }
    receive(parsed.data).catch((error: unknown) => log.error({ err: error }, 'message failed'));
  });
}

const INTERNAL = { code: 'internal', data: {} };

/** Electron's ports hand over an event with `data`; Node's hand over the message itself. */
function unwrap(raw: unknown): unknown {
  return raw !== null && typeof raw === 'object' && 'data' in raw ? raw.data : raw;
}

function stderrLog(): Logger {
  return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}
