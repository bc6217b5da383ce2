import type { AppealStatus } from '../appeal/status.ts';
import type { Role } from '../operator/model.ts';

/** A change of an appeal's life: by which act, from where to where, who may, what it asks for, and how it behaves apart from others. */
export interface Transition {
  /** Command; what follows the colon tells two outcomes of one command apart. */
  readonly act: string;
  /** Status before -> status after. What is not listed refuses the act. */
  readonly moves: Partial<Record<AppealStatus, AppealStatus>>;
  readonly who: readonly Role[];
  /** What must be there, by the name of a text `control.requires.*`. */
  readonly requires: readonly string[];
  /** What happens when a colleague changed the same thing meanwhile, by the name of a text `control.apart.*`. */
  readonly apart: 'each_counts' | 'second_refused' | 'first_stands';
}

const WORKERS: readonly Role[] = ['operator', 'lead', 'control'];
const CONTROLLERS: readonly Role[] = ['lead', 'control'];
const OPEN: readonly AppealStatus[] = ['registered', 'forwarded', 'in_work', 'answered'];

/** Every status stays as it is. */
const stay = (statuses: readonly AppealStatus[]) =>
  Object.fromEntries(statuses.map((status) => [status, status]));

/**
 * The life of an appeal after registration, the only table of it (domain rules of resolution 348 on control, Law 393/96-ВР articles 7, 19
 * and 20; the rest is the house's). Every act works without a network; the centre decides again in its own order.
 */
export const LIFE: readonly Transition[] = [
  { act: 'appeal.assign', moves: stay(OPEN), who: ['lead'], requires: [], apart: 'second_refused' },
  {
    act: 'appeal.forward',
    moves: { registered: 'forwarded', forwarded: 'forwarded', in_work: 'in_work', answered: 'in_work' },
    who: WORKERS,
    requires: ['authority'],
    apart: 'each_counts',
  },
  { act: 'execution.contact', moves: stay(OPEN), who: WORKERS, requires: ['contact'], apart: 'each_counts' },
  {
    act: 'execution.contact:received',
    moves: { ...stay(OPEN), forwarded: 'in_work' },
    who: WORKERS,
    requires: ['contact'],
    apart: 'each_counts',
  },
  {
    act: 'response.record',
    moves: stay(OPEN),
    who: WORKERS,
    requires: ['answer'],
    apart: 'each_counts',
  },
  {
    act: 'response.record:all',
    moves: { registered: 'answered', forwarded: 'answered', in_work: 'answered', answered: 'answered' },
    who: WORKERS,
    requires: ['answer', 'result'],
    apart: 'each_counts',
  },
  {
    act: 'response.return',
    moves: { answered: 'in_work', in_work: 'in_work', forwarded: 'in_work' },
    who: CONTROLLERS,
    requires: ['reason'],
    apart: 'second_refused',
  },
  {
    act: 'execution.notOurs',
    moves: stay(OPEN),
    who: WORKERS,
    requires: ['reason'],
    apart: 'second_refused',
  },
  {
    act: 'execution.notOurs:last',
    moves: {
      registered: 'registered',
      forwarded: 'registered',
      in_work: 'registered',
      answered: 'registered',
    },
    who: WORKERS,
    requires: ['reason'],
    apart: 'second_refused',
  },
  {
    act: 'execution.recall',
    moves: stay(OPEN),
    who: CONTROLLERS,
    requires: ['reason'],
    apart: 'second_refused',
  },
  {
    act: 'execution.recall:last',
    moves: {
      registered: 'registered',
      forwarded: 'registered',
      in_work: 'registered',
      answered: 'registered',
    },
    who: CONTROLLERS,
    requires: ['reason'],
    apart: 'second_refused',
  },
  {
    act: 'appeal.extendTerm',
    moves: stay(['registered', 'forwarded', 'in_work', 'answered']),
    who: CONTROLLERS,
    requires: ['reason', 'notice'],
    apart: 'second_refused',
  },
  {
    act: 'appeal.close',
    moves: { registered: 'closed', answered: 'closed' },
    who: CONTROLLERS,
    requires: ['result', 'ending', 'answer'],
    apart: 'first_stands',
  },
  {
    act: 'appeal.close:byArticle',
    moves: { registered: 'closed', forwarded: 'closed', in_work: 'closed', answered: 'closed' },
    who: CONTROLLERS,
    requires: ['result', 'ending', 'answer'],
    apart: 'first_stands',
  },
  {
    act: 'appeal.verdict',
    moves: stay(['answered', 'closed', 'removed']),
    who: WORKERS,
    requires: ['verdict'],
    apart: 'each_counts',
  },
  {
    act: 'appeal.verdict:unsatisfied',
    moves: { answered: 'in_work', closed: 'in_work', removed: 'in_work' },
    who: WORKERS,
    requires: ['verdict', 'reason'],
    apart: 'each_counts',
  },
  {
    act: 'appeal.removeFromControl',
    moves: { closed: 'removed' },
    who: ['control'],
    requires: ['result', 'answer'],
    apart: 'first_stands',
  },
  {
    act: 'appeal.reopen',
    moves: { closed: 'in_work', removed: 'in_work' },
    who: CONTROLLERS,
    requires: ['reason'],
    apart: 'first_stands',
  },
];

const byAct = new Map(LIFE.map((transition) => [transition.act, transition]));

/** The status after an act; null when an appeal of this status refuses it. @throws Error for an act the table does not have */
export function statusAfter(act: string, status: AppealStatus): AppealStatus | null {
  const transition = byAct.get(act);
  if (transition === undefined) throw new Error(`no transition ${act}`);
  return transition.moves[status] ?? null;
}

/** Who may do an act, for its command. @throws Error for an act the table does not have */
export function mayDo(act: string): readonly Role[] {
  const transition = byAct.get(act);
  if (transition === undefined) throw new Error(`no transition ${act}`);
  return transition.who;
}

/** Whether an appeal is on control: everything is, until control staff take it off (resolution 348). */
export function isOnControl(status: AppealStatus): boolean {
  return status !== 'removed';
}

/** Whether its term still runs. */
export function isTermRunning(status: AppealStatus): boolean {
  return status === 'registered' || status === 'forwarded' || status === 'in_work';
}
