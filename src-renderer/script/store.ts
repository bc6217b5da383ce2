import { v7 as mint } from 'uuid';
import { z } from 'zod';
import { create } from 'zustand';
import { type Script, ScriptField, ScriptText } from '../../src-shared/script/model.ts';
import { keepUnfinished } from '../unfinished/unfinished.ts';
import { useBegun } from '../unfinished/useBegun.ts';

/** A question while it is written: its words are one text, parted by commas. */
const WrittenQuestion = z.object({
  id: z.string(),
  label: z.string(),
  ask: z.string(),
  field: ScriptField.nullable(),
  words: z.string(),
});
export type WrittenQuestion = z.infer<typeof WrittenQuestion>;

/** A script while it is written. */
const WrittenScript = z.object({
  title: z.string(),
  topics: z.array(z.string()),
  questions: z.array(WrittenQuestion),
});
export type WrittenScript = z.infer<typeof WrittenScript>;

/** What its author has begun to write: on disk with every pause, and for its author alone. */
const EditedScript = z.object({
  script: z.string(),
  /** The version its author began from; 0 for a new one. */
  expected: z.int().nonnegative(),
  text: WrittenScript,
  /** The refused command this is another try of. */
  settles: z.string().nullable().default(null),
});
export type EditedScript = z.infer<typeof EditedScript>;

interface ScriptsState {
  readonly cursor: string | null;
  readonly opened: string | null;
  /** What was given up last, and by whom: its author can bring it back. */
  readonly dropped: { readonly by: string; readonly edited: EditedScript } | null;
}

/** What the part of the scripts shows; it stays while other sections are open. */
export const useScripts = create<ScriptsState>(() => ({ cursor: null, opened: null, dropped: null }));

const PART = 'script';

/** The questions the signed-in person is writing. */
export function useEditedScript(): EditedScript | undefined {
  return useBegun(PART, EditedScript);
}

/** Keeps what is being written. */
export function keepScript(edited: EditedScript): void {
  keepUnfinished(edited.script, PART, edited);
}

/** A question without a word in it. */
export function newQuestion(): WrittenQuestion {
  return { id: mint(), label: '', ask: '', field: null, words: '' };
}

/** Begins new questions. */
export function writeScript(): void {
  const text = { title: '', topics: [], questions: [newQuestion()] };
  keepScript({ script: mint(), expected: 0, text, settles: null });
}

/** Begins a change of the questions of a topic. */
export function editScript(script: Script): void {
  const { id, version } = script;
  keepScript({ script: id, expected: version, text: writtenOf(script), settles: null });
}

/** Brings questions that the centre refused into the editor, beside those that stand now. */
export function editRefusedScript(command: string, payload: Readonly<Record<string, unknown>>): boolean {
  const text = ScriptText.safeParse(payload.text).data;
  const { script, expected } = payload;
  if (text === undefined || typeof script !== 'string' || typeof expected !== 'number') return false;
  keepScript({ script, expected, text: writtenOf(text), settles: command });
  return true;
}

function writtenOf({ title, topics, questions }: ScriptText): WrittenScript {
  const written = questions.map(({ words, ...question }) => ({ ...question, words: words.join(', ') }));
  return { title, topics, questions: written };
}

/** They are published. */
export function endScript({ script }: EditedScript): void {
  keepUnfinished(script, PART, null);
}

/** The author gives them up; they can be brought back while the window stands. */
export function dropScript(edited: EditedScript, by: string): void {
  endScript(edited);
  useScripts.setState({ dropped: { by, edited } });
}

/** Brings back what was given up. */
export function takeBackScript(edited: EditedScript): void {
  keepScript(edited);
  useScripts.setState({ dropped: null });
}

/** Whether nothing of a question has been written yet. */
export function isBlank({ label, ask }: WrittenQuestion): boolean {
  return label.trim() === '' && ask.trim() === '';
}

/** What is written, as it is published; null while something it needs is missing. Blank questions are left out. */
export function scriptText({ title, topics, questions }: WrittenScript): ScriptText | null {
  const written = questions.filter((question) => !isBlank(question));
  const isWhole = written.every(({ label, ask }) => label.trim() !== '' && ask.trim() !== '');
  if (title.trim() === '' || topics.length === 0 || written.length === 0 || !isWhole) return null;
  return {
    title,
    topics: [...topics],
    questions: written.map(({ words, ...question }) => ({ ...question, words: wordsOf(words) })),
  };
}

function wordsOf(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .slice(0, 20);
}
