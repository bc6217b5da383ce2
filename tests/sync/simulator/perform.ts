import { runAction } from '../../../src-server/admin/actions.ts';
import { AdminRefused } from '../../../src-server/admin/adminRefused.ts';
import { adoptAccounts, openCentre } from './accounts.ts';
import { doAct, forgetLastAct, repeatAct, signIn } from './act.ts';
import { BEGIN_MS } from './image.ts';
import { spendNumbers, writeAsNewerBuild } from './meddle.ts';
import type { Step } from './plan.ts';
import type { Station } from './station.ts';
import type { World } from './world.ts';

/** Does one step of a plan. What makes no sense in the present state is passed over. */
export async function perform(world: World, step: Step): Promise<void> {
  world.note(JSON.stringify(step));
  if ('at' in step) await atStation(world, stationAt(world, step.at), step);
  else await elsewhere(world, step);
}

type AtStation = Extract<Step, { at: number }>;

function stationAt(world: World, at: number): Station {
  const station = world.stations[at % world.stations.length];
  if (station === undefined) throw new Error('a world without stations');
  return station;
}

async function atStation(world: World, station: Station, step: AtStation): Promise<void> {
  const way = world.network.ways[station.index];
  if (way === undefined) throw new Error('a station without a way');
  switch (step.do) {
    case 'act':
      return await doAct(world, station, step.act, step.isLong ?? false);
    case 'again':
      return await repeatAct(world, station);
    case 'shift':
      return await signIn(world, station, step.login);
    case 'weather':
      way.weather = step.name;
      return;
    case 'cut':
      way.upCut = step.up;
      way.downCut = step.down || !step.up;
      return;
    case 'mend':
      way.upCut = false;
      way.downCut = false;
      return;
    case 'nudge':
      return station.nudge();
    case 'clock':
      station.clockMs = step.ms;
      return;
    case 'spend':
      return spendNumbers(station);
    case 'newer':
      return await writeAsNewerBuild(world, station);
    default:
      return await atDisk(world, station, step);
  }
}

type AtDisk = Extract<
  AtStation,
  { do: 'kill' | 'open' | 'keep' | 'rewind' | 'full' | 'free' | 'busy' | 'damage' }
>;

async function atDisk(world: World, station: Station, step: AtDisk): Promise<void> {
  switch (step.do) {
    case 'kill':
      if (step.commits > 0) return station.killAt(step);
      if (step.isPowerCut) station.stepRecordsBack();
      else station.kill();
      return;
    case 'open': {
      if (station.isUp()) station.keepRecords();
      const trouble = await station.open();
      if (trouble !== null) world.note(`station ${station.index} does not open: ${trouble}`);
      return;
    }
    case 'keep':
      station.keep();
      world.ledger.keep(station.index);
      return;
    case 'rewind':
      if (station.rewind(step.copy)) world.ledger.rewind(station.index, step.copy);
      forgetLastAct(station);
      return;
    case 'full':
      station.mayBeStale = true;
      station.disk()?.limitPages(step.pages);
      return;
    case 'free':
      station.disk()?.limitPages(null);
      return;
    case 'busy':
    case 'damage': {
      station.mayBeStale = true;
      const code = step.do === 'busy' ? 'SQLITE_BUSY' : 'SQLITE_CORRUPT';
      const file = step.do === 'busy' ? step.file : 'records';
      station.disk()?.fail({ file, code, commits: step.do === 'busy' ? step.commits : READS_OF_DAMAGE });
      return;
    }
  }
}

/** A damaged page shows at the act and again when its effect is to be shown; only then the records are given up. */
const READS_OF_DAMAGE = 2;

async function elsewhere(world: World, step: Exclude<Step, AtStation>): Promise<void> {
  const { centre, ledger } = world;
  switch (step.do) {
    case 'run':
      return await world.advance(step.ms);
    case 'killCentre':
      if (step.commits === 0) centre.kill();
      else centre.killAt({ file: null, ...step });
      return;
    case 'openCentre':
      return await openCentre(world);
    case 'keepCentre':
      keptAfter(world).push(accountChanges.get(world) ?? 0);
      return centre.keep();
    case 'rewindCentre':
      return rewindCentre(world, step.copy);
    case 'clone': {
      const from = stationAt(world, step.from);
      const to = stationAt(world, step.to);
      if (from === to) return;
      ledger.copy(from.index, to.index);
      to.becomeCopyOf(from);
      forgetLastAct(to);
      return;
    }
    case 'skip':
      return skip(world, step.to);
    case 'account':
      accountChanges.set(world, (accountChanges.get(world) ?? 0) + 1);
      return await setAccount(world, step.login, step.isActive);
    case 'busyCentre':
      return centre.disk()?.fail({ file: null, code: 'SQLITE_BUSY', commits: step.commits });
    case 'fullCentre':
      return centre.disk()?.limitPages(step.pages);
    case 'freeCentre':
      return centre.disk()?.limitPages(null);
  }
}

/** How often the administrator has changed an account, and how often before each copy of the centre was taken. */
const accountChanges = new WeakMap<World, number>();
const keptAfterChanges = new WeakMap<World, number[]>();

function keptAfter(world: World): number[] {
  const known = keptAfterChanges.get(world) ?? [];
  keptAfterChanges.set(world, known);
  return known;
}

/**
 * Puts the centre back. What an administrator did to accounts after the copy is lost with it and nobody tells it again: such a history
 * has no one true ending to be compared with, so it leaves the copy where it is.
 */
function rewindCentre(world: World, copy: number): void {
  const changes = keptAfter(world);
  if (changes.length === 0 || changes[copy % changes.length] !== (accountChanges.get(world) ?? 0)) return;
  world.centre.rewind(copy);
}

const DAY_MS = 24 * 3_600_000;

function skip(world: World, to: 'nextDay' | 'newYear'): void {
  const now = BEGIN_MS + world.skippedMs + world.timeline.now();
  // One minute before midnight of the new year in Kyiv.
  const newYear = Date.UTC(2026, 11, 31, 21, 59);
  if (to === 'nextDay') world.skippedMs += DAY_MS;
  else if (now < newYear) world.skippedMs += newYear - now;
}

async function setAccount(world: World, login: string, isActive: boolean): Promise<void> {
  const { context } = world.centre;
  if (context === null) return;
  try {
    await runAction(context, isActive ? 'account.enable' : 'account.disable', { login });
    await adoptAccounts(world);
  } catch (error) {
    // A centre whose disk is full, or that dies of it, says so; the plan goes on.
    if (error instanceof AdminRefused) throw error;
    world.note(`account not changed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
