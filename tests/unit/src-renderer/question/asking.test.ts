import { v7 as mint } from 'uuid';
import { describe, expect, it } from 'vitest';
import { newCall } from '../../../../src-renderer/call/openCall.ts';
import { unansweredCommands } from '../../../../src-renderer/question/asking.ts';

const call = newCall(mint(), '2026-11-25T08:00:00.000Z', mint);
const searched = { topic: '03.05', unanswered: { id: mint(), text: 'талон на воду' } };
const withSearch = (part: Partial<typeof call.consultation> = {}) => ({
  ...call,
  consultation: { ...call.consultation, ...searched, ...part },
});

describe('what goes to the editors with the end of a call', () => {
  it('is what its last search did not find, with the topic of the card', () => {
    expect(unansweredCommands(withSearch())).toMatchObject([
      {
        kind: 'question.ask',
        payload: { text: 'талон на воду', topic: '03.05', call: call.id, way: 'search' },
      },
    ]);
  });

  it('is nothing when everything was found, or an article was the answer after all', () => {
    expect(unansweredCommands(call)).toEqual([]);
    expect(unansweredCommands(withSearch({ article: mint() }))).toEqual([]);
  });
});
