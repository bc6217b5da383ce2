import { exportAppeals } from '../../src-main/data/export/exportAppeals.ts';
import { type Browser, createBrowser } from '../../src-main/data/query/browseAppeals.ts';
import { type BrowseOrder, EVERYTHING } from '../../src-shared/appeal/browse.ts';
import type { TestDesk } from '../support/desk.ts';
import { type Figure, percentile, shown } from './table.ts';

/** A held step may last so long before typing feels it, in milliseconds: one frame of the screen. */
const FRAME_MS = 16;
const ROUNDS = 20;
const LINES = 100;

/** The full list over everything that is held: its first lines, its exact count, other orders, its figures and its export. */
export async function listFigures({ desk, session, dir }: TestDesk, appeals: number): Promise<Figure[]> {
  const me = session.operator.id;
  const of = `the full list of ${appeals.toLocaleString('en')} appeals`;
  const wanted = (order: BrowseOrder) => ({ filter: EVERYTHING, order, language: 'uk' }) as const;
  const ask = async (browser: Browser, order: BrowseOrder, isPatient: boolean, from = 0) =>
    await browser.browse(me, {
      ...{ wanted: wanted(order), from, limit: LINES, around: null, isAnew: false, isPatient },
    });
  const browser = createBrowser(desk, () => false);
  const first: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const anew = createBrowser(desk, () => false);
    first.push(await lasting(async () => await ask(anew, 'newest', false)));
    // What was begun is brought to its end before the next one.
    await ask(anew, 'newest', true);
  }
  const turns = watchTurns();
  const counted = await lasting(
    async () =>
      await ask(
        createBrowser(desk, () => false),
        'newest',
        true,
      ),
  );
  const byTopic = await lasting(async () => await ask(browser, 'topic.up', true));
  const byName = await lasting(
    async () =>
      await ask(
        createBrowser(desk, () => false),
        'applicant.up',
        true,
      ),
  );
  const figure = await lasting(
    async () => await browser.figure(me, { wanted: wanted('newest'), by: 'topicGroup' }),
  );
  const exported = await lasting(
    async () => await exportAppeals(desk, browser, me, { wanted: wanted('newest'), path: `${dir}/list.csv` }),
  );
  const held = turns.end();
  const pages: number[] = [];
  for (let round = 0; round < 5 * ROUNDS; round += 1) {
    const from = Math.floor((appeals / (5 * ROUNDS)) * round);
    pages.push(await lasting(async () => await ask(browser, 'topic.up', true, from)));
  }
  const seconds = (ms: number) => `${shown(ms / 1000)} s`;
  return [
    figureOf(`${of}: its first ${LINES} lines before it is counted, p95`, first, 100),
    figureOf(`${of}: ${LINES} lines anywhere in it, p95`, pages, 50),
    {
      name: `${of}: work in one go meanwhile, in time of the processor, p99.9 of ${held.length}`,
      value: `${shown(percentile(held, 0.999))} ms`,
      aim: `≤ ${FRAME_MS} ms`,
      met: percentile(held, 0.999) <= FRAME_MS,
      ratio: `longest ${shown(Math.max(...held))} ms; counted in ${seconds(counted)}, by topic ${seconds(byTopic)}, by name ${seconds(byName)}, figures ${seconds(figure)}, exported in ${seconds(exported)}`,
    },
  ];
}

function figureOf(name: string, took: readonly number[], aim: number): Figure {
  const ms = percentile(took, 0.95);
  const ratio = `median ${shown(percentile(took, 0.5))} ms, shortest ${shown(Math.min(...took))} ms`;
  return { name, value: `${shown(ms)} ms`, aim: `< ${aim} ms`, met: ms < aim, ratio };
}

/** Time of the processor between two turns of others: what holds them up, whatever else the machine does. */
function watchTurns(): { end(): number[] } {
  const took: number[] = [];
  let before = process.threadCpuUsage();
  let isEnded = false;
  const turn = () => {
    const { user, system } = process.threadCpuUsage(before);
    before = process.threadCpuUsage();
    took.push((user + system) / 1000);
    if (!isEnded) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    end() {
      isEnded = true;
      // The turns in which nothing was to be done say nothing.
      return took.filter((ms) => ms > 0.5);
    },
  };
}

/** How long something takes, in milliseconds. */
async function lasting(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
