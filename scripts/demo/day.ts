// node scripts/demo/day.ts --server URL --user-data FOLDER [--data HOLOS_DATA]: a day of calls in the server, and a workstation that
// opens signed in with them. A second run finds the day and does nothing more.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { pairingCode } from './administrator.ts';
import { loadDay } from './loadDay.ts';
import { demoDay } from './today.ts';
import { KeyKeptBySystemError, prepareWorkstation, resumeWorkstation } from './workstation.ts';

/** Longest wait for a server that is starting, in milliseconds. */
const PATIENCE_MS = 30_000;

const USAGE = 'node scripts/demo/day.ts --server URL --user-data FOLDER [--data HOLOS_DATA]';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { server: { type: 'string' }, 'user-data': { type: 'string' }, data: { type: 'string' } },
  });
  const { server, 'user-data': userData } = values;
  const data = values.data ?? process.env.HOLOS_DATA;
  if (server === undefined || userData === undefined || data === undefined)
    throw new Error(`Usage: ${USAGE}`);
  try {
    if (await isResumed(userData)) return;
    await answering(server);
    await load(server, userData, data);
  } catch (error) {
    if (!(error instanceof KeyKeptBySystemError)) throw error;
    say(error.message);
  }
}

/** A workstation that has today's day on board only needs somebody to sign in; the server may still be starting. */
async function isResumed(userData: string): Promise<boolean> {
  const stamp = stampOf(userData);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== demoDay(Date.now()).day) return false;
  const { session } = await resumeWorkstation(userData);
  say(`The demo day is on board; ${session?.operator.name ?? 'nobody'} is signed in.`);
  return true;
}

async function load(server: string, userData: string, data: string): Promise<void> {
  const { day, calls, isNew } = await loadDay(server, data, Date.now());
  say(isNew ? `${calls} calls of ${day} are in the server.` : `The server already has the demo day ${day}.`);
  const { session } = await prepareWorkstation(userData, server, () => pairingCode(data));
  writeFileSync(stampOf(userData), day);
  say(`The workstation is enrolled; ${session?.operator.name ?? 'nobody'} is signed in.`);
}

function stampOf(userData: string): string {
  return join(userData, 'demo-day');
}

/** Waits until the server answers; whoever started it says so if it never will. */
async function answering(server: string): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; ; await delay(100)) {
    try {
      if ((await fetch(`${server}/health`)).ok) return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`Nobody answers at ${server}.`, { cause: error });
    }
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
