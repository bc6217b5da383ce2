import { commandSpec } from '../../../src-shared/command/registry.ts';
import { ok } from '../../../src-shared/result.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';
import { listApart } from './list.ts';

/** Appeals registered apart; nothing to settle for who may not. */
export function pairHandlers(parts: HandlerParts) {
  const { desk } = parts;
  return {
    'pair.list': () =>
      signedIn(parts, ({ operator }) => {
        const maySettle = commandSpec('pair.settle')?.mayRun.includes(operator.role) === true;
        return ok(maySettle ? listApart(desk) : { groups: [], more: false });
      }),
  };
}
