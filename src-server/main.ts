// The central server: environment -> store -> HTTP. Prints one JSON line when it listens; logs go to stderr.
import { pino } from 'pino';
import { readEnvironment } from './environment.ts';
import { startServer } from './server.ts';
import { sentenceOf } from './startSentence.ts';

/** A server that cannot stop by itself is ended after this long. */
const STOP_MS = 8_000;

const log = pino(
  { level: process.env.HOLOS_LOG ?? 'info', base: null },
  pino.destination({ dest: 2, sync: true }),
);

async function main(): Promise<void> {
  const server = await startServer({ ...readEnvironment(process.env), log });
  let isStopping = false;
  const stop = (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.error('could not stop in time');
      process.exit(1);
    }, STOP_MS).unref();
    server.close().then(
      () => log.info('stopped'),
      (error: unknown) => {
        log.error({ err: error instanceof Error ? error.name : 'unknown' }, 'stopped with a failure');
        process.exitCode = 1;
      },
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  // Last: whoever waits for this line may stop the server at once.
  process.stdout.write(`${JSON.stringify({ ready: true, url: server.url })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
});
