import { CLOSES_AT_SECOND, OPENS_AT_SECOND } from './calendar.ts';
import type { Random } from './random.ts';
import { load } from './topics.ts';

/** A call in its place within the day. All times are seconds since midnight by the clock in Kyiv. */
export interface Slot<T> {
  readonly call: T;
  readonly operator: number;
  readonly start: number;
  readonly end: number;
  /** Until then the operator works on it: relays, writes, breathes. No other call of theirs begins before. */
  readonly free: number;
}

/** How long a call occupies an operator, in seconds. */
export interface Occupies {
  readonly talk: number;
  readonly wrapUp: number;
}

interface Placed<T> {
  call: T;
  talk: number;
  wrapUp: number;
  start: number;
}

/**
 * Places the calls of one day by the curve of the hours. A call goes to the operator who is free longest; when nobody is,
 * it waits. Calls of one operator never overlap, and all of it ends before the line closes.
 * @throws RangeError when the operators cannot take so many calls in a day
 */
export function placeCalls<T extends Occupies>(
  random: Random,
  calls: readonly T[],
  operators: number,
): Slot<T>[] {
  const wished = calls
    .map((call) => ({ call, talk: call.talk, wrapUp: call.wrapUp, start: wishedStart(random) }))
    .sort((a, b) => a.start - b.start);
  const queues: Placed<T>[][] = Array.from({ length: operators }, () => []);
  for (const placed of wished) {
    const [operator = 0, freeAt = OPENS_AT_SECOND] =
      queues
        .map((queue, index): [number, number] => [index, freeFrom(queue.at(-1))])
        .sort((a, b) => a[1] - b[1])[0] ?? [];
    placed.start = Math.max(placed.start, freeAt);
    queues[operator]?.push(placed);
  }
  return queues.flatMap((queue, operator) => {
    pullBackFromClosing(queue);
    return queue.map(({ call, start, talk, wrapUp }) => {
      const end = start + talk;
      return { call, operator, start, end, free: end + wrapUp };
    });
  });
}

function wishedStart(random: Random): number {
  const hour = random.weighted(
    load.hourShare.map((share, index) => ({ share, index })),
    (item) => item.share,
  );
  return OPENS_AT_SECOND + hour.index * 3600 + random.int(5, 3595);
}

function freeFrom(last: { start: number; talk: number; wrapUp: number } | undefined): number {
  return last === undefined ? OPENS_AT_SECOND : last.start + last.talk + last.wrapUp;
}

/** From the last call back, each begins early enough for what follows it. */
function pullBackFromClosing(queue: { start: number; talk: number; wrapUp: number }[]): void {
  let limit = CLOSES_AT_SECOND;
  for (const placed of [...queue].reverse()) {
    placed.start = Math.min(placed.start, limit - placed.talk - placed.wrapUp);
    limit = placed.start;
  }
  if (limit < OPENS_AT_SECOND) throw new RangeError('more calls than the operators can take in a day');
}
