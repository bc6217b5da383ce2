import { expect } from 'vitest';
import type { FaultProxy } from '../../support/faultProxy.ts';
import { type Killable, startDeskProcess } from './killable.ts';
import { type DeskLine, type DeskTask, textAt } from './lines.ts';

/** Text older than this is on disk whatever happens (invariant I10). */
const SAVED_MS = 300;

/** One workstation over all its lives: kept in one folder, killed, started again, and held to what it said. */
export class Station implements Pick<Killable<DeskLine>, 'kill'> {
  readonly place: { readonly dir: string; readonly key: string };
  /** Commands of every act that was answered "ok". */
  readonly commands: string[] = [];
  readonly numbers: string[] = [];
  acts = 0;
  draftsChecked = 0;
  readonly #task: Omit<DeskTask, 'migrationsDir' | 'from' | 'life'>;
  readonly #proxy: FaultProxy;
  readonly #program: string;
  /** Lowest revision of each draft that must be found from now on. */
  readonly #mustFind = new Map<string, number>();
  #process: Killable<DeskLine> | null = null;
  #life = 0;
  #from = 0;

  constructor(program: string, task: Omit<DeskTask, 'migrationsDir' | 'from' | 'life'>, proxy: FaultProxy) {
    this.#program = program;
    this.place = { dir: task.dir, key: task.key };
    this.#task = task;
    this.#proxy = proxy;
  }

  start(): void {
    this.#process = startDeskProcess(this.#program, { ...this.#task, from: this.#from, life: this.#life });
    this.#life += 1;
  }

  /** Waits until this life is open and has done so many acts. */
  async work(acts: number): Promise<void> {
    let left = acts;
    await this.#running().line(({ t }) => {
      if (t === 'ok') left -= 1;
      return left <= 0;
    });
  }

  /** SIGKILL; then what it had said is noted, and what it had found is compared with what was said before. */
  async kill(): Promise<void> {
    const process = this.#process;
    if (process === null) return;
    await process.kill();
    this.#process = null;
    this.#note(process.lines);
  }

  /** Stops acting; resolves after an exchange that left nothing waiting. */
  async settle(): Promise<void> {
    const process = this.#running();
    const before = settledCount(process.lines);
    process.tell('settle');
    await process.line(() => settledCount(process.lines) > before);
  }

  /** Ends in order. */
  async close(): Promise<void> {
    const process = this.#running();
    process.tell('close');
    expect(await process.ended).toBe(0);
    this.#process = null;
    this.#note(process.lines);
    this.#proxy.heal();
  }

  #running(): Killable<DeskLine> {
    if (this.#process === null) throw new Error('the workstation does not run');
    return this.#process;
  }

  #note(lines: readonly DeskLine[]): void {
    for (const line of lines) {
      if (line.t === 'open') this.#compare(line.drafts);
      if (line.t !== 'ok' && line.t !== 'no') continue;
      this.#from = line.index + 1;
      if (line.t === 'no') {
        // Only giving an appeal away can clash; any other refusal says that an act repeated after a kill was done twice.
        expect(line.code).toBe('already_assigned');
        continue;
      }
      this.acts += 1;
      this.commands.push(...line.commands);
      if (line.number !== null) this.numbers.push(line.number);
    }
    const alive = lines.findLast(({ t }) => t === 'alive');
    if (alive?.t !== 'alive') return;
    for (const line of lines) {
      if (line.t === 'typed' && line.mono <= alive.mono - SAVED_MS) this.#mustFind.set(line.call, line.rev);
    }
  }

  #compare(drafts: Extract<DeskLine, { t: 'open' }>['drafts']): void {
    const found = new Map(drafts.map((draft) => [draft.call, draft]));
    for (const [call, rev] of this.#mustFind) {
      const draft = found.get(call);
      expect(draft?.rev ?? 0).toBeGreaterThanOrEqual(rev);
      expect(draft?.text).toBe(textAt(draft?.rev ?? 0));
      this.draftsChecked += 1;
    }
  }
}

function settledCount(lines: readonly DeskLine[]): number {
  return lines.filter(({ t }) => t === 'settled').length;
}
