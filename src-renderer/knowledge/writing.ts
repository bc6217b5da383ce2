import { useMemo } from 'react';
import { v7 as mint } from 'uuid';
import type { Article } from '../../src-shared/knowledge/model.ts';
import { useKept } from '../unfinished/store.ts';
import { keepUnfinished } from '../unfinished/unfinished.ts';
import { EditedArticle, type WrittenText } from './edited.ts';
import { useKnowledge } from './store.ts';

const PART = 'article';

const NOTHING: WrittenText = {
  title: '',
  body: '',
  topics: [],
  districts: [],
  validFrom: null,
  validUntil: null,
};

/** Everything the signed-in person is writing, what was begun first first. */
export function useWritings(): readonly EditedArticle[] {
  const kept = useKept();
  return useMemo(() => writingsOf(kept), [kept]);
}

function writingsOf(kept: ReturnType<typeof useKept.getState>): EditedArticle[] {
  const read = Object.values(kept).map((parts) => EditedArticle.safeParse(parts[PART]).data);
  return read
    .filter((edited) => edited !== undefined)
    .sort((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : 0));
}

function keep(edited: EditedArticle): void {
  keepUnfinished(edited.article, PART, edited);
}

function writingOf(article: string): EditedArticle | undefined {
  return writingsOf(useKept.getState()).find((edited) => edited.article === article);
}

/**
 * Begins a new article; an empty one that was begun before is gone back to.
 * @param begun what is known of it, and the questions it will answer
 */
export function writeArticle(begun: Partial<WrittenText> = {}, questions: readonly string[] = []): void {
  const isFresh = ({ expected, text }: EditedArticle) => expected === 0 && text.title + text.body === '';
  const empty = writingsOf(useKept.getState()).find(isFresh);
  const article = empty?.article ?? mint();
  keep({
    article,
    expected: 0,
    text: { ...NOTHING, ...empty?.text, ...begun },
    questions: [...questions],
    settles: null,
  });
  useKnowledge.setState({ part: 'articles', writing: article });
}

/** Begins the next version of an article, or goes on with it. @param text another text to begin from, such as an earlier one */
export function editArticle(
  { id, version, title, body, topics, districts, validFrom, validUntil }: Article,
  text: Partial<WrittenText> = {},
): void {
  const before = writingOf(id);
  const whole = { title, body, topics, districts, validFrom, validUntil, ...text };
  if (before === undefined || Object.keys(text).length > 0)
    keep({ article: id, expected: version, text: whole, questions: [], settles: null });
  useKnowledge.setState({ part: 'articles', writing: id });
}

/** Brings a text that the centre refused into the editor, beside what is published now. */
export function editRefused(command: string, payload: Readonly<Record<string, unknown>>): boolean {
  const { article, expected, text } = payload;
  const edited = EditedArticle.safeParse({ article, expected, text, settles: command });
  if (!edited.success) return false;
  keep(edited.data);
  useKnowledge.setState({ part: 'articles', writing: edited.data.article });
  return true;
}

export function changeText(edited: EditedArticle, part: Partial<WrittenText>): void {
  keep({ ...edited, text: { ...edited.text, ...part } });
}

/** It is published. */
export function endWriting({ article }: EditedArticle): void {
  keepUnfinished(article, PART, null);
  useKnowledge.setState({ writing: null });
}

/** The author gives it up; it can be brought back while the window stands. */
export function dropWriting(edited: EditedArticle, by: string): void {
  endWriting(edited);
  useKnowledge.setState({ dropped: { by, edited } });
}

/** Brings back what was given up. */
export function takeBack(edited: EditedArticle): void {
  keep(edited);
  useKnowledge.setState({ part: 'articles', writing: edited.article, dropped: null });
}
