import { monitorEventLoopDelay } from 'node:perf_hooks';
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
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
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
  delay.disable();
  const pages: number[] = [];
  for (let round = 0; round < 5 * ROUNDS; round += 1) {
    const from = Math.floor((appeals / (5 * ROUNDS)) * round);
    pages.push(await lasting(async () => await ask(browser, 'topic.up', true, from)));
  }
  const held = delay.percentile(99.9) / 1e6;
  const seconds = (ms: number) => `${shown(ms / 1000)} s`;
  return [
    figureOf(`${of}: first ${LINES} lines while it is being counted, p95`, percentile(first, 0.95), 100),
    figureOf(`${of}: a stretch of ${LINES} lines anywhere in it, p95`, percentile(pages, 0.95), 50),
    {
      name: `${of}: longest hold-up of other work meanwhile, 99.9 % of it`,
      value: `${shown(held)} ms`,
      aim: `≤ ${FRAME_MS} ms`,
      met: held <= FRAME_MS,
      ratio: `longest ${shown(delay.max / 1e6)} ms; counted in ${seconds(counted)}, by topic ${seconds(byTopic)}, by name ${seconds(byName)}, figures ${seconds(figure)}, exported in ${seconds(exported)}`,
    },
  ];
}

function figureOf(name: string, ms: number, aim: number): Figure {
  return { name, value: `${shown(ms)} ms`, aim: `< ${aim} ms`, met: ms < aim, ratio: '' };
}

async function lasting(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
