import { z } from 'zod';
import { SnippetId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { write } from '../record/model.ts';
import { SnippetText } from './model.ts';

/** Writes a snippet, changes it, or takes it out of use. */
export const snippetSave = defineCommand({
  kind: 'snippet.save',
  v: 1,
  payload: z.strictObject({
    snippet: SnippetId,
    /** The version its author saw; 0 for a new one. */
    expected: z.int().nonnegative(),
    text: SnippetText,
    isRemoved: z.boolean(),
  }),
  mayRun: ['lead'],
  refusals: ['snippet_unknown', 'snippet_changed'],
  needsNumber: false,
  reads: ({ snippet }) => [{ type: 'snippet', id: snippet }],
  decide(view, { snippet: id, expected, text, isRemoved }, { command, at }) {
    const before = view.get('snippet', id);
    if (before === undefined && expected > 0) return refuse('snippet_unknown');
    // Two leads wrote at once: the later text is looked at again by its author, neither is lost.
    if (before !== undefined && before.version !== expected)
      return refuse('snippet_changed', { title: before.title });
    const { region, actor } = command;
    const after = { ...text, id, region, version: expected + 1, isRemoved, savedBy: actor, savedAt: at };
    return {
      ok: true,
      writes: [write('snippet', after)],
      subject: { type: 'snippet', id },
      data: { title: text.title },
    };
  },
});
