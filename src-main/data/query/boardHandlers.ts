import { commandSpec } from '../../../src-shared/command/registry.ts';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import type { Answer } from '../../../src-shared/ipc/envelope.ts';
import { err, ok } from '../../../src-shared/result.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';
import { planMoves } from './boardPlan.ts';
import { breathing } from './browseAppeals.ts';

/** The shift's board, and moving work from it: for who may give appeals to somebody. */
export function boardHandlers(parts: HandlerParts) {
  const { desk } = parts;
  return {
    async 'board.plan'(input: ParsedInputOf<'board.plan'>): Promise<Answer<OutputOf<'board.plan'>>> {
      const me = signedIn(parts, ({ operator }) => ok(operator));
      if (!me.ok) return me;
      const { id, role } = me.value;
      if (!commandSpec('appeal.assign')?.mayRun.includes(role))
        return err({ code: 'not_permitted', data: { role } });
      return ok(await planMoves(desk, id, input, breathing(desk)));
    },
  };
}
