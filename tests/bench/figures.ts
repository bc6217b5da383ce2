import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { DATABASE_FILE } from '../../src-server/store/open.ts';
import { aCall, COMMANDS_A_CALL, textOf } from './acts.ts';
import { freshFolder, startCentre } from './centre.ts';
import type { DeskHandlers } from './desk.ts';
import type { FleetHandlers } from './fleet.ts';
import { measurePouch } from './pouch/measure.ts';
import { startProgram } from './process.ts';
import type { RawRates } from './raw.ts';
import type { RebaseHandlers } from './rebase.ts';
import { type Figure, percentile, shown, times } from './table.ts';
import type { WatcherHandlers } from './watcher.ts';

/** How much of everything a run does. */
export interface Sizes {
  readonly drained: number;
  readonly stations: number;
  readonly commandsEach: number;
  readonly appeals: number;
  readonly pouchDocs: number;
  readonly wakes: number;
  readonly pulls: number;
}

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
    const peer = await measurePouch(
      'push',
      Array.from({ length: waiting }, (_, index) => commandDocument(index)),
    );
    return [
      {
        name: `one workstation drains ${waiting} queued commands, to the last acknowledgement`,
        value: `${shown(ms)} ms (${shown(rate)} commands/s)`,
        aim: '< 1,000 ms',
        met: waiting === sizes.drained && ms < 1000,
        ratio: '',
      },
      {
        name: 'the same, against PouchDB pushing as many documents',
        value: `${shown(rate)} commands/s`,
        aim: '≥ 10x PouchDB',
        met: rate >= 10 * peer,
        ratio: `${times(rate, peer)} PouchDB (${shown(peer)} documents/s)`,
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

/** A new workstation of a region that has been at work for long. */
export async function firstSync(sizes: Sizes): Promise<Figure[]> {
  const centre = await startCentre('first', { codes: 1, appeals: sizes.appeals });
  const desk = startProgram<DeskHandlers>('desk.ts');
  try {
    await desk.ask('open', { dir: join(await freshFolder('first-desk'), 'desk'), key: newKey() });
    const { ms, memory } = await desk.ask('firstSync', { url: centre.url, code: codeOf(centre.codes, 0) });
    // Appeal, applicant, number and history line.
    const records = sizes.appeals * 4;
    const rate = (records * 1000) / ms;
    await centre.stop();
    const some = recordDocuments(join(centre.dataDir, DATABASE_FILE), sizes.pouchDocs);
    const peer = await measurePouch('pull', some);
    return [
      {
        name: `first sync of ${sizes.appeals.toLocaleString('en')} appeals with history (${records.toLocaleString('en')} records)`,
        value: `${shown(ms / 1000)} s (${shown(rate)} records/s)`,
        aim: '< 8 s',
        met: ms < 8000,
        ratio: '',
      },
      {
        name: 'memory of the workstation above idle, at its peak',
        value: `${shown(memory / 2 ** 20)} MiB`,
        aim: '≤ 150 MB',
        met: memory <= 150e6,
        ratio: '',
      },
      {
        name: `the same, against PouchDB pulling ${sizes.pouchDocs.toLocaleString('en')} of the records`,
        value: `${shown(rate)} records/s`,
        aim: '≥ 10x PouchDB',
        met: rate >= 10 * peer,
        ratio: `${times(rate, peer)} PouchDB (${shown(peer)} documents/s)`,
      },
    ];
  } finally {
    await desk.end();
    await centre.stop();
  }
}

/** Two workstations at work: what costs a pull of nothing, and how soon one sees what the other has registered. */
export async function latency(sizes: Sizes): Promise<Figure[]> {
  const centre = await startCentre('latency', { codes: 3, appeals: Math.min(sizes.appeals, 5_000) });
  const watcher = startProgram<WatcherHandlers>('watcher.ts');
  const [one, other] = [startProgram<DeskHandlers>('desk.ts'), startProgram<DeskHandlers>('desk.ts')];
  try {
    await watcher.ask('enrol', { url: centre.url, code: codeOf(centre.codes, 0) });
    const nothing = await watcher.ask('pullNothing', { times: sizes.pulls });
    for (const [index, desk] of [one, other].entries()) {
      await desk.ask('open', {
        dir: join(await freshFolder(`latency-desk-${index}`), 'desk'),
        key: newKey(),
      });
      const login = index === 0 ? 'koval' : 'bondar';
      await desk.ask('enrol', { url: centre.url, code: codeOf(centre.codes, index + 1), login });
    }
    const took: number[] = [];
    for (let index = 0; index < sizes.wakes; index += 1) {
      const { appeal, began } = await one.ask('register', { index });
      took.push((await other.ask('toldAt', { id: appeal })) - began);
      // Neither in step with the exchange's own timers nor as fast as a machine could: a call now and then.
      await new Promise((resolve) => setTimeout(resolve, 20 + (index % 7) * 10));
    }
    const [p95, median] = [percentile(took, 0.95), percentile(took, 0.5)];
    const empty = percentile(nothing, 0.5);
    return [
      {
        name: 'a pull of nothing, over HTTP and back, median',
        value: `${shown(empty)} ms`,
        aim: '< 2 ms',
        met: empty < 2,
        ratio: `p95 ${shown(percentile(nothing, 0.95))} ms`,
      },
      {
        name: `from Ctrl+Enter on one workstation to the event on another, p95 of ${took.length}`,
        value: `${shown(p95)} ms`,
        aim: '< 150 ms',
        met: p95 < 150,
        ratio: `median ${shown(median)} ms, longest ${shown(Math.max(...took))} ms`,
      },
    ];
  } finally {
    await Promise.all([watcher.end(), one.end(), other.end()]);
    await centre.stop();
  }
}

/** Predictions on top of a page from the centre, in the data process; this process stands for the window beside it. */
export async function rebaseUnderLoad(pending: number, records: number, times: number): Promise<Figure[]> {
  const program = startProgram<RebaseHandlers>('rebase.ts');
  try {
    await program.ask('ping');
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const took = await program.ask('measure', { pending, records, times, everything: false });
    const worst = await program.ask('measure', { pending, records, times, everything: true });
    delay.disable();
    const p95 = percentile(took, 0.95);
    // The histogram counts its own pause of a millisecond.
    const stall = delay.percentile(99) / 1e6 - 1;
    return [
      {
        name: `rebase of ${pending} pending commands on a page of ${records} records, p95 of ${times}`,
        value: `${shown(p95)} ms`,
        aim: '< 50 ms',
        met: p95 < 50,
        ratio: `median ${shown(percentile(took, 0.5))} ms`,
      },
      {
        name: 'the same when every one of them has to be decided again, p95',
        value: `${shown(percentile(worst, 0.95))} ms`,
        aim: '< 50 ms',
        met: percentile(worst, 0.95) < 50,
        ratio: `median ${shown(percentile(worst, 0.5))} ms`,
      },
      {
        name: 'longest hold-up of the process beside it (window) meanwhile, p99',
        value: `${shown(stall)} ms`,
        aim: '≤ 16 ms',
        met: stall <= 16,
        ratio: '',
      },
    ];
  } finally {
    await program.end();
  }
}

function newKey(): string {
  return randomBytes(32).toString('hex');
}

function codeOf(codes: readonly string[], index: number): string {
  const code = codes[index];
  if (code === undefined) throw new Error('too few pairing codes were made');
  return code;
}

/** A command as a document of the peer: it replicates fewer documents than our server writes records. */
function commandDocument(index: number): object {
  const command = aCall(index)[index % COMMANDS_A_CALL];
  return { _id: `command-${String(index).padStart(9, '0')}`, text: textOf(index), ...command };
}

/** Records of our own server's database as documents of the peer. */
function recordDocuments(file: string, count: number): object[] {
  const db = new Database(file, { readonly: true });
  try {
    const rows = db
      .prepare<[number], { type: string; id: string; doc: string }>(
        "SELECT type, id, doc FROM record WHERE type <> 'operator' ORDER BY version, ordinal LIMIT ?",
      )
      .all(count);
    return rows.map(({ type, id, doc }) => ({ _id: `${type}:${id}`, doc: JSON.parse(doc) as object }));
  } finally {
    db.close();
  }
}
