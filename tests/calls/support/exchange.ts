import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPhone, type Phone } from './phone.ts';

/** A telephone exchange on this machine, with the operator's telephone behind it and citizens who call. */
export interface Exchange {
  readonly phone: Phone;
  /**
   * A citizen calls.
   * @returns resolves with the exit code of the citizen's side when the call is over
   */
  call(scenario: 'citizen' | 'gives-up', from: string): Promise<number>;
  /** Ends everything that was started for it. */
  close(): Promise<void>;
}

/** Ports of the exchange, the telephone, its commands and the citizen: all of the loopback interface. */
const PORTS = { SWITCH: 25_060, PHONE: 25_070, CONTROL: 25_444, CITIZEN: 25_080 } as const;
const LINE = '0800123456';
const SOURCES = join(import.meta.dirname, '../exchange');
const MODULES = ['/usr/lib/baresip/modules', '/usr/lib/x86_64-linux-gnu/baresip/modules'];

/**
 * Starts the exchange and the telephone.
 * @param folder for what they are told and what they say
 * @param cti address to which the exchange posts what happens
 */
export async function startExchange(folder: string, cti: string): Promise<Exchange> {
  mkdirSync(join(folder, 'phone'), { recursive: true });
  const filled = {
    ...PORTS,
    CTI: cti,
    MODULES: MODULES.find((path) => existsSync(path)) ?? MODULES[0] ?? '',
  };
  const put = (name: string, target: string) => {
    const text = readFileSync(join(SOURCES, name), 'utf8');
    writeFileSync(
      target,
      Object.entries(filled).reduce(
        (whole, [mark, value]) => whole.replaceAll(`@${mark}@`, String(value)),
        text,
      ),
    );
    return target;
  };
  const started: ChildProcess[] = [];
  // Debian puts switches where an ordinary user's PATH does not look.
  const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin` };
  const start = (program: string, args: readonly string[]): ChildProcess => {
    const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const log = createWriteStream(join(folder, `${program}.log`), { flags: 'a' });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    started.push(child);
    return child;
  };
  const config = put('switch.cfg', join(folder, 'switch.cfg'));
  start('kamailio', ['-f', config, '-DD', '-E', '-P', join(folder, 'switch.pid'), '-Y', folder]);
  put('phone.config', join(folder, 'phone', 'config'));
  put('phone.accounts', join(folder, 'phone', 'accounts'));
  start('baresip', ['-f', join(folder, 'phone')]);
  const phone = await openPhone(PORTS.CONTROL);
  return {
    phone,
    async call(scenario, from) {
      const callers = join(folder, 'callers.csv');
      writeFileSync(callers, `SEQUENTIAL\n${from};${LINE}\n`);
      const local = ['-i', '127.0.0.1', '-p', String(PORTS.CITIZEN), '-mi', '127.0.0.1', '-mp', '21000'];
      const play = ['-sf', join(SOURCES, `${scenario}.xml`), '-inf', callers, '-m', '1', '-nostdin'];
      // A switch may repeat that it rings while the citizen waits.
      const citizen = start('sipp', [
        `127.0.0.1:${PORTS.SWITCH}`,
        ...local,
        ...play,
        '-default_behaviors',
        'all,-abortunexp',
      ]);
      const [code] = (await once(citizen, 'exit')) as [number | null];
      return code ?? -1;
    },
    async close() {
      phone.close();
      await Promise.all(
        started.map(async (child) => {
          if (child.exitCode !== null || child.signalCode !== null) return;
          const ended = once(child, 'exit');
          child.kill('SIGTERM');
          await ended;
        }),
      );
    },
  };
}
