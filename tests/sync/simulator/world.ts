import { join } from 'node:path';
import type { Command } from '../../../src-shared/command/envelope.ts';
import type { Operator } from '../../../src-shared/operator/model.ts';
import { type Centre, centreOf } from './centre.ts';
import { type Dice, diceOf } from './dice.ts';
import { copyFolder } from './disk.ts';
import { BEGIN_MS } from './image.ts';
import { Broken, type Ledger, ledgerOf } from './ledger.ts';
import { type Network, networkOf } from './network.ts';
import { checkOwnEffects } from './ownEffects.ts';
import { type Station, stationOf } from './station.ts';
import { settle, type Timeline, timelineOf } from './timeline.ts';
import type { TrueRow } from './truth.ts';

/** Everything of one history. */
export interface World {
  readonly timeline: Timeline;
  readonly dice: Dice;
  readonly network: Network;
  readonly centre: Centre;
  readonly stations: readonly Station[];
  readonly ledger: Ledger;
  /** What the administrator did to accounts: written by the server outside of any command. */
  readonly accountSteps: { readonly version: number; readonly operator: Operator }[];
  /** Broken promises seen on the way, to be thrown after the event. */
  readonly found: Broken[];
  /** What the server held when the history began. */
  before: { readonly rows: readonly TrueRow[]; readonly commands: ReadonlySet<string> };
  /** Milliseconds added to the true time: nights and weeks in which nothing happens. */
  skippedMs: number;
  /** Adds a line to the trace. */
  note(line: string): void;
  /** Everything that happened, and its last lines for a person. */
  readonly trace: readonly string[];
  tail(): string;
  /** Lets virtual time pass and everything happen that is due in it. */
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** What a world is made of. */
export interface WorldOptions {
  /** Folder with the image; the history works on a copy. */
  readonly image: string;
  readonly folder: string;
  readonly seed: number;
  readonly stations: number;
  readonly pageRows: number;
  readonly gridMs: number;
  readonly databaseUrl?: string | undefined;
}

/** More events than this in one stretch are no work any more but a loop that never rests. */
const MOST_EVENTS_A_MINUTE = 3000;
const TAIL = 120;

export async function openWorld(options: WorldOptions): Promise<World> {
  const { folder, image, seed } = options;
  copyFolder(join(image, 'centre'), join(folder, 'centre'));
  for (let index = 0; index < options.stations; index += 1) {
    copyFolder(join(image, `station-${index}`), join(folder, `station-${index}`));
  }
  const timeline = timelineOf();
  const traced = traceOf(timeline);
  const now = () => BEGIN_MS + world.skippedMs + timeline.now();
  const centre = centreOf({
    folder: join(folder, 'centre'),
    timeline,
    dice: diceOf(seed, 'centre'),
    now,
    databaseUrl: options.databaseUrl,
    onDeath: () => network.dropSockets(),
    onAdvance: (advance) => network.wake(advance),
  });
  const network = networkOf(options.stations, options.gridMs, timeline, diceOf(seed, 'network'), centre, {
    note: traced.note,
    leaves: (path, body) => {
      if (path === '/sync/push') for (const command of commandsIn(body)) noteLeaving(command);
    },
  });
  const stations = Array.from({ length: options.stations }, (_, index) =>
    stationOf(index, {
      folder: join(folder, `station-${index}`),
      timeline,
      dice: diceOf(seed, `station ${index}`),
      network,
      now,
      pageRows: options.pageRows,
    }),
  );
  // What is found on the way is thrown where the history is told, not inside the product.
  const found: Broken[] = [];
  const noteLeaving = (command: Command) => {
    try {
      world.ledger.leaves(command);
    } catch (error) {
      if (error instanceof Broken) found.push(error);
      else throw error;
    }
  };
  const world: World = {
    found,
    timeline,
    dice: diceOf(seed, 'people'),
    network,
    centre,
    stations,
    ledger: ledgerOf(options.stations),
    accountSteps: [],
    before: { rows: [], commands: new Set() },
    skippedMs: 0,
    ...traced,
    advance: (ms) => advance(world, ms),
    async close() {
      for (const station of stations) await station.close();
      await centre.close();
    },
  };
  return world;
}

function traceOf(timeline: Timeline): Pick<World, 'note' | 'trace' | 'tail'> {
  const trace: string[] = [];
  return {
    trace,
    note: (text) => void trace.push(`${timeline.now()} ${text}`),
    tail: () => trace.slice(-TAIL).join('\n'),
  };
}

async function advance(world: World, ms: number): Promise<void> {
  const { timeline } = world;
  const until = timeline.now() + ms;
  const most = MOST_EVENTS_A_MINUTE * Math.max(1, ms / 60_000);
  for (let events = 0; ; events += 1) {
    const at = timeline.nextAt();
    if (at === null || at > until) break;
    if (events > most) throw new Broken('I4', `no rest: ${events} events within ${ms} ms`);
    for (const due of timeline.take()) {
      world.note(due.label);
      due.run();
    }
    await settle(() => world.centre.isBusy());
    if (world.found[0] !== undefined) throw world.found[0];
    for (const station of world.stations) await checkOwnEffects(world, station);
  }
  timeline.skipTo(until);
}

/** Commands in the outbox of a running workstation, in sequence. */
export function outboxOf(station: Station): { readonly command: Command; readonly action: string }[] {
  const intent = station.disk()?.open('intent');
  if (!intent) return [];
  return intent
    .prepare<[], { body: string; action: string }>('SELECT body, action FROM outbox ORDER BY seq')
    .all()
    .map(({ body, action }) => ({ command: JSON.parse(body) as Command, action }));
}

function commandsIn(body: string): Command[] {
  return (JSON.parse(body) as { commands?: Command[] }).commands ?? [];
}
