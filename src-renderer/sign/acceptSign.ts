import { FIRST_SIGN } from '../../src-shared/catalog/classifier.ts';
import type { SignProposal } from '../../src-shared/sign/queries.ts';
import { changeAppeal } from '../call/acts.ts';
import type { AppealDraft, OpenCall } from '../call/openCall.ts';

/** One proposal, so that a refused one is not made again and another one is. */
function nameOf({ sign, earlier }: SignProposal): string {
  return `${sign} ${earlier?.id ?? ''}`;
}

/** How a card stands towards a proposal. */
export type SignStanding = 'nothing' | 'proposed' | 'accepted' | 'refused' | 'unfounded';

/** `unfounded`: the card refers to an earlier appeal that no longer fits who is calling or what it is about. */
export function standingOf(appeal: AppealDraft, proposal: SignProposal): SignStanding {
  const current = appeal.receiptSign || FIRST_SIGN;
  const isHeld = current === proposal.sign && appeal.previous === (proposal.earlier?.id ?? null);
  if (proposal.reason === 'none') return appeal.previous === null ? 'nothing' : 'unfounded';
  if (isHeld) return 'accepted';
  return appeal.signRefused === nameOf(proposal) ? 'refused' : 'proposed';
}

/** The operator agrees: the sign and the earlier appeal stand on the card. */
export function acceptSign(call: OpenCall, proposal: SignProposal): void {
  changeAppeal(call.id, {
    receiptSign: proposal.sign,
    previous: proposal.earlier?.id ?? null,
    signRefused: '',
  });
}

/** Back to a first appeal. */
export function withdrawSign(call: OpenCall): void {
  changeAppeal(call.id, { receiptSign: '', previous: null, signRefused: '' });
}

/** It is something else: not proposed again for this card. */
export function refuseSign(call: OpenCall, proposal: SignProposal): void {
  changeAppeal(call.id, { signRefused: nameOf(proposal) });
}
