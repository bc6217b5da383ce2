import type { OutputOf, ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import type { Answer } from '../../../src-shared/ipc/envelope.ts';
import { err, ok } from '../../../src-shared/result.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';
import { callHistory, interruptedCall } from '../query/call.ts';
import { listHandovers } from '../query/handover.ts';
import { listPromises } from '../query/promise.ts';
import { acceptHandover } from './accept.ts';

/** What goes on around the calls of a shift: the operator's own state, promises, handed cards. */
export function shiftHandlers(parts: HandlerParts) {
  const { desk, sync } = parts;
  const { records, intent } = desk.stores;
  const inFlight = (seq: number) => sync.isInFlight(seq);
  return {
    'duty.get': () =>
      signedIn(parts, ({ operator }) => ok({ duty: records.record.get('duty', operator.id) ?? null })),
    'call.interrupted': (input: ParsedInputOf<'call.interrupted'>) =>
      signedIn(parts, () => ok(interruptedCall(desk, input))),
    'call.history': (input: ParsedInputOf<'call.history'>) =>
      signedIn(parts, () => ok(callHistory(desk, input.call))),
    'promise.list': () => signedIn(parts, () => ok(listPromises(desk, inFlight))),
    'handover.list': () => signedIn(parts, ({ operator }) => ok(listHandovers(desk, operator))),
    'handover.accept': (input: ParsedInputOf<'handover.accept'>): Answer<OutputOf<'handover.accept'>> => {
      const enrolment = intent.enrolment.get();
      if (enrolment === null) return err({ code: 'notEnrolled', data: {} });
      return signedIn(parts, (session) => {
        const accepted = acceptHandover(desk, session, enrolment, input);
        if (!accepted.ok) return accepted;
        parts.recordsChanged(accepted.value);
        sync.announce();
        sync.trigger();
        return ok({});
      });
    },
  };
}
