import { describe, expect, it } from 'vitest';
import { oldestVersion, upcastPayload } from '../../../../src-shared/command/upcast.ts';
import { aCard, aPerson, IDS } from '../builders.ts';

const registration = (card: ReturnType<typeof aCard>, paper: { takenAt: string } | null = null) => ({
  appeal: IDS.appeal,
  call: IDS.call,
  card,
  paper,
});

describe('oldest version that can carry a registration', () => {
  it('is the first where nothing of a later one is used', () => {
    expect(oldestVersion('appeal.register', 3, registration(aCard())).v).toBe(1);
  });

  it('is the second for a paper blank', () => {
    const paper = { takenAt: '2026-11-25T09:00:00.000Z' };
    expect(oldestVersion('appeal.register', 3, registration(aCard(), paper)).v).toBe(2);
  });

  it.each([
    ['a particular of the appeal', aCard({ answerWay: 'post' })],
    ['a benefit of the applicant', aCard({ applicant: aPerson({ socialStatus: '8.1' }) })],
    [
      'a house number of its own',
      aCard({ place: { district: '', settlement: '', street: '', building: '1' } }),
    ],
  ])('is the third for %s', (_what, card) => {
    const { v, payload } = oldestVersion('appeal.register', 3, registration(card));
    expect(v).toBe(3);
    expect(upcastPayload({ kind: 'appeal.register', v, payload })).toEqual(payload);
  });

  it('reads the same again in the newest', () => {
    const { v, payload } = oldestVersion('appeal.register', 3, registration(aCard()));
    expect(upcastPayload({ kind: 'appeal.register', v, payload })).toEqual(registration(aCard()));
  });
});

describe('oldest version that can carry a correction', () => {
  const correction = (...fields: readonly string[]) => ({
    appeal: IDS.appeal,
    applicant: IDS.applicant,
    changes: fields.map((field) => ({ field, value: 'x' })),
  });

  it('is the first where every field was known to it', () => {
    const payload = correction('text', 'applicant.address.street');
    expect(oldestVersion('appeal.amend', 2, payload)).toEqual({ v: 1, payload });
    expect(upcastPayload({ kind: 'appeal.amend', v: 1, payload })).toEqual(payload);
  });

  it('is the second as soon as one was not', () => {
    expect(oldestVersion('appeal.amend', 2, correction('text', 'remark')).v).toBe(2);
  });
});

describe('oldest version that can carry a saved view', () => {
  const filter = { status: null };
  it.each([
    [{ filter, order: 'newest' }, 1],
    [{ filter, order: 'topic.up' }, 2],
    [{ filter: { status: 'forwarded' }, order: 'oldest', columns: ['number'] }, 2],
    [{ filter: { status: 'closed' }, order: 'newest' }, 3],
    [{ filter, order: 'priority.up' }, 3],
    [{ filter, order: 'due.up' }, 4],
  ])('%o is version %i', (payload, v) => {
    expect(oldestVersion('view.save', 4, payload)).toEqual({ v, payload });
    expect(upcastPayload({ kind: 'view.save', v, payload })).toEqual(payload);
  });
});

describe('oldest version that can carry a calendar', () => {
  const day = { day: '2026-12-24', isWorking: true, reason: 'x' };
  it.each([
    [[day], 1],
    [[day, { ...day, day: '2026-12-31', to: '16:00' }], 2],
  ])('with %o is version %i', (days, v) => {
    const payload = { expected: 0, content: { days } };
    expect(oldestVersion('calendar.save', 2, payload)).toEqual({ v, payload });
    expect(upcastPayload({ kind: 'calendar.save', v, payload })).toEqual(payload);
  });
});

describe('oldest version that can carry a consultation', () => {
  const consultation = {
    consultation: IDS.consultation,
    call: IDS.call,
    topic: '08.01',
    district: '',
    answer: '',
  };

  it('is the third only for what was answered with an article', () => {
    expect(oldestVersion('consultation.record', 3, consultation).v).toBe(1);
    expect(oldestVersion('consultation.record', 3, { ...consultation, notOurs: 'court' }).v).toBe(2);
    expect(oldestVersion('consultation.record', 3, { ...consultation, article: IDS.appeal }).v).toBe(3);
  });

  it('is the second only for what is not for the centre', () => {
    expect(oldestVersion('consultation.record', 2, consultation).v).toBe(1);
    expect(oldestVersion('consultation.record', 2, { ...consultation, notOurs: 'court' }).v).toBe(2);
    expect(upcastPayload({ kind: 'consultation.record', v: 1, payload: consultation })).toEqual(consultation);
  });
});
