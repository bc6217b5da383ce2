import { expect, it } from 'vitest';
import { draftTexts, newCall, type OpenCall } from '../../../../src-renderer/call/openCall.ts';
import { restoreCall } from '../../../../src-renderer/call/restoreCall.ts';
import { endSubmission } from '../../../../src-renderer/call/submission.ts';
import { CallId, OperatorId } from '../../../../src-shared/brand.ts';
import type { Draft } from '../../../../src-shared/draft/model.ts';
import { IDS, uuid } from '../../src-shared/builders.ts';

const STARTED = '2026-11-30T10:00:00.000Z';
let minted = 0;
const mint = () => {
  minted += 1;
  return uuid(700 + minted);
};
const tagged: OpenCall = {
  ...newCall(IDS.call, STARTED, mint),
  tags: ['badLine'],
  facts: ['phone|+380501234567'],
};

it('tags are recorded with the end of the call, and a call without any is as before', () => {
  const kinds = (call: OpenCall) => endSubmission(call, 'silent').commands.map(({ kind }) => kind);
  expect(kinds(tagged)).toEqual(['call.tag', 'call.finish']);
  expect(kinds({ ...tagged, tags: [] })).toEqual(['call.finish']);
});

it('tags and answered facts come back after a restart', () => {
  const call = CallId.parse(IDS.call);
  const owner = OperatorId.parse(IDS.koval);
  const fields = Object.entries(draftTexts(tagged)).map(([field, text]) => {
    return { call, field: field as Draft['field'], text, rev: 1, owner, savedAt: STARTED };
  });
  const back = restoreCall({ call, startedAt: STARTED, savedAt: STARTED, fields }, mint);
  expect(back).toMatchObject({ tags: ['badLine'], facts: ['phone|+380501234567'], damaged: false });
});
