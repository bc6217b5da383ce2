import type { ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import { ok } from '../../../src-shared/result.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';
import { proposalFor } from './proposal.ts';

/** Signs of receipt. */
export function signHandlers(parts: HandlerParts) {
  const { desk } = parts;
  return {
    'sign.propose': (input: ParsedInputOf<'sign.propose'>) =>
      signedIn(parts, ({ operator }) => ok(proposalFor(desk, operator, input))),
  };
}
