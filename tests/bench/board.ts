// The part `board` of npm run bench -- control: the shift's board and moving work, on the real stores of a workstation.
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { submit } from '../../src-main/data/command/submit.ts';
import { liveBoard } from '../../src-main/data/query/boardLive.ts';
import { planMoves } from '../../src-main/data/query/boardPlan.ts';
import { breathing } from '../../src-main/data/query/browseAppeals.ts';
import { EVERYTHING } from '../../src-shared/appeal/browse.ts';
import { moveInSteps } from '../../src-shared/board/moving.ts';
import { type Move, takenBack } from '../../src-shared/board/share.ts';
import type { OperatorId } from '../../src-shared/brand.ts';
import type { Call } from '../../src-shared/call/model.ts';
import { type Instant, toInstant } from '../../src-shared/clock.ts';
import type { SubmitInput } from '../../src-shared/command/queries.ts';
import type { RecordWrite } from '../../src-shared/record/model.ts';
import { aTestDesk, REGION, type TestDesk } from '../support/desk.ts';
import { removeFolders } from '../support/workstation.ts';
import { registered } from './fill.ts';
import { type Figure, percentile, shown } from './table.ts';

const PEOPLE = 60;
const CALLS_EACH = 80;
const ROUNDS = 20;
/** Changes in one second, and how often the board is counted meanwhile. */
const CHANGES = 50;
const COUNTS = 2;

/** What a lead waits for: the board, a preview, a thousand appeals moved and taken back. */
export async function boardFigures(appeals: number): Promise<Figure[]> {
  const of = await aTestDesk();
  try {
    const people = fill(of, appeals);
    const size = `${PEOPLE} operators, ${appeals.toLocaleString('en')} open appeals`;
    const counted = times(ROUNDS, () => liveBoard(of.desk));
    const busy = busySecond(of, people);
    const [from, to] = [people[0], people.slice(1, 5)];
    const filter = { ...EVERYTHING, assignee: null };
    const asking = { of: { filter: { ...filter, assignee: from ?? null }, overdueOnly: false }, to };
    const me = of.session.operator.id;
    const previews: number[] = [];
    let moves: readonly Move[] = [];
    const spent = process.cpuUsage();
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      ({ moves } = await planMoves(of.desk, me, asking, breathing(of.desk)));
      previews.push(performance.now() - began);
    }
    const { user, system } = process.cpuUsage(spent);
    const onProcessor = (user + system) / 1000 / ROUNDS;
    const all = await planMoves(
      of.desk,
      of.session.operator.id,
      { of: { filter, overdueOnly: false }, to },
      breathing(of.desk),
    );
    const thousand = all.moves.slice(0, Math.min(1000, all.moves.length));
    const moved = await moving(of, thousand);
    const undone = await moving(of, takenBack(thousand));
    const many = thousand.length.toLocaleString('en');
    return [
      figure(
        `board of ${size}: counted, p95`,
        percentile(counted, 0.95),
        300,
        `median ${shown(percentile(counted, 0.5))} ms`,
      ),
      figure(
        `the same with ${CHANGES} changes a second: longest step in one go`,
        Math.max(...busy),
        50,
        `p95 ${shown(percentile(busy, 0.95))} ms`,
      ),
      figure(
        `preview of ${moves.length} appeals for ${to.length} receivers, p95`,
        percentile(previews, 0.95),
        300,
        `median ${shown(percentile(previews, 0.5))} ms, on the processor ${shown(onProcessor)} ms`,
      ),
      figure(`${many} appeals moved, one command each`, moved.ms, 1000, moved.more),
      figure(`${many} appeals taken back`, undone.ms, 1000, undone.more),
    ];
  } finally {
    of.close();
    await removeFolders();
  }
}

function fill({ desk, enrolment }: TestDesk, appeals: number): OperatorId[] {
  const { records } = desk.stores;
  const people = Array.from({ length: PEOPLE }, () => randomUUID() as OperatorId);
  const put = (writes: readonly RecordWrite[]) =>
    records.transact(() => {
      for (const { type, id, doc } of writes)
        records.record.put({ type, id, region: REGION, version: 1, ordinal: 0, doc: JSON.stringify(doc) });
    });
  put(
    people.map((id, index) => {
      const doc = {
        id,
        region: REGION,
        name: `Оператор ${index + 1}`,
        role: 'operator',
        active: true,
      } as const;
      return { type: 'operator', id, doc };
    }),
  );
  for (let done = 0; done < appeals; done += 500) {
    const some = Array.from({ length: Math.min(500, appeals - done) }, (_, index) => {
      const assignee = people[(done + index) % (PEOPLE + 1)] ?? null;
      return registered(done + index).map((one) =>
        one.type === 'appeal' ? ({ ...one, doc: { ...one.doc, assignee } } as RecordWrite) : one,
      );
    });
    put(some.flat());
  }
  const now = desk.time.serverMs();
  const calls = people.flatMap((operator) =>
    Array.from({ length: CALLS_EACH }, (_, index): RecordWrite => {
      const id = randomUUID() as Call['id'];
      const startedAt = toInstant(now - index * 60_000);
      const endedAt: Instant | null = index === 0 ? null : toInstant(now - index * 60_000 + 50_000);
      const common = { id, region: REGION, workstation: enrolment.workstation, operator, startedAt, endedAt };
      const rest = { phone: null, phoneRaw: '', notes: [], appeals: [], consultations: [] };
      return { type: 'call', id, doc: { ...common, ...rest, outcome: index === 0 ? 'open' : 'silent' } };
    }),
  );
  put(calls);
  return people;
}

/** Milliseconds of every act and every count of one second of a busy shift. */
function busySecond(of: TestDesk, people: readonly OperatorId[]): number[] {
  const { people: rows } = liveBoard(of.desk);
  const took: number[] = [];
  for (let change = 0; change < CHANGES; change += 1) {
    const call = randomUUID();
    took.push(
      ...times(1, () => of.act([{ kind: 'call.start', payload: { call, phone: null, phoneRaw: '' } }])),
    );
    if (change % Math.floor(CHANGES / COUNTS) === 0) took.push(...times(1, () => liveBoard(of.desk)));
  }
  if (rows.length < people.length) throw new Error('somebody is missing on the board');
  return took;
}

async function moving({ desk, session, enrolment }: TestDesk, moves: readonly Move[]) {
  const acts: number[] = [];
  const spent = process.cpuUsage();
  const began = performance.now();
  const { done, kept, problem } = await moveInSteps(
    moves,
    (commands: SubmitInput['commands']) => {
      const start = performance.now();
      const answer = submit(desk, session, enrolment, { action: randomUUID(), commands, consumes: [] });
      acts.push(performance.now() - start);
      return Promise.resolve(answer);
    },
    () => true,
  );
  if (done.length !== moves.length || kept.length > 0 || problem !== null) throw new Error('not all moved');
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(spent);
  return {
    ms,
    more: `on the processor ${shown((user + system) / 1000)} ms, longest act ${shown(Math.max(...acts))} ms`,
  };
}

function times(count: number, work: () => unknown): number[] {
  return Array.from({ length: count }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
}

function figure(name: string, ms: number, aim: number, ratio: string): Figure {
  return { name, value: `${shown(ms)} ms`, aim: `< ${aim.toLocaleString('en')} ms`, met: ms < aim, ratio };
}
