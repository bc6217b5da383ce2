// node scripts/demo/day.ts --server URL --user-data FOLDER [--data HOLOS_DATA]: a day of calls in the server, and a workstation that
// opens signed in with them. A second run finds the day and does nothing more.
import { parseArgs } from 'node:util';
import { pairingCode } from './administrator.ts';
import { loadDay } from './loadDay.ts';
import { KeyKeptBySystemError, prepareWorkstation } from './workstation.ts';

const USAGE = 'node scripts/demo/day.ts --server URL --user-data FOLDER [--data HOLOS_DATA]';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { server: { type: 'string' }, 'user-data': { type: 'string' }, data: { type: 'string' } },
  });
  const { server, 'user-data': userData } = values;
  const data = values.data ?? process.env.HOLOS_DATA;
  if (server === undefined || userData === undefined || data === undefined)
    throw new Error(`Usage: ${USAGE}`);
  const { day, calls, isNew } = await loadDay(server, data, Date.now());
  say(isNew ? `${calls} calls of ${day} are in the server.` : `The server already has the demo day ${day}.`);
  try {
    const { session } = await prepareWorkstation(userData, server, () => pairingCode(data));
    say(`The workstation is enrolled; ${session?.operator.name ?? 'nobody'} is signed in.`);
  } catch (error) {
    if (!(error instanceof KeyKeptBySystemError)) throw error;
    say(error.message);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
