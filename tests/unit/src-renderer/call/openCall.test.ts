import { describe, expect, it } from 'vitest';
import { broughtBack, clearedAppeal } from '../../../../src-renderer/call/clearedAppeal.ts';
import { type AppealDraft, newCall, nextAppeal } from '../../../../src-renderer/call/openCall.ts';
import { restoreCall } from '../../../../src-renderer/call/restoreCall.ts';
import { appealCard } from '../../../../src-renderer/call/submission.ts';
import type { Draft, UnfinishedCall } from '../../../../src-shared/draft/model.ts';

const CALL = '0190e000-0000-7000-8000-000000000001';
const STARTED = '2026-11-25T10:00:00.000Z';

function minting(): () => string {
  let count = 0;
  return () => `minted-${++count}`;
}

/** A card as the release before these fields kept it. */
const OLDER_CARD = {
  action: 'a',
  id: 'b',
  applicant: 'c',
  kind: 'complaint',
  topic: '03.01',
  type: 'person',
  surname: 'Іваненко',
  givenName: 'Ганна',
  patronymic: '',
  organisation: '',
  address: { district: '', settlement: 'Слов’янськ', street: 'вул. Садова, 1' },
  placeSame: true,
  place: { district: '', settlement: '', street: '' },
  text: null,
  textBefore: null,
  urgent: false,
};

function unfinished(appeal: unknown): UnfinishedCall {
  const draft = { call: CALL, field: 'appeal', text: JSON.stringify(appeal), rev: 1 };
  return {
    call: CALL,
    startedAt: STARTED,
    savedAt: STARTED,
    fields: [{ ...draft, owner: CALL, savedAt: STARTED } as unknown as Draft],
  } as UnfinishedCall;
}

describe('a card kept by the release before', () => {
  it('comes back whole, its newer fields empty', () => {
    const call = restoreCall(unfinished(OLDER_CARD), minting());
    expect(call.damaged).toBe(false);
    expect(call.appeal).toMatchObject({ ...OLDER_CARD, remark: '', benefits: [], answerWay: null });
  });

  it('is recorded without any of them, so that an older centre understands it', () => {
    const { applicant, ...card } = appealCard(restoreCall(unfinished(OLDER_CARD), minting()));
    expect(Object.keys(card).sort()).toEqual(['kind', 'place', 'text', 'topic', 'urgent']);
    expect(Object.keys(applicant).sort()).toEqual(
      ['address', 'givenName', 'id', 'organisation', 'patronymic', 'phone', 'surname', 'type'].sort(),
    );
  });
});

describe('a card that was cleared', () => {
  it('comes back whole, with its identity, also after a restart', () => {
    const { appeal } = restoreCall(unfinished(OLDER_CARD), minting());
    const cleared = clearedAppeal(appeal, minting());
    expect(cleared).toMatchObject({ surname: '', kind: null, topic: '' });
    expect(cleared.id).not.toBe(appeal.id);
    const restarted = restoreCall(unfinished(cleared), minting());
    expect(broughtBack(restarted.appeal)).toEqual(appeal);
    expect(broughtBack(appeal)).toBeNull();
  });
});

describe('the next question of the same applicant', () => {
  it('keeps who and where, begins anew what it is about, and takes its text from the notes that follow', () => {
    const call = restoreCall(unfinished(OLDER_CARD), minting());
    const lines = [{ atMs: 0, text: 'перше' }];
    const asked = { ...call, lines, appeal: { ...call.appeal, remark: 'лише про перше', files: [] } };
    const appeal = nextAppeal(asked, () => 'other');
    expect(appeal).toMatchObject({
      surname: 'Іваненко',
      applicant: 'c',
      id: 'other',
      kind: null,
      topic: '',
      remark: '',
    });
    const later = { ...asked, appeal, lines: [...lines, { atMs: 5, text: 'друге' }] };
    expect(appealCard(later).text).toBe('друге');
  });
});

describe('a card as it is recorded', () => {
  const recorded = (part: Partial<AppealDraft>) => {
    const call = newCall(CALL, STARTED, minting());
    return appealCard({ ...call, appeal: { ...call.appeal, ...part } });
  };

  it('names nobody when the caller would not give a name, whatever had been typed', () => {
    const card = recorded({ anonymous: true, surname: 'Іваненко', organisation: 'Школа' });
    expect(card).toMatchObject({ anonymous: true, applicant: { surname: '', organisation: '' } });
  });

  it('says whom a complaint is about, and nothing of the kind for a statement', () => {
    expect(recorded({ kind: 'complaint', complainedOf: 'police' }).complainedOf).toBe('police');
    expect(recorded({ kind: 'statement', complainedOf: 'police' })).not.toHaveProperty('complainedOf');
  });

  it('has no sex, category or social status of an enterprise', () => {
    const part = { sex: '4.2', socialStatus: '8.1', benefits: [{ code: '7.5', until: null, source: '' }] };
    expect(recorded({ ...part, type: 'person' }).applicant).toMatchObject(part);
    for (const field of Object.keys(part))
      expect(recorded({ ...part, type: 'enterprise' }).applicant).not.toHaveProperty(field);
  });
});
