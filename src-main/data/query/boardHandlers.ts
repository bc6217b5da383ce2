import { commandSpec } from '../../../src-shared/command/registry.ts';
import type { OutputOf, ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import type { Answer } from '../../../src-shared/ipc/envelope.ts';
import type { Role } from '../../../src-shared/operator/model.ts';
import { err, ok } from '../../../src-shared/result.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';
import { liveBoard } from './boardLive.ts';
import { planMoves } from './boardPlan.ts';
import { breathing } from './browseAppeals.ts';

/** The shift's board, and moving work from it: for who may give appeals to somebody. */
export function boardHandlers(parts: HandlerParts) {
  const { desk } = parts;
  const mayMove = (role: Role) => commandSpec('appeal.assign')?.mayRun.includes(role) ?? false;
  return {
    'board.live': () =>
      signedIn(parts, ({ operator: { role } }) =>
        mayMove(role) ? ok(liveBoard(desk)) : err({ code: 'not_permitted', data: { role } }),
      ),
    async 'board.plan'(input: ParsedInputOf<'board.plan'>): Promise<Answer<OutputOf<'board.plan'>>> {
      const me = signedIn(parts, ({ operator }) => ok(operator));
      if (!me.ok) return me;
      const { id, role } = me.value;
      if (!mayMove(role)) return err({ code: 'not_permitted', data: { role } });
      return ok(await planMoves(desk, id, input, breathing(desk)));
    },
  };
}
