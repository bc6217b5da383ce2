import { expect, it } from 'vitest';
import { noticeWords } from '../../../../src-main/app/noticeWords.ts';
import { SystemNoticeInput } from '../../../../src-shared/notice/model.ts';

it.each([
  ['uk', 'Прострочено: 2. Сьогодні: 1. Найближчими днями: 3.'],
  ['ru', 'Просрочено: 2. Сегодня: 1. В ближайшие дни: 3.'],
  ['en', 'Overdue: 2. Today: 1. In the next days: 3.'],
] as const)('the system tells numbers in %s', (language, body) => {
  expect(noticeWords(language, { overdue: 2, today: 1, before: 3 }).body).toBe(body);
});

it('has no place for anything but numbers', () => {
  expect(SystemNoticeInput.safeParse({ overdue: 1, today: 0, before: 0, name: 'Гончаренко' }).success).toBe(
    false,
  );
  expect(SystemNoticeInput.safeParse({ overdue: 'ДН-2026-000001-5', today: 0, before: 0 }).success).toBe(
    false,
  );
});
