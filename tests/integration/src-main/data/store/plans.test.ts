import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate, readMigrations } from '../../../../../src-main/data/store/migrate.ts';
import { type Database, openDatabase } from '../../../../../src-main/data/store/open.ts';
import { ANNOUNCEMENT_LISTS } from '../../../../../src-main/data/store/records/announcement.ts';
import { APPEAL_LISTS } from '../../../../../src-main/data/store/records/appeal.ts';
import { DUE_STATEMENTS } from '../../../../../src-main/data/store/records/appealDue.ts';
import { APPEAL_ROWS, CALLS_OF_DANGER } from '../../../../../src-main/data/store/records/appealRow.ts';
import { APPLICANT_LISTS } from '../../../../../src-main/data/store/records/applicant.ts';
import { ARTICLE_LISTS } from '../../../../../src-main/data/store/records/article.ts';
import { ATTENTION_LISTS } from '../../../../../src-main/data/store/records/attention.ts';
import { BOARD_STATEMENTS } from '../../../../../src-main/data/store/records/board.ts';
import { CALL_LISTS } from '../../../../../src-main/data/store/records/call.ts';
import { CONFLICT_LISTS } from '../../../../../src-main/data/store/records/conflict.ts';
import { DIRECTORY_LISTS } from '../../../../../src-main/data/store/records/directory.ts';
import { HANDOVER_LISTS } from '../../../../../src-main/data/store/records/handover.ts';
import { HISTORY_LISTS } from '../../../../../src-main/data/store/records/history.ts';
import { PAIR_LISTS } from '../../../../../src-main/data/store/records/pair.ts';
import { PRACTICE_LISTS } from '../../../../../src-main/data/store/records/practice.ts';
import { PROBLEM_LISTS } from '../../../../../src-main/data/store/records/problem.ts';
import { PROMISE_LISTS } from '../../../../../src-main/data/store/records/promise.ts';
import { QUESTION_LISTS } from '../../../../../src-main/data/store/records/question.ts';
import { aFolder, CLIENT_MIGRATIONS, removeFolders } from '../../../../support/workstation.ts';

let db: Database;

beforeAll(async () => {
  const file = join(await aFolder(), 'records.db');
  db = openDatabase({ file, key: randomBytes(32), durability: 'NORMAL', exclusive: false });
  migrate(db, readMigrations(join(CLIENT_MIGRATIONS, 'records')), () => undefined);
});

afterAll(async () => {
  db.close();
  await removeFolders();
});

describe('every list is answered by an index', () => {
  test.each([
    ...ANNOUNCEMENT_LISTS,
    ...APPEAL_LISTS,
    ...APPEAL_ROWS,
    CALLS_OF_DANGER,
    ...APPLICANT_LISTS,
    ...ATTENTION_LISTS,
    ...CALL_LISTS,
    ...CONFLICT_LISTS,
    ...HISTORY_LISTS,
    ...DIRECTORY_LISTS,
    ...PRACTICE_LISTS,
    ...PROMISE_LISTS,
    ...PROBLEM_LISTS,
    ...PAIR_LISTS,
    ...QUESTION_LISTS,
    ...HANDOVER_LISTS,
  ])('%s', (statement) => {
    const parameters = [...statement.matchAll(/\?/g)].map(() => '1');
    const plan = db
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement}`)
      .all(...parameters);
    const steps = plan.map(({ detail }) => detail);
    expect(steps.filter((step) => /SCAN record|USE TEMP B-TREE/.test(step))).toEqual([]);
    expect(steps.some((step) => /SEARCH record USING (COVERING )?INDEX/.test(step))).toBe(true);
  });
});

test.each(ARTICLE_LISTS)('articles are ranked without reading their texts: %s', (statement) => {
  const plan = db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement}`)
    .all(...[...statement.matchAll(/\?/g)].map(() => 'x'))
    .map(({ detail }) => detail);
  expect(plan.filter((step) => /(SCAN|SEARCH) record/.test(step))).toEqual([]);
});

test.each(DUE_STATEMENTS)('open terms are found by their last day: %s', (statement) => {
  const plan = db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement}`)
    .all(...[...statement.matchAll(/\?/g)].map(() => 'x'))
    .map(({ detail }) => detail);
  expect(plan.filter((step) => /SEARCH record/.test(step))).toEqual([
    expect.stringMatching(/SEARCH record USING (COVERING )?INDEX appeal_due/),
  ]);
  expect(plan.filter((step) => /SCAN record/.test(step))).toEqual([]);
});

test.each(APPEAL_ROWS)('going through all appeals reads no document: %s', (statement) => {
  const plan = db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement}`)
    .all('1', '1', '1', 1)
    .map(({ detail }) => detail);
  expect(plan).toEqual([expect.stringContaining('SEARCH record USING COVERING INDEX appeal_listed')]);
});

test.each(BOARD_STATEMENTS)('the board is counted without reading a document: %s', (statement) => {
  const plan = db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement}`)
    .all(...[...statement.matchAll(/\?/g)].map(() => 'x'))
    .map(({ detail }) => detail);
  expect(plan.filter((step) => /record/.test(step))).toEqual([
    expect.stringMatching(/SEARCH record USING COVERING INDEX (appeal_open|call_board)/),
  ]);
});
