// npm run bench -- knowledge [--small]: ready answers found while somebody types, in the store and without a window.
import { findArticles } from '../../src-main/data/query/article.ts';
import { createIndexer, type Indexer } from '../../src-main/data/search/indexer.ts';
import { legalDay } from '../../src-shared/clock.ts';
import { aTestDesk, REGION, type TestDesk } from '../support/desk.ts';
import { removeFolders } from '../support/workstation.ts';
import { newId } from './acts.ts';
import { loadNow, machineText } from './machine.ts';
import { measureRaw } from './raw.ts';
import { aSaying } from './sayings.ts';
import { type Figure, percentile, shown, tableOf } from './table.ts';

const isSmall = process.argv.includes('--small');
const ARTICLES = isSmall ? 500 : 5_000;
/** Consultations answered with articles in the last month. */
const ANSWERED = isSmall ? 1_000 : 20_000;
const ROUNDS = isSmall ? 2 : 10;
/** Sayings in one text: about two thousand letters. */
const SAYINGS = 25;
const TOPICS = ['08.01', '03.01', '01.05', '16.08'];
const TITLES = [
  'Житлова субсидія',
  'Немає води',
  'Електроенергія: тарифи',
  'Пенсійне забезпечення',
  'Довідка',
];

/** What operators type, letter by letter; endings as people say them, the last kind in Russian over Ukrainian texts. */
const TYPED: readonly { readonly name: string; readonly texts: readonly string[]; readonly topic: string }[] =
  [
    { name: 'Ukrainian words', texts: ['субсидією', 'вуличного освітлення', 'пенсії'], topic: '' },
    { name: 'the same, for a topic', texts: ['субсидією', 'вуличного освітлення', 'води'], topic: '03.01' },
    { name: 'Russian words', texts: ['электроэнергии', 'воды', 'пенсию', 'субсидии'], topic: '' },
    { name: 'words in another layout', texts: ['ce,cblsz', 'gtycsz'], topic: '' },
    { name: 'words that no article has', texts: ['вишиванка', 'трамвай'], topic: '' },
  ];

async function main(): Promise<void> {
  const loadBefore = loadNow();
  const raw = await measureRaw(isSmall ? 500 : 20_000);
  const of = await aTestDesk();
  const indexer = createIndexer(of.desk);
  try {
    say(`writing ${ARTICLES} articles`);
    fill(of);
    while (!indexer.catchUp()) await new Promise((resolve) => setTimeout(resolve, 20));
    const figures = [...typedAll(of, indexer), topicAlone(of, indexer), wholeList(of, indexer)];
    process.stdout.write(`\n${machineText(raw.commitsPerSecond, loadBefore)}\n\n${tableOf(figures)}\n`);
  } finally {
    indexer.stop();
    of.close();
    await removeFolders();
  }
}

function say(what: string): void {
  process.stderr.write(`measuring: ${what}\n`);
}

/** How long questions took: until they were answered, and of that on the processor, which other programs do not lengthen. */
interface Took {
  readonly wall: number[];
  readonly own: number[];
}

function timed<T>(took: Took, ask: () => T): T {
  const began = performance.now();
  const before = process.threadCpuUsage();
  const answer = ask();
  const { user, system } = process.threadCpuUsage(before);
  took.wall.push(performance.now() - began);
  took.own.push((user + system) / 1000);
  return answer;
}

function fill({ desk, session }: TestDesk): void {
  const { records } = desk.stores;
  const put = (type: string, id: string, doc: object) =>
    records.record.put({ type, id, region: REGION, version: 1, ordinal: 0, doc: JSON.stringify(doc) });
  const by = session.operator.id;
  const today = legalDay(desk.time.serverMs());
  const ids = Array.from({ length: ARTICLES }, () => newId());
  records.transact(() => {
    for (const [index, id] of ids.entries()) {
      const body = Array.from({ length: SAYINGS }, (_, at) => aSaying(index * SAYINGS + at).text).join('\n');
      const title = `${TITLES[index % TITLES.length]} ${index}`;
      const topics = [TOPICS[index % TOPICS.length]];
      const dates = { validFrom: null, validUntil: null, checkedOn: today };
      const saved = { state: 'published', version: 1, savedBy: by, savedAt: new Date(index).toISOString() };
      put('article', id, { id, region: REGION, title, body, topics, districts: [], ...dates, ...saved });
    }
    for (let index = 0; index < ANSWERED; index += 1) {
      const id = newId();
      const article = ids[(index * index) % ids.length];
      const said = {
        call: id,
        operator: by,
        topic: '08.01',
        district: '',
        answer: 'Так.',
        day: today,
        article,
      };
      put('consultation', id, { id, region: REGION, ...said, recordedAt: new Date(index).toISOString() });
    }
  });
}

/** Every letter from the second on asks anew, as the field beside the card does. */
function typedAll({ desk }: TestDesk, indexer: Indexer): Figure[] {
  return TYPED.map(({ name, texts, topic }) => {
    say(name);
    const took: Took = { wall: [], own: [] };
    let found = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const text of texts) {
        for (let length = 2; length <= text.length; length += 1) {
          const asked = { text: text.slice(0, length), topic, district: '', limit: 4, withdrawn: false };
          found = timed(took, () => findArticles(desk, indexer, asked)).total;
        }
      }
    }
    return figure(`${name}, letter by letter`, took, `the last found ${found.toLocaleString('en')}`);
  });
}

function topicAlone({ desk }: TestDesk, indexer: Indexer): Figure {
  say('a topic');
  const took: Took = { wall: [], own: [] };
  for (let round = 0; round < ROUNDS * 10; round += 1) {
    const topic = TOPICS[round % TOPICS.length] ?? '';
    const asked = { text: '', topic, district: '', limit: 4, withdrawn: false };
    timed(took, () => findArticles(desk, indexer, asked));
  }
  return figure('what stands beside a card whose topic was chosen', took, '');
}

function wholeList({ desk }: TestDesk, indexer: Indexer): Figure {
  say('the list');
  const took: Took = { wall: [], own: [] };
  for (let round = 0; round < ROUNDS * 3; round += 1) {
    const asked = { text: '', topic: '', district: '', limit: 200, withdrawn: false };
    timed(took, () => findArticles(desk, indexer, asked));
  }
  return figure('the list of the section, 200 of all', took, '');
}

function figure(name: string, { wall, own }: Took, beside: string): Figure {
  const p95 = percentile(wall, 0.95);
  const spread = `median ${shown(percentile(wall, 0.5))} ms; on the processor p95 ${shown(percentile(own, 0.95))} ms`;
  return {
    name: `${ARTICLES.toLocaleString('en')} articles, ${name}: p95 of ${wall.length}`,
    value: `${shown(p95)} ms`,
    aim: '< 50 ms',
    met: p95 < 50,
    ratio: beside === '' ? spread : `${spread}; ${beside}`,
  };
}

await main();
