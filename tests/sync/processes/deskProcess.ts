// A workstation core as a process of its own: acts, types and exchanges by itself until it is killed.
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { SYNC_TIMING } from '../../../src-main/data/sync/link.ts';
import { nodeTransport } from '../../../src-main/data/sync/transport.ts';
import { openWorkstation } from '../../../src-main/data/workstation.ts';
import { createDraftKeeper } from '../../../src-renderer/call/draftKeeper.ts';
import type { ChannelName, InputOf, OutputOf } from '../../../src-shared/ipc/contract.ts';
import type { Answer } from '../../../src-shared/ipc/envelope.ts';
import { type DeskLine, DeskTask, textAt } from './lines.ts';
import { actAt, chanceOf, idOf, type Shown } from './plan.ts';

const task = DeskTask.parse(JSON.parse(process.argv[2] ?? ''));
const chance = chanceOf(`${task.seed}/${task.life}/pace`);

/** On Linux a pipe is written before this returns, so what was said survives the kill. */
function say(line: DeskLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const workstation = await openWorkstation({
  dir: task.dir,
  migrationsDir: task.migrationsDir,
  key: Buffer.from(task.key, 'hex'),
  transport: nodeTransport(),
  clock: { wallMs: () => Date.now(), monoMs: () => performance.now() },
  appVersion: '0.0.0-test',
  log: pino({ level: process.env.HOLOS_TEST_LOG ?? 'silent' }, pino.destination({ dest: 2, sync: true })),
  keyUnprotected: false,
  timing: {
    ...SYNC_TIMING,
    pollMs: 1000,
    backoffFirstMs: 30,
    backoffMostMs: 300,
    requestMs: 1500,
    pageRows: 200,
  },
});

async function ask<N extends ChannelName>(name: N, input: InputOf<N>): Promise<Answer<OutputOf<N>>> {
  return (await workstation.handle(name, input)) as Answer<OutputOf<N>>;
}

async function get<N extends ChannelName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const answer = await ask(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
  return answer.value;
}

let isQuiet = false;

async function act(index: number): Promise<void> {
  const { action, commands } = actAt(task.seed, index, await shown(), task.assignTo);
  const answer = await ask('command.submit', { action, commands: [...commands], consumes: [] });
  // The answer's way to the window: killed on it, the act is done and nobody was told.
  await new Promise<void>((resolve) => setTimeout(resolve, chance() * 30));
  if (!answer.ok) return say({ t: 'no', index, code: answer.error.code });
  const made = answer.value.commands;
  say({
    t: 'ok',
    index,
    commands: made.map(({ id }) => id),
    number: made.find(({ number }) => number !== null)?.number ?? null,
  });
}

/** One of the newest appeals on the screen. */
async function shown(): Promise<Shown | null> {
  if (task.assignTo === null) return null;
  const { lines } = await get('appeal.list', { scope: 'all', urgentOnly: false, limit: 5 });
  const line = lines[Math.floor(chance() * lines.length)];
  return line?.assignee ? { appeal: line.id, assignee: line.assignee } : null;
}

async function actOn(index: number): Promise<void> {
  if (isQuiet) return;
  await act(index);
  setTimeout(() => void actOn(index + 1), 20 + chance() * 150);
}

/** Types without end, kept by the window's own keeper of drafts. */
function type(): void {
  const call = idOf(task.seed, task.life, 'draft');
  const keeper = createDraftKeeper({
    save: (draft) => ask('draft.save', draft as InputOf<'draft.save'>),
    onState: () => undefined,
  });
  let rev = 0;
  const press = () => {
    if (isQuiet) return;
    rev += 1;
    keeper.change(call, 'notes', textAt(rev));
    say({ t: 'typed', call, rev, mono: performance.now() });
    setTimeout(press, 10 + chance() * 120);
  };
  press();
}

/** Waits for an exchange that began after this call and left nothing waiting. */
async function settle(): Promise<void> {
  const before = (await get('sync.status', {})).lastSuccessAt;
  workstation.nudge();
  for (;;) {
    const changed = new Promise<void>((resolve) => {
      const undo = workstation.onEvent(() => {
        undo();
        resolve();
      });
    });
    const status = await get('sync.status', {});
    const isDone = status.state === 'connected' && status.waiting === 0 && status.download === null;
    if (isDone && status.lastSuccessAt !== before) return say({ t: 'settled' });
    await changed;
  }
}

/**
 * Says up to which moment everything that was due has been done. Timers run in the order in which they are due, so when a beat
 * runs, whatever was due before the beat before it was set has run; a blocked process claims nothing it has not done.
 */
function beat(before: number, set: number): void {
  if (isQuiet) return;
  say({ t: 'alive', mono: before });
  const now = performance.now();
  setTimeout(() => beat(set, now), 50);
}

const found = await get('draft.list', {});
say({
  t: 'open',
  drafts: found.calls.flatMap(({ fields }) => fields.map(({ call, rev, text }) => ({ call, rev, text }))),
});
const opened = performance.now();
beat(opened, opened);
createInterface({ input: process.stdin }).on('line', (line) => {
  isQuiet = true;
  if (line === 'settle') void settle();
  if (line === 'close') void workstation.close().then(() => process.exit(0));
});
type();
await actOn(task.from);
