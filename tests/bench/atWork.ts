import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DATABASE_FILE } from '../../src-server/store/open.ts';
import { freshFolder, startCentre } from './centre.ts';
import type { DeskHandlers } from './desk.ts';
import { codeOf, newKey, recordDocuments } from './documents.ts';
import { measurePouch } from './pouch/measure.ts';
import { startProgram } from './process.ts';
import type { RebaseHandlers } from './rebase.ts';
import type { Sizes } from './sizes.ts';
import { type Figure, percentile, shown, times } from './table.ts';
import type { WatcherHandlers } from './watcher.ts';

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
