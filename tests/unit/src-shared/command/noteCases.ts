import { SnippetId } from '../../../../src-shared/brand.ts';
import { aCall, aCommand, IDS, type Records, STAFF, uuid } from '../builders.ts';
import type { Case } from './cases.ts';

const at = (command: Case['command'], ...records: Records): Case => ({
  command,
  records: [...STAFF, ...records],
});

const text = { code: 'вода', title: 'Немає води', text: 'Води немає з ранку.', topics: ['02.01'] };
const stored = (version: number) => ({
  snippet: {
    ...text,
    id: SnippetId.parse(uuid(83)),
    region: aCall().region,
    version,
    isRemoved: false,
    savedBy: aCall().operator,
    savedAt: '2026-11-25T10:00:00.000Z',
  },
});
const byLead = { actor: IDS.lead };
const save = { snippet: uuid(83), expected: 2, text, isRemoved: false };

export const NOTE_APPLIED = {
  'snippet.save': at(aCommand('snippet.save', save, byLead), stored(2)),
  'call.tag': at(aCommand('call.tag', { call: IDS.call, tags: ['badLine'] }), { call: aCall() }),
};

export const NOTE_REFUSED = {
  'snippet.save': {
    snippet_unknown: [at(NOTE_APPLIED['snippet.save'].command)],
    snippet_changed: [
      at(NOTE_APPLIED['snippet.save'].command, stored(3)),
      at(aCommand('snippet.save', { ...save, expected: 0 }, byLead), stored(1)),
    ],
  },
  'call.tag': { call_unknown: [at(NOTE_APPLIED['call.tag'].command)] },
};
