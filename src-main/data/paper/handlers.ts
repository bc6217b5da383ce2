import type { ChannelsOf, OutputOf, ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import type { Answer } from '../../../src-shared/ipc/envelope.ts';
import { err, ok } from '../../../src-shared/result.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';
import { checkPaper, listPaper, takeForPaper } from './paper.ts';

type PaperChannel = Extract<ChannelsOf<'read' | 'write'>, `paper.${string}`>;

/** Paper blanks: numbers for printing, their list, and what becomes of each. */
export function paperHandlers(parts: HandlerParts) {
  const { desk } = parts;
  const { intent } = desk.stores;
  return {
    'paper.list': () => signedIn(parts, () => ok({ blanks: listPaper(desk) })),
    'paper.take': ({ count }) => {
      const enrolment = intent.enrolment.get();
      if (enrolment === null) return err({ code: 'notEnrolled', data: {} });
      return signedIn(parts, (session) => {
        const numbers = takeForPaper(desk, session, enrolment, count);
        parts.sync.announce();
        // Numbers in hand have become fewer: the centre may lease more.
        parts.sync.trigger();
        return ok({ numbers });
      });
    },
    'paper.check': (input) =>
      signedIn(parts, () => {
        const checked = checkPaper(desk, input.number);
        return checked.ok ? ok({ number: checked.value }) : checked;
      }),
    'paper.spoil': ({ number, spoilt }) =>
      signedIn(parts, () =>
        intent.paper.spoil(number, spoilt) ? ok({}) : err({ code: 'paperUsed', data: { number } }),
      ),
    'paper.putBack': ({ call }) =>
      signedIn(parts, ({ operator }) => {
        intent.transact(() => intent.draft.consume(operator.id, call, null, desk.time.now()));
        return ok({});
      }),
  } satisfies { readonly [N in PaperChannel]: (input: ParsedInputOf<N>) => Answer<OutputOf<N>> };
}
