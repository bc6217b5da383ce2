import { v7 as mint } from 'uuid';
import { create } from 'zustand';
import { ScriptId } from '../../src-shared/brand.ts';
import type { Script, ScriptField, ScriptText } from '../../src-shared/script/model.ts';

/** A question while it is written: its words are one text, parted by commas. */
export interface WrittenQuestion {
  readonly id: string;
  readonly label: string;
  readonly ask: string;
  readonly field: ScriptField | null;
  readonly words: string;
}

/** A script while it is written. */
export interface WrittenScript {
  readonly title: string;
  readonly topics: readonly string[];
  readonly questions: readonly WrittenQuestion[];
}

/** What its author has begun to write. */
export interface EditedScript {
  readonly script: ScriptId;
  /** The version its author began from; 0 for a new one. */
  readonly expected: number;
  readonly text: WrittenScript;
}

interface ScriptsState {
  readonly cursor: string | null;
  readonly opened: string | null;
  /** Author -> what they are writing: the next lead at this workstation never sees it. */
  readonly edited: Readonly<Record<string, EditedScript>>;
}

/** What the part of the scripts shows; it stays while other sections are open. */
export const useScripts = create<ScriptsState>(() => ({ cursor: null, opened: null, edited: {} }));

/** A question without a word in it. */
export function newQuestion(): WrittenQuestion {
  return { id: mint(), label: '', ask: '', field: null, words: '' };
}

/** Begins new questions; those that their author is writing are gone back to. */
export function writeScript(author: string): void {
  const text = { title: '', topics: [], questions: [newQuestion()] };
  const fresh = { script: ScriptId.parse(mint()), expected: 0, text };
  useScripts.setState(({ edited }) => ({ edited: { [author]: fresh, ...edited } }));
}

/** Begins a change of the questions of a topic. */
export function editScript(author: string, { id, version, title, topics, questions }: Script): void {
  const written = questions.map(({ words, ...question }) => ({ ...question, words: words.join(', ') }));
  const edit = { script: id, expected: version, text: { title, topics, questions: written } };
  useScripts.setState(({ edited }) => ({ edited: { ...edited, [author]: edit } }));
}

/** Changes what an author is writing. */
export function changeScript(author: string, part: Partial<WrittenScript>): void {
  useScripts.setState(({ edited }) => {
    const mine = edited[author];
    return mine ? { edited: { ...edited, [author]: { ...mine, text: { ...mine.text, ...part } } } } : {};
  });
}

/** The author is done with what they were writing. */
export function endScript(author: string): void {
  useScripts.setState(({ edited: { [author]: _done, ...edited } }) => ({ edited }));
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
