import { legalDay } from '../../../src-shared/clock.ts';
import { addDays } from '../../../src-shared/term/calendar.ts';
import { termOf } from '../../../src-shared/term/term.ts';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/Desk.ts';
import { SignIn } from '../pages/SignIn.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { resize } from '../support/look.ts';
import { DEMO_PASSWORD } from '../support/places.ts';
import { fillRoadCard, registerCard } from '../support/roadCall.ts';
import { keepPicture, keepTwoPictures } from '../support/screenshots.ts';

test.describe.configure({ timeout: 180_000 });

const written = (day: string) => day.split('-').reverse().join('.');

test('a lead makes the last day of a term a day off, sees what moves, counts it again and brings the former calendar back', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'shevchuk', 'Місце старшої зміни');
  await resize(workstation, { width: 1280, height: 720 });
  const card = await fillRoadCard(page, '0671234567', 'Гончаренко', 'вул. Паркова, 12');
  const number = await registerCard(page, card);
  const { due } = termOf('appeal_general', legalDay(Date.now()));

  const desk = new Desk(page);
  await desk.go('Контроль');
  const terms = page.getByRole('grid', { name: 'Строки' });
  await expect(terms.getByText(number)).toBeVisible();
  await expect(terms.getByText(written(due))).toBeVisible();
  await terms.getByText(number).click();
  await page.getByRole('button', { name: 'Чому така дата' }).click();
  await expect(page.getByText(/Закон «Про звернення громадян», стаття 20/)).toBeVisible();
  await keepTwoPictures(workstation, 'terms');
  expect(await seriousViolations(page)).toEqual([]);

  const parts = page.getByRole('group', { name: 'Частини розділу' });
  await parts.getByRole('button', { name: 'Календар' }).click();
  // By keys alone: from today to the day before the end, and one further.
  await page.locator(`[data-day="${legalDay(Date.now())}"]`).focus();
  for (let day = legalDay(Date.now()); day < due; day = addDays(day, 1))
    await page.keyboard.press('ArrowRight');
  await expect(page.locator(`[data-day="${due}"]`)).toBeFocused();
  await page.getByLabel('Підстава або назва').fill('Наказ № 45');
  await page.getByRole('button', { name: 'Зробити неробочим' }).click();
  const moves = page.getByRole('region', { name: 'Які строки змінюються' });
  await expect(moves.getByText('Змінюється строк 1 звернення')).toBeVisible();
  // What is being changed is kept, also while the window is not there.
  await page.reload();
  await desk.go('Контроль');
  await parts.getByRole('button', { name: 'Календар' }).click();
  await expect(moves.getByText('Змінюється строк 1 звернення')).toBeVisible();
  await page.locator(`[data-day="${due}"]`).click();
  await expect(moves.getByText(new RegExp(`${written(due)} → `))).toBeVisible();
  await keepTwoPictures(workstation, 'calendar');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await moves.getByRole('button', { name: 'Перерахувати 1 строк' }).click();
  await expect(moves.getByText('Перераховано 1 строк;')).toBeVisible();
  await expect(moves.getByText('Жоден строк не змінюється')).toBeVisible();

  const panels = page.getByRole('group', { name: 'Що показати поруч' });
  for (const [panel, name] of [
    ['Воєнний стан', 'martial'],
    ['Години', 'hours'],
    ['Правила', 'rules'],
    ['Файл свят', 'feed'],
  ] as const) {
    await panels.getByRole('button', { name: panel }).click();
    await keepPicture(page, `calendar-${name}-uk-light`);
  }

  await page.getByRole('button', { name: 'Повернути попередній календар' }).click();
  await page.getByRole('button', { name: 'Зберегти календар' }).click();
  await moves.getByRole('button', { name: 'Перерахувати 1 строк' }).click();
  await parts.getByRole('button', { name: 'Строки' }).click();
  await expect(terms.getByText(written(due))).toBeVisible();
  await terms.getByText(number).click();
  await expect(page.getByText(/строк перераховано за календарем/).first()).toBeVisible();
  await parts.getByRole('button', { name: 'Органи' }).click();
  await expect(page.getByText('Жоден орган не має найближчими днями відповідати')).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);

  // What has come up is told once, whenever this runs: the centre is open day and night.
  await parts.getByRole('button', { name: 'Календар' }).click();
  await panels.getByRole('button', { name: 'Години' }).click();
  const open = page.getByRole('group', { name: 'Коли центр відповідає' });
  for (const weekday of ['сб', 'нд']) await open.getByRole('button', { name: weekday }).click();
  await page.getByLabel('Від', { exact: true }).fill('00:00');
  await page.getByLabel('До', { exact: true }).fill('24:00');
  await panels.getByRole('button', { name: 'Правила' }).click();
  await page.getByLabel('Чого', { exact: true }).selectOption({ label: 'робочих днів' });
  await page.keyboard.press('Control+Enter');
  await moves.getByRole('button', { name: 'Перерахувати 1 строк' }).click();
  await expect(moves.getByText('Жоден строк не змінюється')).toBeVisible();
  const told = page.getByText('Лишився 1 робочий день, звернень: 1');
  await expect(told).toBeVisible();
  await keepPicture(page, 'terms-reminder-uk-light');
  await page.getByRole('button', { name: 'Відкрити' }).click();
  await expect(terms.getByText(number)).toBeVisible();
  await desk.signOut('Шевчук');
  await new SignIn(page).signInAsOther('shevchuk', DEMO_PASSWORD);
  await desk.go('Контроль');
  await expect(terms.getByText(number)).toBeVisible();
  await expect(told).toHaveCount(0);
});
