import type { SubmitInput } from '../command/queries.ts';
import type { Problem } from '../ipc/envelope.ts';
import type { Result } from '../result.ts';
import type { Move } from './share.ts';

/** Appeals in one act: few enough that typing elsewhere does not wait for it, many enough that a thousand are moved within a second. */
export const MOVE_STEP = 50;

/** What a rule says of one appeal: the others can be moved all the same. */
const OF_ONE_APPEAL: readonly string[] = ['already_assigned', 'appeal_unknown'];

/** What became of moves. */
export interface Moved {
  readonly done: readonly Move[];
  /** Stayed as they are: meanwhile somebody else gave them to somebody. */
  readonly kept: readonly Move[];
  /** What ended it before all were moved; null when nothing did. */
  readonly problem: Problem | null;
}

/**
 * Moves appeals, one command each, in acts of bounded size. An act with an appeal that cannot be moved is done again one by one, so
 * that the others are.
 * @param submit does one act
 * @param onStep told how many have been looked at; false stops before the next act
 */
export async function moveInSteps(
  moves: readonly Move[],
  submit: (commands: SubmitInput['commands']) => Promise<Result<unknown, Problem>>,
  onStep: (looked: number) => boolean,
): Promise<Moved> {
  const done: Move[] = [];
  const kept: Move[] = [];
  for (let at = 0; at < moves.length; at += MOVE_STEP) {
    const some = moves.slice(at, at + MOVE_STEP);
    const answer = await submit(some.map(commandOf));
    if (answer.ok) done.push(...some);
    else if (!OF_ONE_APPEAL.includes(answer.error.code)) return { done, kept, problem: answer.error };
    else {
      for (const move of some) {
        const alone = await submit([commandOf(move)]);
        if (alone.ok) done.push(move);
        else if (OF_ONE_APPEAL.includes(alone.error.code)) kept.push(move);
        else return { done, kept, problem: alone.error };
      }
    }
    if (!onStep(Math.min(moves.length, at + MOVE_STEP))) break;
  }
  return { done, kept, problem: null };
}

function commandOf({ appeal, from, to }: Move): SubmitInput['commands'][number] {
  return { kind: 'appeal.assign', payload: { appeal, from, to } };
}
