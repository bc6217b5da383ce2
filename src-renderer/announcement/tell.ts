import { v5 } from 'uuid';
import type { Announcement } from '../../src-shared/announcement/model.ts';
import type { Problem } from '../../src-shared/ipc/envelope.ts';
import { act, newestOf, submit } from '../call/acts.ts';
import type { OpenCall } from '../call/openCall.ts';
import { useCalls } from '../call/store.ts';
import { openDangers } from '../danger/openDangers.ts';
import { type CountedAs, tellAsideSubmission, tellSubmission } from './tellSubmission.ts';

/**
 * Whether being told ends the call. A card that has become an appeal, or an answer of its own, is not thrown away: then the consultation is
 * recorded beside it and the call goes on.
 */
export function tellingEnds({ consultation, appeal, registered }: OpenCall): boolean {
  const isAppeal = appeal.kind !== null || (appeal.text ?? '').trim() !== '' || appeal.files.length > 0;
  return !isAppeal && consultation.answer.trim() === '' && registered.length === 0;
}

/**
 * The caller was told what is announced for them: a consultation on its topic.
 * @param onAside it was recorded while the call goes on, or could not be
 */
export function tellAnnounced(
  seen: OpenCall,
  announcement: Announcement,
  onAside: (problem: Problem | null) => void,
): void {
  const call = newestOf(seen);
  if (openDangers(call).length > 0) {
    // The card's foot says why nothing goes out yet.
    useCalls.setState((state) => ({ tried: { ...state.tried, [call.id]: true } }));
    return;
  }
  if (!tellingEnds(call)) {
    void tellAside(call, announcement).then(onAside);
    return;
  }
  const counted = countedAs(call, announcement);
  void act(call.id, tellSubmission(call, announcement, counted), () => {
    const { topic } = counted;
    useCalls.setState({
      result: { kind: 'consultation', call: call.id, appeal: null, number: null, urgent: false, topic },
    });
  });
}

/** Told twice in one call it is recorded once: its identity is made of both. */
async function tellAside(call: OpenCall, announcement: Announcement): Promise<Problem | null> {
  const consultation = v5(announcement.id, call.id);
  const answer = await submit(
    tellAsideSubmission(call, announcement, consultation, countedAs(call, announcement)),
  );
  return answer.ok || answer.error.code === 'consultation_exists' ? null : answer.error;
}

/** What a telling is counted under: the card's own topic where the announcement is about it, else the announcement's first. */
export function countedAs(call: OpenCall, { topics }: Pick<Announcement, 'topics'>): CountedAs {
  const { consultation, appeal } = call;
  const chosen = [consultation.topic, appeal.topic].find((topic) => topics.includes(topic));
  const district = consultation.district || appeal.place.district || appeal.address.district;
  return { topic: chosen ?? topics[0] ?? '', district };
}
