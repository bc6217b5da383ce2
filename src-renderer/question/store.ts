import { create } from 'zustand';

/** `week`: asked this week. `open`: all that wait. `closed`: what the editors are done with. */
export const QUESTION_VIEWS = ['week', 'open', 'closed'] as const;
export type QuestionView = (typeof QUESTION_VIEWS)[number];

interface QuestionsState {
  readonly view: QuestionView;
  readonly cursor: string | null;
  readonly opened: string | null;
}

/** What the editors' list shows. */
export const useQuestions = create<QuestionsState>(() => ({ view: 'week', cursor: null, opened: null }));
