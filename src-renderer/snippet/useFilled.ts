import { applicantName } from '../../src-shared/applicant/model.ts';
import { recognisePhone } from '../../src-shared/applicant/phone.ts';
import { legalDay } from '../../src-shared/clock.ts';
import { fillPlaceholders } from '../../src-shared/snippet/placeholder.ts';
import { newestOf } from '../call/acts.ts';
import type { OpenCall } from '../call/openCall.ts';
import { useSession } from '../session/useSession.ts';
import { addressWords } from '../ui/addressWords.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';

/** Fills the placeholders of a snippet from the call, the card and the clock as they are when it is put in. */
export function useFilled(seen: OpenCall): (text: string) => string {
  const { i18n } = useTexts();
  const format = useFormat();
  const { operator } = useSession();
  return (text) => {
    const call = newestOf(seen);
    const { appeal, phoneRaw } = call;
    const place = appeal.placeSame ? appeal.address : appeal.place;
    return fillPlaceholders(text, {
      caller: appeal.anonymous ? '' : applicantName(appeal).trim(),
      number: recognisePhone(phoneRaw)?.display ?? phoneRaw.trim(),
      address: place.settlement === '' && place.street === '' ? '' : addressWords(i18n, place),
      today: format.day(legalDay(Date.now())),
      time: format.time(Date.now()),
      operator: operator.name,
    });
  };
}
