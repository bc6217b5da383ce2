import type { ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import { ok } from '../../../src-shared/result.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';
import { findSimilar, getProblem, listProblems } from './similar.ts';

/** What others reported near, and the problems that join it. */
export function similarHandlers(parts: HandlerParts) {
  const { desk } = parts;
  const inFlight = (seq: number) => parts.sync.isInFlight(seq);
  return {
    'similar.find': (input: ParsedInputOf<'similar.find'>) =>
      signedIn(parts, () => ok(findSimilar(desk, inFlight, input))),
    'problem.list': () => signedIn(parts, () => ok({ problems: listProblems(desk) })),
    'problem.get': (input: ParsedInputOf<'problem.get'>) =>
      signedIn(parts, () => ok(getProblem(desk, input.problem))),
  };
}
