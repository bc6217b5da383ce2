import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/Desk.ts';
import { Result } from '../pages/Result.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { resize } from '../support/look.ts';
import { fillRoadCard, registerCard } from '../support/roadCall.ts';
import { keepPicture } from '../support/screenshots.ts';

test.describe.configure({ timeout: 180_000 });

test('many call about one street: seen while typing, joined in one key, one answer for all, also without the centre', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'shevchuk', 'Місце 1');
  await resize(workstation, { width: 1280, height: 720 });
  const first = await registerCard(
    page,
    await fillRoadCard(page, '0501110001', 'Гончаренко', 'вул. Паркова, 12'),
  );

  // The next caller lives in the same street: said differently, recognised all the same.
  const strip = page.getByRole('region', { name: 'Подібні звернення' });
  const second = await fillRoadCard(page, '0501110002', 'Ткаченко', 'Паркова 14');
  await expect(strip.getByRole('status')).toHaveText('1 звернення на цій вулиці сьогодні, за тиждень 1');
  await page.keyboard.press('Alt+J');
  await expect(strip.getByRole('button', { name: 'Та сама проблема' })).toBeFocused();
  await expect(strip).toContainText(first);
  await keepPicture(page, 'similar-uk');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(strip.getByRole('status')).toContainText('ввійде до спільної проблеми');
  await registerCard(page, second);

  // The centre is away; the third joins as a further applicant, with a receipt of her own.
  await server.kill();
  await fillRoadCard(page, '0501110003', 'Марченко', 'вулиця Паркова, 14');
  await expect(strip.getByRole('status')).toContainText('Спільна проблема');
  await page.keyboard.press('Alt+J');
  await strip
    .getByRole('listitem')
    .filter({ hasText: first })
    .getByRole('button', { name: 'Додати заявника сюди' })
    .click();
  await new Result(page).registered().waitFor();
  const joined = await new Result(page).number();
  expect(joined).not.toBe(first);
  await new Result(page).close();

  await server.start();
  await expect(new Desk(page).connection()).toContainText('усе надіслано', { timeout: 60_000 });
  await page.keyboard.press('Control+K');
  await page.keyboard.type('спільні');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Паркова/ }).click();
  await expect(dialog.getByText('3 людини чекають відповіді')).toBeVisible();
  await expect(dialog.getByRole('listitem')).toHaveCount(3);
  await expect(dialog).toContainText(joined);
  await dialog.getByLabel('Відповідь для всіх заявників').fill('Яму засиплють до п’ятниці.');
  await keepPicture(page, 'problem-uk');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Повідомити 3 людей')).toBeVisible();
  await dialog.getByRole('button', { name: first }).click();
  await expect(page.getByRole('article')).toContainText('завершено: Яму засиплють');
  await expect(page.getByRole('article')).toContainText(joined);
});
