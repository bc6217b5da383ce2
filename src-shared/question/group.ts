import { Temporal } from 'temporal-polyfill';
import type { Day, Instant } from '../clock.ts';
import type { Question } from './model.ts';
import { sameQuestionKey } from './wording.ts';

/** Questions in the same words and on the same topic: one line of the editors' list. */
export interface QuestionGroup {
  /** The earliest question of it: stays the same while others join. */
  readonly id: string;
  /** As it was asked last. */
  readonly text: string;
  readonly topic: string;
  /** Districts it was asked from, each once. */
  readonly districts: readonly string[];
  readonly times: number;
  /** How many different people asked it. */
  readonly askers: number;
  readonly lastAt: Instant;
  /** Monday of the week in which it was asked last. */
  readonly week: Day;
  readonly questions: readonly Question[];
}

/** Monday of a day's week. */
export function weekOf(day: Day): Day {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** Questions as the editors read them: the latest week first, within it what was asked most, then the latest. */
export function groupQuestions(questions: readonly Question[]): QuestionGroup[] {
  const byKey = new Map<string, Question[]>();
  for (const question of questions) {
    const key = `${question.topic}/${sameQuestionKey(question.text)}`;
    byKey.set(key, [...(byKey.get(key) ?? []), question]);
  }
  return [...byKey.values()]
    .flatMap((same) => groupOf(same) ?? [])
    .sort(
      (a, b) => order(b.week, a.week) || b.times - a.times || order(b.lastAt, a.lastAt) || order(a.id, b.id),
    );
}

function groupOf(same: readonly Question[]): QuestionGroup | null {
  const sorted = same.toSorted((a, b) => order(a.askedAt, b.askedAt) || order(a.id, b.id));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    id: first.id,
    text: last.text,
    topic: last.topic,
    districts: [...new Set(sorted.map(({ district }) => district).filter((district) => district !== ''))],
    times: sorted.length,
    askers: new Set(sorted.map(({ askedBy }) => askedBy)).size,
    lastAt: last.askedAt,
    week: weekOf(last.day),
    questions: sorted.toReversed(),
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
