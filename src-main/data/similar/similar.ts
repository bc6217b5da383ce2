import type { z } from 'zod';
import type { Appeal } from '../../../src-shared/appeal/model.ts';
import { applicantName } from '../../../src-shared/applicant/model.ts';
import { topicByCode, topics } from '../../../src-shared/catalog/topic.ts';
import { legalDay, toEpochMs, toInstant } from '../../../src-shared/clock.ts';
import type { Problem } from '../../../src-shared/problem/model.ts';
import { NEARNESS, type Nearness, nearness } from '../../../src-shared/similar/place.ts';
import type {
  ProblemDetail,
  ProblemLine,
  Similar,
  SimilarInput,
  SimilarLine,
} from '../../../src-shared/similar/queries.ts';
import type { Desk } from '../desk.ts';
import { deliveryOf, type InFlight } from '../query/delivery.ts';
import { problemAppeals } from './problemAppeals.ts';

const WEEK_MS = 7 * 86_400_000;
/** Newest appeals of one topic that are compared: in a surge more of them say nothing more. */
const MOST_COMPARED = 2000;
const MOST_LINES = 20;
const EXCERPT = 160;
const MOST_PROBLEMS = 200;

interface Near {
  readonly appeal: Appeal;
  readonly nearness: Nearness;
}

/** similar.find */
export function findSimilar(desk: Desk, inFlight: InFlight, input: z.output<typeof SimilarInput>): Similar {
  const nowMs = desk.time.serverMs();
  const near = nearAppeals(desk, input, toInstant(nowMs - WEEK_MS));
  const nearest = NEARNESS.find((level) => near.some((found) => found.nearness === level)) ?? null;
  // One house is one street's matter: neighbours of the same street count beside it.
  const counted = nearest === 'building' ? 'street' : nearest;
  const isCounted = (level: Nearness) =>
    counted !== null && NEARNESS.indexOf(level) <= NEARNESS.indexOf(counted);
  const those = near.filter((found) => isCounted(found.nearness));
  const today = legalDay(nowMs);
  return {
    nearness: counted,
    today: those.filter(({ appeal }) => appeal.day === today).length,
    week: those.length,
    lines: those
      .sort((a, b) => NEARNESS.indexOf(a.nearness) - NEARNESS.indexOf(b.nearness))
      .slice(0, MOST_LINES)
      .map((found) => lineOf(desk, inFlight, found)),
    problems: openProblems(desk)
      .filter(({ problem }) => isSameTopic(problem.topic, input.topic))
      .filter(({ problem }) => nearness(problem.place, input.place) !== null),
  };
}

function nearAppeals(desk: Desk, { topic, place }: z.output<typeof SimilarInput>, since: string): Near[] {
  const codes = groupOf(topic);
  const near: Near[] = [];
  for (const code of codes) {
    for (const appeal of desk.stores.records.problem.appealsOfTopic(code, since, MOST_COMPARED)) {
      const level = nearness(placeOf(desk, appeal), place);
      // Another topic of the same group is the same thing only in the same street.
      if (level === null || (code !== topic && level === 'settlement')) continue;
      near.push({ appeal, nearness: level });
    }
  }
  return near.sort((a, b) => toEpochMs(b.appeal.registeredAt) - toEpochMs(a.appeal.registeredAt));
}

/** Where the problem is; appeals of earlier releases may name only where the applicant lives. */
function placeOf(desk: Desk, appeal: Appeal): Appeal['place'] {
  if (appeal.place.settlement !== '') return appeal.place;
  return desk.stores.records.record.get('applicant', appeal.applicant)?.address ?? appeal.place;
}

/** The topic itself first, then the others of its group. */
function groupOf(code: string): string[] {
  const group = topicByCode(code)?.group.code;
  const others = topics.filter((topic) => topic.group.code === group && topic.code !== code);
  return [code, ...others.map((topic) => topic.code)];
}

function isSameTopic(a: string, b: string): boolean {
  return a === b || topicByCode(a)?.group.code === topicByCode(b)?.group.code;
}

function lineOf(desk: Desk, inFlight: InFlight, { appeal, nearness: level }: Near): SimilarLine {
  const { id, number, text, status, registeredAt, coApplicants, problem } = appeal;
  return {
    id,
    number,
    nearness: level,
    place: placeOf(desk, appeal),
    excerpt: text.slice(0, EXCERPT),
    status,
    registeredAt,
    people: 1 + (coApplicants?.length ?? 0),
    problem: problem ?? null,
    delivery: deliveryOf(desk, inFlight, 'appeal', id),
  };
}

/** problem.list */
export function listProblems(desk: Desk): ProblemLine[] {
  const { problem } = desk.stores.records;
  const ended = problem.inState('ended', MOST_PROBLEMS).map((found) => problemLine(desk, found));
  return [...openProblems(desk), ...ended];
}

function openProblems(desk: Desk): ProblemLine[] {
  return desk.stores.records.problem
    .inState('open', MOST_PROBLEMS)
    .map((problem) => problemLine(desk, problem));
}

function problemLine(desk: Desk, problem: Problem): ProblemLine {
  const appeals = desk.stores.records.problem.appealsOf(problem.id);
  const people = appeals.reduce((sum, { coApplicants }) => sum + 1 + (coApplicants?.length ?? 0), 0);
  return { problem, appeals: appeals.length, people };
}

/** problem.get: each applicant stays separately reachable. */
export function getProblem(desk: Desk, id: string): ProblemDetail {
  const { record, problem: store } = desk.stores.records;
  const problem = record.get('problem', id);
  if (problem === undefined) return null;
  const appeals = store.appealsOf(id);
  const people = appeals.flatMap((appeal) => {
    const own = { applicant: appeal.applicant, number: appeal.number };
    return [own, ...(appeal.coApplicants ?? [])].map(({ applicant, number }) => {
      const card = record.get('applicant', applicant);
      return {
        appeal: appeal.id,
        number,
        name: card === undefined ? '' : applicantName(card),
        phone: card?.phone ?? null,
      };
    });
  });
  return { problem, people, appeals: problemAppeals(desk, appeals) };
}
