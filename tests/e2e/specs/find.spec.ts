import { expect, test } from '../fixtures.ts';
import { AppealList } from '../pages/AppealList.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { Card } from '../pages/Card.ts';
import { Result } from '../pages/Result.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { resize, wear } from '../support/look.ts';
import { roadAppeal } from '../support/roadAppeal.ts';
import { keepPicture } from '../support/screenshots.ts';

test.describe.configure({ timeout: 120_000 });

test('one box finds by number, last digits, name in any spelling and words, unsent work too, and gives the pad back', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  await resize(workstation, { width: 1280, height: 720 });
  await server.kill();

  const call = new CallScreen(page);
  await call.start();
  await call.phone().fill('8-050-123-45-67');
  await call.writeNotes(['На Парковій яма на всю дорогу']);
  const card = new Card(page);
  await card.openAppeal();
  await card.fillAppeal({ ...roadAppeal, surname: 'Лук’яненко' });
  await card.complete();
  const result = new Result(page);
  await result.registered().waitFor();
  const number = await result.number();
  await result.close();

  await call.start();
  await call.writeNotes(['інша розмова']);
  const box = page.getByRole('dialog').getByRole('textbox');
  const hit = page.getByRole('dialog').getByRole('button', { name: new RegExp(number) });
  const [, year = '', serial = '', digit = ''] = number.split('-');
  for (const asked of [
    number,
    `${year} ${serial} ${digit}`,
    String(Number(serial)),
    '34567',
    "ЛУК'ЯНЕНКО",
    'Kerzytyrj',
    'яму парковій',
  ]) {
    await page.keyboard.press('Control+K');
    await box.fill(asked);
    await expect(hit, asked).toBeVisible();
    if (asked === '34567')
      await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Схоже на номер телефону');
    if (asked === 'Kerzytyrj') {
      await expect(page.getByRole('dialog').getByRole('status')).toHaveText(
        'Інша розкладка: шукаємо «Лукяненко»',
      );
      await keepPicture(page, 'find-uk');
      expect(await seriousViolations(page)).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(call.pad()).toBeFocused();
  }

  // What is not finished yet is found too, and it is said what was searched.
  await page.keyboard.press('Control+K');
  await box.fill('розмови');
  const unfinished = page.getByRole('dialog').getByRole('button', { name: /інша розмова/ });
  await expect(unfinished).toBeVisible();
  await expect(page.getByRole('dialog').getByText(/^Шукали все, що є на цій станції/)).toBeVisible();
  await keepPicture(page, 'find-unfinished-uk');
  await page.keyboard.press('Enter');
  await expect(call.pad()).toBeFocused();

  await wear(workstation, { language: 'en', theme: 'dark' });
  await page.keyboard.press('Control+K');
  await box.fill('лукяненко');
  await expect(hit).toBeVisible();
  await keepPicture(page, 'find-en-dark');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: new RegExp(number) })).toBeVisible();
});

test('the full list is narrowed by a sentence of conditions, by keyboard, and shows what was not sent yet', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  await resize(workstation, { width: 1280, height: 720 });
  await server.kill();
  const call = new CallScreen(page);
  await call.start();
  await call.writeNotes(['На Парковій яма на всю дорогу']);
  const card = new Card(page);
  await card.openAppeal();
  await card.fillAppeal(roadAppeal);
  await card.complete();
  const result = new Result(page);
  await result.registered().waitFor();
  const number = await result.number();
  await result.close();

  await page.getByRole('button', { name: 'Усі звернення' }).click();
  const list = new AppealList(page);
  await expect(list.row(number)).toBeVisible();
  const choose = async (what: string, down: number) => {
    await page.getByRole('button', { name: new RegExp(`^${what}:`) }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[role=menuitem]:focus')).toBeVisible();
    for (let press = 0; press < down; press += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toBeHidden();
  };
  await choose('Виконавець', 1);
  await choose('Час реєстрації', 1);
  await expect(page.getByRole('button', { name: 'Виконавець: мої' })).toBeVisible();
  await expect(list.row(number)).toBeVisible();
  await keepPicture(page, 'full-list-uk');
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Зберегти перелік…' }).click();
  await page.getByLabel('Назва переліку').fill('Мої за сьогодні');
  await page.keyboard.press('Enter');
  const kept = page.getByRole('button', { name: 'Мої за сьогодні', exact: true });
  await expect(kept).toHaveAttribute('aria-pressed', 'true');
  await choose('Стан', 2);
  await expect(page.getByText('Звернень за цими умовами немає. Зніміть одну з умов.')).toBeVisible();
  await page.getByRole('button', { name: 'Зняти умови' }).click();
  await expect(list.row(number)).toBeVisible();
  await kept.click();
  await expect(page.getByRole('button', { name: 'Виконавець: мої' })).toBeVisible();
  await expect(list.row(number)).toBeVisible();
  await wear(workstation, { language: 'en', theme: 'dark' });
  await keepPicture(page, 'full-list-en-dark');
});
