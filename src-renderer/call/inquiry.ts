import { v7 as mint } from 'uuid';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { act, newestOf, submit } from './acts.ts';
import type { OpenCall } from './openCall.ts';
import { useCalls } from './store.ts';
import { inquiryAside, inquirySubmission } from './submission.ts';

/** The caller asked how a registered appeal stands: that is recorded, and the call ends. */
export function recordInquiry(
  call: OpenCall,
  appeal: { readonly id: string; readonly number: string; readonly topic: string },
): void {
  void act(call.id, inquirySubmission(newestOf(call), appeal.id), () => {
    const { id, number: about, topic } = appeal;
    const result = {
      kind: 'consultation',
      call: call.id,
      appeal: id,
      number: null,
      urgent: false,
      topic,
      about,
    } as const;
    useCalls.setState({ result });
  });
}

/** Questions recorded while their call goes on, so that a second press does not record one twice. */
const askedAside = new Set<string>();

/**
 * The caller asked how a registered appeal stands while their card holds words of its own: the question is recorded, the call and its card
 * stay as they are.
 * @param onDone whether it is recorded
 */
export async function recordInquiryAside(
  call: OpenCall,
  appeal: { readonly id: string },
  onDone: (problem: Problem | null) => void,
): Promise<void> {
  const key = `${call.id} ${appeal.id}`;
  if (askedAside.has(key)) return;
  askedAside.add(key);
  const answer = await submit(inquiryAside(call, appeal.id, mint(), mint()));
  if (!answer.ok) askedAside.delete(key);
  onDone(answer.ok ? null : answer.error);
}
