import { foldForSearch, stemOf, wordsOf } from '../text/words.ts';
import type { ScriptField, ScriptQuestion } from './model.ts';

/** What is known in a call so far. */
export interface KnownSoFar {
  /** The text of the notes. */
  readonly notes: string;
  /** Fields of the card with something in them. */
  readonly filled: ReadonlySet<ScriptField>;
  /** Ids of the questions that were left out on purpose. */
  readonly skipped: ReadonlySet<string>;
}

/** The questions of a script as they stand, each list in the order of the conversation. */
export interface QuestionsLeft {
  readonly left: readonly ScriptQuestion[];
  readonly skipped: readonly ScriptQuestion[];
  readonly answered: readonly ScriptQuestion[];
}

/**
 * Sorts the questions of a script into those still open, those left out and those answered: by a field of the card, by a line of the
 * notes that begins with the question's label, or by words that the caller said unasked. What was left out and is answered after all
 * is answered.
 */
export function questionsLeft(questions: readonly ScriptQuestion[], known: KnownSoFar): QuestionsLeft {
  const lines = known.notes.split('\n').map((line) => readLine(line, questions));
  const said = lines.flatMap(({ text }) => wordsOf(text));
  const isAnswered = ({ id, field, words }: ScriptQuestion) =>
    (field !== null && known.filled.has(field)) ||
    lines.some((line) => line.question === id && line.text.trim() !== '') ||
    words.some((word) => isSaid(word, said));
  const answered = questions.filter(isAnswered);
  const open = questions.filter((question) => !answered.includes(question));
  return {
    left: open.filter(({ id }) => !known.skipped.has(id)),
    skipped: open.filter(({ id }) => known.skipped.has(id)),
    answered,
  };
}

/** The beginning of the line that answers a question. */
export function answerPrefix({ label }: Pick<ScriptQuestion, 'label'>): string {
  return `${label}: `;
}

/** Where the answer to a question is written, as a place in the notes: the end of its line. Null while there is no such line. */
export function answerPlace(notes: string, question: ScriptQuestion): number | null {
  let end = 0;
  for (const line of notes.split('\n')) {
    end += line.length;
    if (readLine(line, [question]).question !== null) return end;
    end += 1;
  }
  return null;
}

/** The question a line answers, and the line without its label: the label's own words are nobody's answer. */
function readLine(
  line: string,
  questions: readonly ScriptQuestion[],
): { readonly question: string | null; readonly text: string } {
  const colon = line.indexOf(':');
  const label = colon === -1 ? '' : foldForSearch(line.slice(0, colon).trim());
  const asked = questions.find((question) => label !== '' && foldForSearch(question.label) === label);
  return asked === undefined
    ? { question: null, text: line }
    : { question: asked.id, text: line.slice(colon + 1) };
}

/** Whether words were said one after the other, in any of their cases. */
function isSaid(wanted: string, said: readonly string[]): boolean {
  const stems = wordsOf(wanted).map(stemOf);
  if (stems.length === 0) return false;
  return said.some((_, at) => stems.every((stem, by) => said[at + by]?.startsWith(stem) ?? false));
}
