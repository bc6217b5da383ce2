import { v7 as mint } from 'uuid';
import type { InputOf } from '../../src-shared/ipc/contract.ts';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { activateCall, drafts, letGo, restoreCalls, submit } from '../call/acts.ts';
import { draftTexts, type OpenCall } from '../call/openCall.ts';
import { useCalls } from '../call/store.ts';
import { call as ask } from '../ipc.ts';

/** The act that hands one card over: its text travels in the command, the draft here is done. */
export function handSubmission(call: OpenCall, to: string | null): InputOf<'command.submit'> {
  const fields = Object.entries(draftTexts(call)).map(([field, text]) => ({ field, text }));
  const { id, startedAt } = call;
  const payload = {
    handover: mint(),
    call: id,
    startedAt,
    phoneRaw: call.phoneRaw.trim().slice(0, 80),
    to,
    fields,
  };
  return {
    action: mint(),
    commands: [{ kind: 'draft.hand', payload }],
    consumes: [{ call: id, field: null }],
  } as InputOf<'command.submit'>;
}

/**
 * Hands cards over, one act each, so that one that cannot go does not keep the others.
 * @returns the first problem; its card stays here as it was
 */
export async function handCards(calls: readonly OpenCall[], to: string | null): Promise<Problem | null> {
  let problem: Problem | null = null;
  for (const call of calls) {
    drafts.hold(call.id);
    const answer = await submit(handSubmission(call, to));
    if (answer.ok) letGo(call.id);
    else {
      drafts.resume(call.id);
      problem ??= answer.error;
    }
  }
  return problem;
}

/** Accepts a handed card and opens it. @returns why it could not be accepted */
export async function acceptCard(handover: string): Promise<Problem | null> {
  const input = { action: mint(), handover } as InputOf<'handover.accept'>;
  const answer = await ask('handover.accept', input);
  const before = new Set(useCalls.getState().calls.map(({ id }) => id));
  // Also after a lost answer: the card may be here already.
  await restoreCalls();
  const accepted = useCalls.getState().calls.find(({ id }) => !before.has(id));
  if (accepted) activateCall(accepted.id);
  return answer.ok || accepted ? null : answer.error;
}
