import type { OnLine } from '../../src-shared/call/onLine.ts';
import { timesOf } from '../../src-shared/telephony/call.ts';
import { recordOf, useLine } from './store.ts';

/** What the telephone line knows of a call record; nothing for a call kept by hand. */
export function lineFacts(call: string): OnLine {
  const { state, attached } = useLine.getState();
  const tracked = state?.calls.findLast((one) => recordOf(one, attached) === call);
  return tracked === undefined ? {} : { line: tracked.line, times: timesOf(tracked) };
}
