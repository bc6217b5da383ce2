import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a program of the bench can be asked; each answer comes when its work is done. */
export type Handlers = Record<string, (input: never) => unknown>;

/** A program running in a process of its own, like the workstations and servers it stands for. */
export interface Program<H extends Handlers> {
  ask<N extends keyof H & string>(name: N, ...input: Parameters<H[N]>): Promise<Awaited<ReturnType<H[N]>>>;
  end(): Promise<void>;
}

interface Question {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** Starts a program that lies beside this file. */
export function startProgram<H extends Handlers>(file: string, words: readonly string[] = []): Program<H> {
  const child = fork(join(import.meta.dirname, file), [...words], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  child.on('message', ({ id, value, error }: Reply) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(value);
    else asked?.reject(new Error(`${file}: ${error}`));
  });
  const ended = once(child, 'exit').then(() => {
    for (const asked of waiting.values()) asked.reject(new Error(`${file} ended before it answered`));
  });
  return {
    ask: (name, ...[input]) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve: resolve as (value: unknown) => void, reject });
        child.send({ id: lastId, name, input } satisfies Question);
      }),
    async end() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The program's side: answers what it is asked, several things at a time. */
export function serve(handlers: Handlers): void {
  process.on('message', ({ id, name, input }: Question) => {
    const answer = async () => await handlers[name]?.(input as never);
    answer().then(
      (value) => process.send?.({ id, value } satisfies Reply),
      (error: unknown) =>
        process.send?.({
          id,
          error: error instanceof Error ? (error.stack ?? '') : String(error),
        } satisfies Reply),
    );
  });
  process.on('disconnect', () => process.exit());
}
