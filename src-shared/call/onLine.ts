import type { RegionId } from '../brand.ts';
import { type RecordRef, type RecordView, type RecordWrite, write } from '../record/model.ts';
import type { CallTimes, LineIdentity } from '../telephony/line.ts';
import type { Call } from './model.ts';

/** What a command says of the telephone line; nothing for a call that is kept by hand. */
export interface OnLine {
  readonly line?: LineIdentity | undefined;
  readonly times?: CallTimes | undefined;
}

/** The record that holds the exchange's identity of a call, to be read beside the call. */
export function lineReads({ line }: OnLine): RecordRef[] {
  return line === undefined ? [] : [{ type: 'lineCall', id: line.callId }];
}

/**
 * Takes what the line knows into a call. A second call of the same identity is linked with the first ones and loses nothing by it;
 * a call that has an identity keeps it.
 */
export function withLine(view: RecordView, call: Call, region: RegionId, given: OnLine): RecordWrite[] {
  const timed = given.times === undefined ? call : { ...call, times: { ...call.times, ...given.times } };
  const { line } = given;
  if (line === undefined || call.line !== undefined) return [write('call', timed)];
  const known = view.get('lineCall', line.callId)?.calls ?? [];
  const others = known.filter((id) => id !== call.id);
  const linked = others.length === 0 ? {} : { linked: others };
  return [
    write('call', { ...timed, line, ...linked }),
    write('lineCall', { id: line.callId, region, calls: [...others, call.id] }),
  ];
}
