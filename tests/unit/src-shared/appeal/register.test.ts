import { describe, expect, it } from 'vitest';
import { decideCommand, readsOf } from '../../../../src-shared/command/decide.ts';
import { oldestVersion, upcastPayload } from '../../../../src-shared/command/upcast.ts';
import type { RecordDocs } from '../../../../src-shared/record/model.ts';
import { aCall, aCard, aCommand, IDS, NUMBER, STAFF, viewOf } from '../builders.ts';

const payload = { appeal: IDS.appeal, call: IDS.call, card: aCard() };
const takenAt = '2026-11-24T21:55:00.000Z';

function registered(given: Record<string, unknown>, v: number, offsetMs = 0) {
  const plain = aCommand('appeal.register', given, { number: NUMBER, v });
  const command = { ...plain, at: { ...plain.at, wall: plain.at.wall + offsetMs, offsetMs } };
  const records = [...STAFF, { call: aCall() }];
  const decided = decideCommand(viewOf(records, readsOf(command)), command);
  if (!decided.ok) throw new Error(decided.code);
  const doc = <T extends 'appeal' | 'history'>(type: T) =>
    decided.writes.find((write) => write.type === type)?.doc as RecordDocs[T];
  return { appeal: doc('appeal'), history: doc('history') };
}

describe('registration of version 1', () => {
  it('is decided as before: no paper, no second time', () => {
    const { appeal, history } = registered(payload, 1);
    expect(upcastPayload({ kind: 'appeal.register', v: 1, payload })).toEqual({ ...payload, paper: null });
    expect(appeal).not.toHaveProperty('enteredAt');
    expect(history.data).toEqual({ number: NUMBER, urgent: false });
    expect(registered({ ...payload, paper: null }, 2)).toEqual({ appeal, history });
  });
});

describe('registration from a paper blank', () => {
  it('counts from the time of the call and keeps the time of the entry apart', () => {
    const { appeal, history } = registered({ ...payload, call: null, paper: { takenAt } }, 2);
    expect(appeal).toMatchObject({
      registeredAt: takenAt,
      day: '2026-11-24',
      enteredAt: '2026-11-25T10:00:00.000Z',
    });
    expect(history.at).toBe('2026-11-25T10:00:00.000Z');
    expect(history.data).toMatchObject({ takenAt });
  });
});

describe('the version a payload is sent in', () => {
  it('is the oldest that can carry it, so that a server of the release before decides it', () => {
    const plain = { ...payload, paper: null };
    expect(oldestVersion('appeal.register', 2, plain)).toEqual({ v: 1, payload });
    expect(oldestVersion('appeal.register', 2, { ...payload, paper: { takenAt } }).v).toBe(2);
    expect(oldestVersion('call.start', 1, { call: IDS.call })).toEqual({ v: 1, payload: { call: IDS.call } });
  });
});

describe('a wrong clock', () => {
  it('leaves both times in the history: the corrected one and that of the workstation', () => {
    const ahead = 48 * 3600_000;
    const { appeal, history } = registered(payload, 1, ahead);
    expect(appeal.registeredAt).toBe('2026-11-25T10:00:00.000Z');
    expect(history.at).toBe('2026-11-25T10:00:00.000Z');
    expect(history.stationAt).toBe('2026-11-27T10:00:00.000Z');
    expect(registered(payload, 1, 30_000).history).not.toHaveProperty('stationAt');
  });
});
