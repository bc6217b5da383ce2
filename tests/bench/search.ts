// npm run bench -- search [--small]: finding and listing over everything a workstation holds, in the store and without a window.
import { randomUUID } from 'node:crypto';
import { findAll } from '../../src-main/data/search/findAll.ts';
import { createIndexer } from '../../src-main/data/search/indexer.ts';
import { aTestDesk, REGION, type TestDesk } from '../support/desk.ts';
import { removeFolders } from '../support/workstation.ts';
import { newId } from './acts.ts';
import { registered } from './fill.ts';
import { listFigures } from './list.ts';
import { loadNow, machineText } from './machine.ts';
import { measureRaw } from './raw.ts';
import { aSaying, QUESTIONS } from './sayings.ts';
import { type Figure, percentile, shown, tableOf } from './table.ts';

const isSmall = process.argv.includes('--small');
const APPEALS = isSmall ? 20_000 : 1_000_000;
const ROUNDS = isSmall ? 5 : 20;
/** A list so long must not stutter. */
const LISTED = isSmall ? 10_000 : 200_000;
const AT_ONCE = 5_000;

async function main(): Promise<void> {
  const loadBefore = loadNow();
  const raw = await measureRaw(isSmall ? 500 : 20_000);
  const of = await aTestDesk();
  try {
    say(`writing ${LISTED} appeals`);
    fill(of, 0, LISTED);
    say('the full list');
    const listed = await listFigures(of, LISTED);
    say(`writing ${APPEALS - LISTED} more`);
    fill(of, LISTED, APPEALS);
    const figures = [...listed, await indexAll(of), ...askedAll(of)];
    process.stdout.write(`\n${machineText(raw.commitsPerSecond, loadBefore)}\n\n${tableOf(figures)}\n`);
  } finally {
    of.close();
    await removeFolders();
  }
}

function say(what: string): void {
  process.stderr.write(`measuring: ${what}\n`);
}

/** Appeals as the rule writes them, each of somebody and about something of its own; the ids grow with time. */
function fill({ desk }: TestDesk, first: number, end: number): void {
  const { records } = desk.stores;
  const writes = registered(1);
  const [appeal, applicant] = (['appeal', 'applicant'] as const).map(
    (type) => writes.find((write) => write.type === type)?.doc,
  );
  const from = Date.UTC(2025, 0, 1);
  for (let done = first; done < end; done += AT_ONCE) {
    records.transact(() => {
      for (let index = done; index < done + AT_ONCE; index += 1) {
        const said = aSaying(index);
        const ids = { appeal: newId(), applicant: randomUUID() };
        const registeredAt = new Date(from + index * 40_000).toISOString();
        const { text, place, topic, person } = said;
        const number = `ДН-2025-${String(index).padStart(7, '0')}-1`;
        put('applicant', ids.applicant, { ...applicant, ...person, id: ids.applicant });
        put('appeal', ids.appeal, {
          ...appeal,
          id: ids.appeal,
          applicant: ids.applicant,
          number,
          text,
          topic,
          place: { ...(appeal as { place: object }).place, ...place },
          registeredAt,
          day: registeredAt.slice(0, 10),
          urgent: index % 50 === 0,
        });
      }
    });
  }
  function put(type: string, id: string, doc: object): void {
    records.record.put({ type, id, region: REGION, version: 1, ordinal: 0, doc: JSON.stringify(doc) });
  }
}

/** The index over everything, made by the product's own steps beside other work; the longest time in which nothing else got a turn. */
async function indexAll({ desk }: TestDesk): Promise<Figure> {
  say('the index');
  const { textIndex } = desk.stores.records;
  const rows = textIndex.lacking().rows;
  const steps: number[] = [];
  const began = performance.now();
  const timers = {
    ...desk.timers,
    after: (ms: number, work: () => void) =>
      desk.timers.after(ms, () => {
        const start = performance.now();
        work();
        steps.push(performance.now() - start);
      }),
  };
  const indexer = createIndexer({ ...desk, timers });
  while (textIndex.lacking().rows > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  indexer.stop();
  const seconds = (performance.now() - began) / 1000;
  const held = percentile(steps, 0.99);
  return {
    name: `the index made beside other work: longest a step holds the process, p99 of ${steps.length}`,
    value: `${shown(held)} ms`,
    aim: '≤ 16 ms',
    met: held <= 16,
    ratio: `${rows.toLocaleString('en')} records in ${shown(seconds)} s (${shown(rows / seconds)} records/s), longest step ${shown(Math.max(...steps))} ms`,
  };
}

/** The one box, question by question. */
function askedAll({ desk }: TestDesk): Figure[] {
  const indexer = createIndexer(desk);
  try {
    return QUESTIONS.map(({ name, texts }) => {
      say(name);
      const took: number[] = [];
      const worked: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const text of texts) {
          const began = performance.now();
          const before = process.threadCpuUsage();
          findAll(desk, indexer, () => false, { text, limit: 6 });
          const { user, system } = process.threadCpuUsage(before);
          took.push(performance.now() - began);
          worked.push((user + system) / 1000);
        }
      }
      const p95 = percentile(took, 0.95);
      return {
        name: `the one box over ${APPEALS.toLocaleString('en')} appeals, ${name}: p95 of ${took.length}`,
        value: `${shown(p95)} ms`,
        aim: '< 50 ms',
        met: p95 < 50,
        ratio: `median ${shown(percentile(took, 0.5))} ms, on the processor p95 ${shown(percentile(worked, 0.95))} ms, longest ${shown(Math.max(...took))} ms`,
      };
    });
  } finally {
    indexer.stop();
  }
}

await main();
