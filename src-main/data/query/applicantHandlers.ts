import type { ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import { ok } from '../../../src-shared/result.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';
import { whoIsCalling } from './applicantCaller.ts';

/** Who is calling, and who has appealed before. */
export function applicantHandlers(parts: HandlerParts) {
  const { desk } = parts;
  return {
    'caller.who': (input: ParsedInputOf<'caller.who'>) =>
      signedIn(parts, () => ok(whoIsCalling(desk, input))),
  };
}
