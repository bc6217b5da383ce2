import type { ChannelsOf, OutputOf, ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import type { Answer } from '../../../src-shared/ipc/envelope.ts';
import { ok } from '../../../src-shared/result.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';

type LineChannel = Extract<ChannelsOf<'read' | 'write'>, `line.${string}`>;

type Handlers = { readonly [N in LineChannel]: (input: ParsedInputOf<N>) => Answer<OutputOf<N>> };

/** The telephone line: its feed and its calls. */
export function lineHandlers(parts: HandlerParts) {
  const { lines } = parts;
  return {
    'line.state': () => signedIn(parts, () => ok(lines.state())),
    'line.set': (input) =>
      signedIn(parts, () => {
        lines.set(input);
        return ok(lines.state());
      }),
    'line.token': () => signedIn(parts, () => ok(lines.token())),
    'line.rotate': () => signedIn(parts, () => ok(lines.rotate())),
    'line.attach': (input) =>
      signedIn(parts, () => {
        lines.attach(input.id, input.call);
        return ok({});
      }),
    'line.settle': (input) =>
      signedIn(parts, () => {
        lines.settle(input.id, input.as);
        return ok({});
      }),
  } satisfies Handlers;
}
