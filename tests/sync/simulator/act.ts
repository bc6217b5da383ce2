import type { Command } from '../../../src-shared/command/envelope.ts';
import { type ActName, commandsOf, type Given, seenBy } from './acts.ts';
import { OPERATORS, PASSWORD } from './image.ts';
import { Broken } from './ledger.ts';
import { all } from './ownEffects.ts';
import type { Station } from './station.ts';
import { outboxOf, type World } from './world.ts';

/** The act a station did last, for pressing Enter twice. */
interface Done {
  readonly action: string;
  readonly commands: readonly Given[];
  readonly ids: readonly string[];
}

const lastActs = new WeakMap<Station, Done>();

/** Does an act as a window would: what the records show, through the channel of the contract. */
export async function doAct(world: World, station: Station, act: ActName, isLong: boolean): Promise<void> {
  const records = station.disk()?.open('records');
  if (!station.isUp() || !records) return;
  const commands = commandsOf(act, seenBy(records), world.dice, isLong);
  if (commands === null) return;
  await submit(world, station, { action: world.dice.uuid(), commands, ids: [] });
}

/** The database was put back or replaced: it need not know the act done last any more. */
export function forgetLastAct(station: Station): void {
  lastActs.delete(station);
}

/** Presses Enter again on the act done last: the same answer, nothing done twice. */
export async function repeatAct(world: World, station: Station): Promise<void> {
  const done = lastActs.get(station);
  if (done !== undefined && station.isUp()) await submit(world, station, done);
}

async function submit(world: World, station: Station, done: Done): Promise<void> {
  const { action } = done;
  const commands = done.commands.map(({ kind, payload, base }) => ({
    kind,
    payload,
    ...(base === undefined ? {} : { base: [...base] }),
  }));
  const give = () => station.call('command.submit', { action, commands, consumes: [] });
  let answer = await give();
  if (answer?.ok === false && answer.error.code === 'notSignedIn') {
    await signIn(world, station, OPERATORS[station.index % OPERATORS.length]?.login ?? '');
    answer = await give();
  }
  if (answer === null) return await adoptAfterDeath(world, station, action, commands.length);
  if (!answer.ok) {
    world.note(`station ${station.index}: act not done, ${answer.error.code}`);
    // Said of a repeat it says nothing about the act itself, which was done and answered before.
    const isFirst = done.ids.length === 0;
    if (isFirst && all(intentOf(station), 'SELECT 1 FROM outbox WHERE action = ?', action).length > 0)
      throw new Broken('I1', `an act answered with ${answer.error.code} left commands in the outbox`);
    return;
  }
  const ids = answer.value.commands.map(({ id }) => id as string);
  if (done.ids.length > 0 && done.ids.join() !== ids.join())
    throw new Broken('I1', `a repeated act was done again on station ${station.index}`);
  if (done.ids.length === 0) note(world, station, ids);
  lastActs.set(station, { ...done, ids });
}

/** Writes down what was issued, as it stands in the outbox at this moment. */
function note(world: World, station: Station, ids: readonly string[]): void {
  const bodies = new Map(outboxOf(station).map(({ command }) => [command.id as string, command]));
  for (const id of ids) {
    const command = bodies.get(id);
    if (command === undefined) throw new Broken('I1', `act confirmed, but ${id} is not in the outbox`);
    issue(world, station, command);
  }
}

function issue(world: World, station: Station, command: Command): void {
  world.ledger.issue(command);
  world.ledger.hold(station.index, [command.id]);
  world.note(`station ${station.index} gives ${command.kind} ${command.id} ${command.minted.number ?? ''}`);
}

/** The workstation died under an act: all of it is on disk or nothing is. */
async function adoptAfterDeath(
  world: World,
  station: Station,
  action: string,
  expected: number,
): Promise<void> {
  const trouble = await station.open();
  if (trouble !== null)
    throw new Broken('I4', `station ${station.index} does not open after a kill: ${trouble}`);
  const found = outboxOf(station).filter((entry) => entry.action === action);
  if (found.length !== 0 && found.length !== expected)
    throw new Broken('I1', `${found.length} of ${expected} commands of an act survived a kill`);
  for (const { command } of found) issue(world, station, command);
}

/** Signs an operator in by what the workstation knows of them; everything else stays as it is. */
export async function signIn(world: World, station: Station, login: string): Promise<void> {
  const answer = await station.call('session.signIn', { login, password: PASSWORD });
  if (answer?.ok === false)
    world.note(`station ${station.index}: ${login} not signed in, ${answer.error.code}`);
}

export function intentOf(station: Station) {
  const intent = station.disk()?.open('intent');
  if (!intent) throw new Error('the station is off');
  return intent;
}
