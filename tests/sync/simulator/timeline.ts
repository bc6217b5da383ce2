import type { Timers } from '../../../src-shared/timers.ts';

/** Something that will happen at a virtual moment. */
interface Due {
  readonly at: number;
  readonly order: number;
  readonly label: string;
  /** Requests that reach the centre in the same moment are worked on together. */
  readonly isJoint: boolean;
  readonly run: () => void;
}

/** Virtual time: nothing happens but what is due, in an order that depends on nothing else. */
export interface Timeline {
  /** Milliseconds since the history began. */
  now(): number;
  /** @returns its undo */
  at(delay: number, label: string, run: () => void, isJoint?: boolean): () => void;
  /** Moment of what is due next; null when nothing is. */
  nextAt(): number | null;
  /** Takes what is due next, goes to its moment and answers what to run: one thing, or joint ones together. */
  take(): readonly { readonly label: string; readonly run: () => void }[];
  /** Lets time pass up to a moment before which nothing is due. */
  skipTo(moment: number): void;
}

export function timelineOf(): Timeline {
  let now = 0;
  let order = 0;
  const pending = new Set<Due>();
  const first = () => {
    let found: Due | null = null;
    for (const due of pending) {
      if (found === null || due.at < found.at || (due.at === found.at && due.order < found.order))
        found = due;
    }
    return found;
  };
  return {
    now: () => now,
    at(delay, label, run, isJoint = false) {
      order += 1;
      const due: Due = { at: now + Math.max(0, Math.ceil(delay)), order, label, run, isJoint };
      pending.add(due);
      return () => void pending.delete(due);
    },
    nextAt: () => first()?.at ?? null,
    take() {
      const due = first();
      if (due === null) return [];
      now = Math.max(now, due.at);
      const together = due.isJoint
        ? [...pending].filter(({ at, isJoint }) => isJoint && at === due.at).sort((a, b) => a.order - b.order)
        : [due];
      for (const one of together) pending.delete(one);
      return together;
    },
    skipTo(moment) {
      now = Math.max(now, moment);
    },
  };
}

/** Timers of one process on the timeline; nothing of a process that was killed runs any more. */
export function timersOf(timeline: Timeline, owner: string, isAlive: () => boolean): Timers {
  return {
    after: (ms, run) =>
      timeline.at(ms, `${owner} timer`, () => {
        if (isAlive()) run();
      }),
  };
}

/**
 * Lets everything that was begun go on until it waits for the timeline again.
 * @param isBusy whether a request is under way at the centre, files being read for it included: real time is given to it until it has
 *   ended, because where its answer falls among the other events must not depend on the machine. No request waits for virtual time.
 */
export async function settle(isBusy: () => boolean): Promise<void> {
  const began = performance.now();
  do {
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (performance.now() - began > STUCK_MS) throw new Error('the centre never ends a request');
  } while (isBusy());
}

/** Real time after which nothing will happen any more. */
const STUCK_MS = 20_000;
