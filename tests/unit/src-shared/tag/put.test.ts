import { expect, it } from 'vitest';
import { decideCommand, readsOf } from '../../../../src-shared/command/decide.ts';
import { callDocument } from '../../../../src-shared/find/document.ts';
import { aCall, aCommand, IDS, STAFF, viewOf } from '../builders.ts';

it('tags of two hands add up, in their own order, once each', () => {
  const command = aCommand('call.tag', { call: IDS.call, tags: ['media', 'thanks'] });
  const call = aCall({ tags: ['upset', 'media'] });
  const decided = decideCommand(viewOf([...STAFF, { call }], readsOf(command)), command);
  if (!decided.ok) throw new Error(decided.code);
  expect(decided.writes[0]?.doc).toMatchObject({ tags: ['thanks', 'upset', 'media'] });
});

it('a call is found by its tags in the words of every language', () => {
  const { body } = callDocument(aCall({ tags: ['badLine'] }));
  for (const word of ['погано', 'плохо', 'bad']) expect(body).toContain(word);
});
