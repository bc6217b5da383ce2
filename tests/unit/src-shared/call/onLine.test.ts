import { describe, expect, it } from 'vitest';
import { decideCommand, readsOf } from '../../../../src-shared/command/decide.ts';
import { oldestVersion, upcastPayload } from '../../../../src-shared/command/upcast.ts';
import type { RecordWrite } from '../../../../src-shared/record/model.ts';
import { aCall, aCommand, IDS, type Records, STAFF, uuid, viewOf } from '../builders.ts';

const line = { callId: '1-77@pbx', feed: 'loopback', direction: 'in', from: '79001234567', to: '8800' };
const answered = { at: '2026-11-25T09:55:00.000Z', source: 'line' };
const manual = { call: IDS.call, phone: null, phoneRaw: '' };

function writesOf(
  kind: string,
  payload: Record<string, unknown>,
  ...records: Records
): readonly RecordWrite[] {
  const command = aCommand(kind, payload);
  const decided = decideCommand(viewOf([...STAFF, ...records], readsOf(command)), command);
  if (!decided.ok) throw new Error(decided.code);
  return decided.writes;
}

const docOf = (writes: readonly RecordWrite[], type: string) => writes.find((one) => one.type === type)?.doc;

describe('a call of the telephone line', () => {
  it('starts with its identity, and the identity points back at it', () => {
    const writes = writesOf('call.start', { ...manual, line, times: { answered } });
    expect(docOf(writes, 'call')).toMatchObject({ line, times: { answered } });
    expect(docOf(writes, 'lineCall')).toEqual({ id: line.callId, region: 'dn', calls: [IDS.call] });
  });

  it('is linked with another record of the same identity, and neither is dropped', () => {
    const first = uuid(71);
    const known = { lineCall: { id: line.callId, region: aCall().region, calls: [first as never] } };
    const writes = writesOf('call.start', { ...manual, line }, known);
    expect(docOf(writes, 'call')).toMatchObject({ id: IDS.call, linked: [first] });
    expect(docOf(writes, 'lineCall')).toMatchObject({ calls: [first, IDS.call] });
  });

  it('gets its identity at the end when it was begun by hand, and its later instants beside the earlier ones', () => {
    const call = aCall({ times: { answered: { ...answered, source: 'operator' } } });
    const ended = { at: '2026-11-25T09:58:00.000Z', source: 'line' };
    const writes = writesOf('call.finish', { ...manual, code: 'other', line, times: { ended } }, { call });
    expect(docOf(writes, 'call')).toMatchObject({ line, times: { answered: { source: 'operator' }, ended } });
  });

  it('keeps the identity it has', () => {
    const call = aCall({ line: { ...line, callId: 'first' } as never });
    const writes = writesOf('call.finish', { ...manual, code: 'other', line }, { call });
    expect(docOf(writes, 'call')).toMatchObject({ line: { callId: 'first' } });
    expect(docOf(writes, 'lineCall')).toBeUndefined();
  });
});

describe.each(['call.start', 'call.finish'])('%s for a centre of the release before', (kind) => {
  const payload = { ...manual, ...(kind === 'call.finish' ? { code: 'other' } : {}) };

  it('goes in the first version as long as the line told nothing', () => {
    expect(oldestVersion(kind, 2, payload)).toEqual({ v: 1, payload });
    expect(upcastPayload({ kind, v: 1, payload })).toEqual(payload);
  });

  it.each([{ line }, { times: { answered } }])(
    'waits for the upgrade with what the line told: %o',
    (told) => {
      expect(oldestVersion(kind, 2, { ...payload, ...told }).v).toBe(2);
    },
  );
});
