import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import type { KnowledgeFound } from '../../../src-shared/knowledge/queries.ts';
import { expect, test } from '../fixtures.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { Card } from '../pages/Card.ts';
import { Desk } from '../pages/Desk.ts';
import { Result } from '../pages/Result.ts';
import { SignIn } from '../pages/SignIn.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { DEMO_PASSWORD } from '../support/places.ts';
import { keepPicture } from '../support/screenshots.ts';

test.describe.configure({ timeout: 180_000 });

/** Another lead publishes the next version of the article while it is being edited here. */
async function publishMeanwhile(page: Page): Promise<void> {
  const done = await page.evaluate(async (action) => {
    const found = await window.holos.invoke('knowledge.find', {
      text: 'талон',
      topic: '',
      district: '',
      limit: 1,
    });
    const { answers } = (found.ok ? found.value : { answers: [] }) as KnowledgeFound;
    const article = answers[0]?.article;
    if (article === undefined) return false;
    const { title, topics, districts, validFrom, validUntil } = article;
    const body = 'Талони видає громада.\n\nЩодня з 9:00.';
    const text = { title, body, topics, districts, validFrom, validUntil };
    const payload = { article: article.id, expected: article.version, text };
    const saved = await window.holos.invoke('command.submit', {
      action,
      commands: [{ kind: 'article.save', payload }],
      consumes: [],
    });
    return saved.ok;
  }, randomUUID());
  expect(done).toBe(true);
}

test('what no article answers reaches the editors with the call, and the article they write closes it', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  await beginWork(workstation, server, 'koval', 'Місце 1');
  await new CallScreen(workstation.page).start();
  await workstation.page.keyboard.press('Alt+A');
  await workstation.page.keyboard.type('талон на питну воду 050 123-45-67');
  const ready = workstation.page.getByRole('region', { name: 'Готові відповіді' });
  await expect(ready.getByText(/Готової відповіді немає/)).toBeVisible();
  await keepPicture(workstation.page, 'knowledge-nothing-uk');
  expect(await seriousViolations(workstation.page)).toEqual([]);
  await new Card(workstation.page).choose('Тема запитання', 'водопостачання');
  await workstation.page.keyboard.press('Control+Enter');
  await expect(new Result(workstation.page).consultation()).toBeVisible();
  await new Desk(workstation.page).signOut('Коваль');

  // The lead writes the answer; the power goes while they do.
  await new SignIn(workstation.page).signInAsOther('shevchuk', DEMO_PASSWORD);
  await new Desk(workstation.page).go('База знань');
  await workstation.page.getByRole('button', { name: /^Питання без відповіді/ }).click();
  await workstation.page.getByRole('row', { name: /талон на питну воду/ }).click();
  const question = workstation.page.getByRole('region', { name: 'Питання', exact: true });
  await expect(question.getByRole('heading', { name: 'талон на питну воду' })).toBeVisible();
  await expect(question.getByText(/шукали під час дзвінка/)).toBeVisible();
  await keepPicture(workstation.page, 'questions-uk');
  expect(await seriousViolations(workstation.page)).toEqual([]);
  await question.getByRole('button', { name: 'Написати статтю' }).click();
  await workstation.page.getByLabel('Текст відповіді').fill('Талони видає громада.');
  await expect
    .poll(() =>
      workstation.page.evaluate(async () => {
        const drafts = await window.holos.invoke('draft.list', {});
        return JSON.stringify(drafts).includes('Талони видає громада.');
      }),
    )
    .toBe(true);
  await workstation.kill();

  const { page } = await launch('desk');
  const desk = new Desk(page);
  await desk.go('База знань');
  await page.getByRole('button', { name: 'талон на питну воду' }).click();
  const form = page.getByRole('form', { name: 'Стаття, яку пишуть' });
  await expect(form.getByLabel('Текст відповіді')).toHaveValue('Талони видає громада.');
  await expect(form.getByText('Відповідає на 1 питання: його буде закрито')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const article = page.getByRole('region', { name: 'Стаття' });
  await expect(article.getByRole('heading', { name: 'талон на питну воду' })).toBeVisible();
  await page.getByRole('button', { name: /^Питання без відповіді/ }).click();
  await expect(page.getByText('Цього тижня питань без відповіді немає')).toBeVisible();

  // Two leads write at once: both texts are there, and so are the earlier ones afterwards.
  await page.getByRole('button', { name: 'Статті', exact: true }).click();
  await article.getByRole('button', { name: 'Змінити' }).click();
  await form.getByLabel('Текст відповіді').fill('Талони видає громада.\n\nТелефон довідки в оголошенні.');
  await publishMeanwhile(page);
  const theirs = page.getByRole('region', { name: 'Текст, який опублікували тим часом' });
  await expect(theirs.locator('mark')).toHaveText('Щодня з 9:00.');
  await keepPicture(page, 'knowledge-two-texts-uk');
  expect(await seriousViolations(page)).toEqual([]);
  await form.getByRole('button', { name: /^Опублікувати мій текст/ }).click();
  await expect(article.getByText('Телефон довідки в оголошенні.')).toBeVisible();
  await article.getByRole('button', { name: /^Редакція 2/ }).click();
  await expect(article.getByText('Щодня з 9:00.')).toBeVisible();
  await keepPicture(page, 'knowledge-past-uk');
  await article.getByRole('button', { name: 'До чинної' }).click();
  await article.getByRole('button', { name: 'Вилучити' }).click();
  await expect(article.getByText('Вилучено: операторам не пропонується')).toBeVisible();
  await page.getByRole('button', { name: 'Вилучені' }).click();
  await expect(page.getByRole('row', { name: /талон на питну воду/ })).toBeVisible();
});
