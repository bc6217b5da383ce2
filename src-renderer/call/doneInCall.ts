import { suggestOutcome } from '../../src-shared/call/suggest.ts';
import { type OpenCall, writtenLines } from './openCall.ts';

/** How an open call most likely ends, by what is in its card. */
export function outcomeOffered(call: OpenCall): ReturnType<typeof suggestOutcome> {
  const { appeal, consultation } = call;
  const isSaid = (...texts: string[]) => texts.some((text) => text.trim() !== '');
  const person = [appeal.surname, appeal.givenName, appeal.organisation];
  const place = [appeal.address.settlement, appeal.address.street];
  const end = call.ended === null ? Date.now() : Date.parse(call.ended.at);
  return suggestOutcome({
    isAppealBegun: appeal.kind !== null || isSaid(appeal.topic, ...person, ...place, appeal.text ?? ''),
    isConsultationBegun: isSaid(consultation.topic, consultation.answer),
    isNoted: writtenLines(call) > 0,
    talkMs: Math.max(0, end - Date.parse(call.startedAt)),
  });
}
