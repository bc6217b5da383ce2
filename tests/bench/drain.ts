import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DATABASE_FILE } from '../../src-server/store/open.ts';
import { COMMANDS_A_CALL } from './acts.ts';
import { freshFolder, startCentre } from './centre.ts';
import type { DeskHandlers } from './desk.ts';
import { codeOf, newKey, recordDocuments } from './documents.ts';
import type { FleetHandlers } from './fleet.ts';
import { measurePouch } from './pouch/measure.ts';
import { startProgram } from './process.ts';
import type { RawRates } from './raw.ts';
import type { Sizes } from './sizes.ts';
import { type Figure, percentile, shown, times } from './table.ts';
import type { WatcherHandlers } from './watcher.ts';

/** One workstation comes back after an outage with commands in its outbox. */
export async function drainOfOne(sizes: Sizes, raw: RawRates): Promise<Figure[]> {
  const centre = await startCentre('drain', { codes: 1 });
  const desk = startProgram<DeskHandlers>('desk.ts');
  try {
    await desk.ask('open', { dir: join(await freshFolder('drain-desk'), 'desk'), key: newKey() });
    await desk.ask('enrol', { url: centre.url, code: codeOf(centre.codes, 0), login: 'koval' });
    const { took, waiting } = await desk.ask('actOffline', { calls: sizes.drained / COMMANDS_A_CALL });
    const ms = await desk.ask('drain');
    const rate = (waiting * 1000) / ms;
    await centre.stop();
    const documents = recordDocuments(join(centre.dataDir, DATABASE_FILE), Number.MAX_SAFE_INTEGER);
    // Documents a second as commands a second: a command of the mixture writes about two.
    const peer = (await measurePouch('push', documents)) * (waiting / documents.length);
    return [
      {
        name: `one workstation drains ${waiting} queued commands, to the last acknowledgement`,
        value: `${shown(ms)} ms (${shown(rate)} commands/s)`,
        aim: '< 1,000 ms',
        met: waiting === sizes.drained && ms < 1000,
        ratio: '',
      },
      {
        name: `the same, against PouchDB pushing the ${documents.length} documents they make`,
        value: `${shown(rate)} commands/s`,
        aim: '≥ 10x PouchDB',
        met: rate >= 10 * peer,
        ratio: `${times(rate, peer)} PouchDB (${shown(peer)} commands/s)`,
      },
      {
        name: 'an act of four commands without a line: on disk and shown, p95',
        value: `${shown(percentile(took, 0.95))} ms`,
        aim: '',
        met: null,
        ratio: `median ${shown(percentile(took, 0.5))} ms; a bare encrypted commit ${shown(1000 / raw.commitsPerSecond)} ms`,
      },
    ];
  } finally {
    await desk.end();
    await centre.stop();
  }
}

/** A region's workstations come back together, and one more goes on with its work. */
export async function drainOfMany(sizes: Sizes, raw: RawRates): Promise<Figure[]> {
  const { stations, commandsEach } = sizes;
  const centre = await startCentre('fleet', { codes: stations + 1 });
  const fleet = startProgram<FleetHandlers>('fleet.ts');
  const watcher = startProgram<WatcherHandlers>('watcher.ts');
  try {
    await fleet.ask('prepare', { url: centre.url, codes: centre.codes.slice(1), commands: commandsEach });
    await watcher.ask('enrol', { url: centre.url, code: codeOf(centre.codes, 0) });
    await watcher.ask('start', { pauseMs: 50 });
    const { ms, outcomes } = await fleet.ask('drain');
    const pulls = await watcher.ask('stop');
    const clients = await fleet.ask('clients');
    await centre.stop();
    const all = stations * commandsEach;
    const rate = (all * 1000) / ms;
    const account = countReceipts(join(centre.dataDir, DATABASE_FILE), clients, commandsEach);
    const p95 = percentile(pulls, 0.95);
    return [
      {
        name: `${stations} workstations drain ${all} commands on the embedded server`,
        value: `${shown(rate)} commands/s (${shown(ms / 1000)} s)`,
        aim: '≥ 8,000 commands/s',
        met: rate >= 8000,
        ratio: `${times(rate, raw.rowsPerSecond)} bare SQLite (${shown(raw.rowsPerSecond)} rows/s in batches of 100; a command is about 4 rows)`,
      },
      {
        name: 'of them lost, doubled, or not simply applied (by SQL)',
        value: `${account.lost} / ${account.doubled} / ${all - (outcomes.applied ?? 0)}`,
        aim: '0 / 0 / 0',
        met: account.lost === 0 && account.doubled === 0 && outcomes.applied === all,
        ratio: '',
      },
      {
        name: `a pull of another workstation meanwhile, p95 of ${pulls.length}`,
        value: `${shown(p95)} ms`,
        aim: '< 200 ms',
        met: p95 < 200,
        ratio: `median ${shown(percentile(pulls, 0.5))} ms, longest ${shown(Math.max(...pulls))} ms`,
      },
    ];
  } finally {
    await fleet.end();
    await watcher.end();
    await centre.stop();
  }
}

/** What the database says of the fleet's commands: each sequence of each client exactly once, with its effect exactly once. */
function countReceipts(
  file: string,
  clients: readonly string[],
  each: number,
): { lost: number; doubled: number } {
  const db = new Database(file, { readonly: true });
  try {
    const receipts = db
      .prepare<[string], number>('SELECT count(DISTINCT command) FROM receipt WHERE client = ?')
      .pluck();
    const rows = db.prepare<[string], number>('SELECT count(*) FROM receipt WHERE client = ?').pluck();
    const effects = db
      .prepare<[], number>(
        `SELECT (SELECT count(*) FROM receipt r WHERE outcome = 'applied' AND NOT EXISTS
           (SELECT 1 FROM record h WHERE h.region = 'dn' AND h.type = 'history' AND h.id = r.command))`,
      )
      .pluck();
    let lost = effects.get() ?? 0;
    let doubled = 0;
    for (const client of clients) {
      const known = receipts.get(client) ?? 0;
      lost += Math.max(0, each - known);
      doubled += (rows.get(client) ?? 0) - known;
    }
    return { lost, doubled };
  } finally {
    db.close();
  }
}
