// The administrator's command: node src-server/admin.ts <command> [--option value …] [--json]
import { pino } from 'pino';
import { actionNames, runAction } from './admin/actions.ts';
import { AdminRefused } from './admin/adminRefused.ts';
import { parseArguments } from './admin/arguments.ts';
import { type Door, findDoor } from './admin/door.ts';
import { openCore } from './core.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { sentenceOf } from './startSentence.ts';
import { notifyAdvance } from './store/notify.ts';

async function main(words: readonly string[]): Promise<void> {
  const { action, input, isJson } = parseArguments(words);
  if (action === '')
    throw new AdminRefused(
      `Commands: ${actionNames().join(', ')}. Options: --json, and those of the command.`,
    );
  const environment = readEnvironment(process.env);
  const door = environment.databaseUrl === undefined ? findDoor(environment.dataDir) : null;
  const asked = door === null ? undefined : await askServer(door, action, input);
  const value = asked === undefined ? await actAlone(environment, action, input) : asked.value;
  const isText = typeof value === 'string' && !isJson;
  process.stdout.write(
    `${isText ? value : JSON.stringify(value, null, isJson || action === 'pair' ? undefined : 2)}\n`,
  );
}

/** Lets the server that holds the data do it. @returns undefined when no server answers at the door */
async function askServer(
  door: Door,
  action: string,
  input: unknown,
): Promise<{ value: unknown } | undefined> {
  let response: Response;
  try {
    response = await fetch(`${door.url}/admin/${encodeURIComponent(action)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${door.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(30_000),
    });
  } catch (error) {
    // A server that was killed leaves its door behind; then the store is free.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
  const body: unknown = await response.json();
  if (typeof body === 'object' && body !== null && 'value' in body) return { value: body.value };
  if (typeof body === 'object' && body !== null && 'refused' in body)
    throw new AdminRefused(String(body.refused));
  // Another server took the port over; the door is an old one.
  if (response.status === 401 || response.status === 404) return undefined;
  throw new AdminRefused(`The server answered ${response.status}; its log says why.`);
}

/** Opens the store, does it, closes the store. */
async function actAlone(environment: Environment, action: string, input: unknown): Promise<unknown> {
  const log = pino({ level: 'warn', base: null }, pino.destination({ dest: 2, sync: true }));
  const hints: Promise<void>[] = [];
  const core = await openCore({ ...environment, isDemo: false, log }, (store) => ({
    announce(advance) {
      if (store.engine === 'postgres') hints.push(notifyAdvance(store.db, advance));
    },
  }));
  try {
    const value = await runAction(core.context, action, input);
    await Promise.all(hints);
    return value;
  } finally {
    await core.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof AdminRefused ? error.message : sentenceOf(error)}\n`);
  process.exitCode = 1;
});
