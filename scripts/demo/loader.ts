import { type Day, legalDay } from '../../src-shared/clock.ts';
import type { Command } from '../../src-shared/command/envelope.ts';
import type { Act } from './month/acts.ts';
import type { Seat } from './seat.ts';

/** Told after each day: how many acts are done, of how many. */
export type Progress = (day: Day, done: number, all: number) => void;

/** A command of the demo that the server did not apply: the acts and the rules have come apart. */
export class NotAppliedError extends Error {
  constructor(command: Command, outcome: string, code: string | null) {
    super(`${command.kind} (sequence ${command.seq}) was ${outcome}: ${code ?? 'without a code'}.`);
    this.name = 'NotAppliedError';
  }
}

/**
 * Hands acts in, day by day, each by the seat of its operator, as workstations do that were cut off from the centre.
 * @param seats by the operator's place in the acts
 * @returns how many commands were applied
 * @throws NotAppliedError at the first that was not; PostRefused, TypeError as `post`
 */
export async function loadActs(
  seats: readonly Seat[],
  acts: readonly Act[],
  progress?: Progress,
): Promise<number> {
  let applied = 0;
  let done = 0;
  for (const [day, ofDay] of byDay(acts)) {
    for (const [operator, seat] of seats.entries()) {
      await seat.hello();
      const commands = ofDay
        .filter((act) => act.operator === operator)
        .flatMap((act) => act.commands.map((command) => seat.command(command, act.at)));
      applied += await pushAll(seat, commands);
    }
    done += ofDay.length;
    progress?.(day, done, acts.length);
  }
  return applied;
}

async function pushAll(seat: Seat, commands: readonly Command[]): Promise<number> {
  const results = await seat.push(commands);
  const bySeq = new Map(results.map((result) => [result.seq, result]));
  for (const command of commands) {
    const result = bySeq.get(command.seq);
    if (result?.outcome !== 'applied') {
      throw new NotAppliedError(command, result?.outcome ?? 'not answered', result?.code ?? null);
    }
  }
  return commands.length;
}

function byDay(acts: readonly Act[]): Map<Day, Act[]> {
  const days = new Map<Day, Act[]>();
  for (const act of acts) {
    const day = legalDay(act.at);
    const ofDay = days.get(day);
    if (ofDay) ofDay.push(act);
    else days.set(day, [act]);
  }
  return days;
}
