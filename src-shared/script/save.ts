import { z } from 'zod';
import { ScriptId } from '../brand.ts';
import { defineCommand, refuse } from '../command/spec.ts';
import { unseen } from '../knowledge/written.ts';
import { write } from '../record/model.ts';
import { ScriptText } from './model.ts';

/** Publishes the questions of a topic, changes them or brings withdrawn ones back. */
export const scriptSave = defineCommand({
  kind: 'script.save',
  v: 1,
  payload: z.strictObject({
    script: ScriptId,
    /** The version its author saw; 0 for a new one. */
    expected: z.int().nonnegative(),
    text: ScriptText,
  }),
  mayRun: ['lead'],
  refusals: ['script_unknown', 'script_changed', 'script_question_twice'],
  needsNumber: false,
  reads: ({ script }) => [{ type: 'script', id: script }],
  decide(view, { script: id, expected, text }, { command, at }) {
    const before = view.get('script', id);
    const refused = unseen('script', before, expected);
    if (refused !== null) return refused;
    // The label tells which line of the notes answers which question.
    const twice = text.questions.find(
      ({ id: one, label }, at) =>
        text.questions.findIndex((other) => other.id === one || sameLabel(other.label, label)) < at,
    );
    if (twice !== undefined) return refuse('script_question_twice', { label: twice.label });
    const saved = write('script', {
      ...text,
      id,
      region: command.region,
      state: 'published',
      version: expected + 1,
      savedBy: command.actor,
      savedAt: at,
    });
    return { ok: true, writes: [saved], subject: { type: 'script', id }, data: { title: text.title } };
  },
});

function sameLabel(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
