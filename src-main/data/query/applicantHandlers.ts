import type { ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import { ok } from '../../../src-shared/result.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';
import { peopleAlike } from './applicantAlike.ts';
import { whoIsCalling } from './applicantCaller.ts';
import { getApplicant } from './applicantCard.ts';
import { listApplicants, pairsOfApplicants } from './applicantFind.ts';

/** Who is calling, and who has appealed before. */
export function applicantHandlers(parts: HandlerParts) {
  const { desk, sync } = parts;
  const inFlight = (seq: number) => sync.isInFlight(seq);
  return {
    'caller.who': (input: ParsedInputOf<'caller.who'>) =>
      signedIn(parts, () => ok(whoIsCalling(desk, input))),
    'applicant.list': (input: ParsedInputOf<'applicant.list'>) =>
      signedIn(parts, () => ok(listApplicants(desk, input))),
    'applicant.pairs': () => signedIn(parts, () => ok(pairsOfApplicants(desk))),
    'applicant.alike': ({ card }: ParsedInputOf<'applicant.alike'>) =>
      signedIn(parts, () => ok({ people: peopleAlike(desk, card) })),
    'applicant.get': ({ applicant }: ParsedInputOf<'applicant.get'>) =>
      signedIn(parts, ({ operator }) => ok(getApplicant(desk, inFlight, operator, applicant))),
  };
}
