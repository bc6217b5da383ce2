import type { Page } from 'playwright';
import { expect, test } from '../fixtures.ts';
import { Caller } from '../pages/Caller.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { Card } from '../pages/Card.ts';
import { Desk } from '../pages/Desk.ts';
import { Result } from '../pages/Result.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { resize, wear } from '../support/look.ts';
import { roadAppeal } from '../support/roadAppeal.ts';
import { keepPicture } from '../support/screenshots.ts';

test.describe.configure({ timeout: 180_000 });

/** Registers an appeal of a new person. @returns its number */
async function register(page: Page, phone: string, surname: string, givenName: string): Promise<string> {
  const call = new CallScreen(page);
  await call.start();
  await call.phone().fill(phone);
  await call.writeNotes(['Яма на всю дорогу, машини об’їжджають тротуаром']);
  const card = new Card(page);
  await card.openAppeal();
  await card.fillAppeal({ ...roadAppeal, surname, givenName });
  await card.complete();
  const result = new Result(page);
  await result.registered().waitFor();
  const number = await result.number();
  await result.close();
  return number;
}

test('who is calling: a new number, a known one, a household, a withheld one; where an appeal stands', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'shevchuk', 'Місце 1');
  await resize(workstation, { width: 1280, height: 720 });
  const call = new CallScreen(page);
  const caller = new Caller(page);
  const card = new Card(page);
  const result = new Result(page);
  const number = await register(page, '0501234567', 'Лук’яненко', 'Марія');

  // The same number in another form: the appeal and its term are there without a key, the question is recorded with two.
  await server.kill();
  await call.start();
  await call.phone().fill('8-050-123-45-67');
  await call.writeNotes(['питає, коли засиплють']);
  await expect(caller.appeals()).toContainText(number);
  await expect(caller.appeals()).toContainText(/лиши\S+ \d+ д\S+\s*до \d{2}\.\d{2}\.\d{4}/);
  await expect(call.pad()).toBeFocused();
  await keepPicture(page, 'caller-known-uk-1280');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('F3');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('status').filter({ hasText: `Запитання про звернення ${number} записано` }),
  ).toBeVisible();
  await result.close();

  // Somebody else of the household, at the same number: both are offered, one digit chooses, nothing of the other is left.
  await register(page, '0501234567', 'Лук’яненко', 'Петро');
  await call.start();
  await call.phone().fill('0501234567');
  await expect(caller.pane()).toContainText('Хто сьогодні дзвонить?');
  await expect(caller.people()).toHaveCount(2);
  await keepPicture(page, 'caller-household-uk-1280');
  await card.openAppeal();
  await card.field('Прізвище').fill('Хтось');
  await page.keyboard.press('F3');
  const second = await caller.people().nth(1).textContent();
  const name = second?.includes('Марія') ? 'Марія' : 'Петро';
  await page.keyboard.press('2');
  await expect(card.field("Ім'я")).toHaveValue(name);
  await expect(card.field('Вулиця')).toHaveValue(roadAppeal.street);
  await expect(caller.people()).toHaveCount(0);
  await resize(workstation, { width: 1920, height: 1080 });
  await keepPicture(page, 'caller-chosen-uk-1920');
  await wear(workstation, { language: 'ru', theme: 'dark' });
  await keepPicture(page, 'caller-chosen-ru-dark');
  await wear(workstation, { language: 'uk', theme: 'light' });
  await resize(workstation, { width: 1280, height: 720 });
  await caller.pane().getByRole('button', { name: 'Це хтось інший' }).click();
  await expect(card.field('Прізвище')).toHaveValue('Хтось');
  await expect(card.field("Ім'я")).toHaveValue('');

  // Parked; two callers with withheld numbers after each other: nobody's data in anybody's card.
  await page.keyboard.press('F9');
  for (const surname of ['Перша', '']) {
    await page.keyboard.press('F2');
    await call.phone().fill('anonymous');
    await expect(caller.pane()).toContainText('Номер приховано');
    await expect(caller.people()).toHaveCount(0);
    await card.openAppeal();
    await expect(card.field('Прізвище')).toHaveValue('');
    if (surname !== '') await card.field('Прізвище').fill(surname);
    await page.keyboard.press('F9');
  }
});

test('a number marked as shared is nobody’s from then on', async ({ server, launch }) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const call = new CallScreen(page);
  const caller = new Caller(page);
  await register(page, '0501234567', 'Гончаренко', 'Марія');
  await call.start();
  await call.phone().fill('0501234567');
  await expect(caller.people()).toHaveCount(1);
  await caller.pane().getByRole('button', { name: 'Номер спільний…' }).click();
  await caller.pane().getByLabel('Чий це номер').fill('лікарня № 3');
  await page.keyboard.press('Enter');
  await expect(caller.pane()).toContainText('Спільний номер (лікарня № 3)');
  await expect(caller.people()).toHaveCount(0);
  await caller.pane().getByRole('button', { name: 'Зняти позначку' }).click();
  await expect(caller.people()).toHaveCount(1);
});

test('a known person by two keys; what is typed anew is kept on the card', async ({ server, launch }) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const call = new CallScreen(page);
  const caller = new Caller(page);
  const card = new Card(page);
  await register(page, '0501234567', 'Гончаренко', 'Марія');
  await call.start();
  await call.phone().fill('0501234567');
  await expect(caller.people()).toHaveCount(1);
  await call.writeNotes(['Знову яма']);
  await page.keyboard.press('F3');
  await page.keyboard.press('1');
  await card.openAppeal();
  await expect(card.field('Прізвище')).toHaveValue('Гончаренко');
  await card.region().getByRole('radio', { name: 'Заява' }).check();
  await card.choose('Тема', roadAppeal.topic);
  await card.field('Вулиця').fill('вул. Нова, 3');
  // The card holds words by now: a question about the earlier appeal is recorded beside it, the call goes on.
  await page.keyboard.press('F3');
  await expect(page.getByRole('button', { name: 'Питає про це: записати Enter' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Запитання про звернення .* записано/)).toBeVisible();
  await expect(card.field('Вулиця')).toHaveValue('вул. Нова, 3');
  await call.phone().fill('0671112233');
  await card.complete();
  await new Result(page).registered().waitFor();
  await new Result(page).close();

  // Both numbers lead to one card with the new address and two appeals.
  for (const phone of ['0671112233', '0501234567']) {
    await call.start();
    await call.phone().fill(phone);
    await expect(caller.people()).toHaveCount(1);
    await expect(caller.people()).toContainText('вул. Нова, 3');
    await expect(caller.appeals().getByRole('listitem')).toHaveCount(2);
    await page.keyboard.press('F9');
  }

  // Without a number the name typed finds the card: offered with the reason, taken by a key, never by itself.
  await page.keyboard.press('F2');
  await card.openAppeal();
  await card.field('Прізвище').fill('Гончарнеко');
  await card.field("Ім'я").fill('Марія');
  await expect(caller.pane()).toContainText("можливо: схоже ім'я");
  await keepPicture(page, 'caller-alike-uk');
  await page.keyboard.press('F3');
  await page.keyboard.press('1');
  await expect(card.field('Прізвище')).toHaveValue('Гончаренко');
  await expect(caller.appeals().getByRole('listitem')).toHaveCount(2);
  await caller.pane().getByRole('button', { name: 'Це хтось інший' }).click();
  await expect(card.field('Прізвище')).toHaveValue('Гончарнеко');
});

test('double cards: offered with their reasons, joined with a preview without the centre, taken apart again', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'shevchuk', 'Місце 1');
  await resize(workstation, { width: 1280, height: 720 });
  const first = await register(page, '0501234567', 'Гончаренко', 'Марія');
  const second = await register(page, '0501234567', 'Гончарнеко', 'Марія');
  await server.kill();

  const desk = new Desk(page);
  await desk.go('Заявники');
  const search = page.getByRole('searchbox', { name: "Ім'я, номер телефону або адреса" });
  await search.fill('марія гончар');
  const rows = page.getByRole('grid', { name: 'Заявники' }).getByRole('row');
  await expect(rows.filter({ hasText: 'Марія' })).toHaveCount(2);
  await rows.filter({ hasText: 'Гончаренко' }).click();
  await page.keyboard.press('Enter');
  const record = page.getByRole('region', { name: 'Заявник', exact: true });
  const same = record.getByRole('region', { name: 'Можливо, це та сама людина' });
  await expect(same).toContainText("ймовірно: той самий номер, схоже ім'я, та сама адреса");
  await keepPicture(page, 'applicant-card-uk-1280');
  expect(await seriousViolations(page)).toEqual([]);
  await same.getByRole('button', { name: "Об'єднати…" }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(first);
  await expect(dialog).toContainText(second);
  await expect(dialog.getByText('050 123 45 67')).toHaveCount(1);
  await keepPicture(page, 'applicant-merge-uk');
  await dialog.getByRole('button', { name: "Об'єднати", exact: true }).click();
  await expect(rows.filter({ hasText: 'Марія' })).toHaveCount(1);
  await expect(record).toContainText(first);
  await expect(record).toContainText(second);
  await resize(workstation, { width: 1920, height: 1080 });
  await wear(workstation, { language: 'ru', theme: 'dark' });
  await keepPicture(page, 'applicant-merged-ru-dark-1920');
  await wear(workstation, { language: 'uk', theme: 'light' });
  await record.getByRole('button', { name: "Роз'єднати" }).click();
  await expect(rows.filter({ hasText: 'Марія' })).toHaveCount(2);

  // The lead sees the pair; the card is corrected by itself.
  await page.getByText('Схожі картки', { exact: true }).click();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Гончарнеко' }).filter({ hasText: 'Гончаренко' }),
  ).toHaveCount(1);
  await keepPicture(page, 'applicant-pairs-uk-1920');
  await record.getByRole('button', { name: 'Змінити' }).click();
  await record.getByLabel('Особливі потреби').fill('погано чує');
  await record.getByLabel('Хто відповідає').fill('донька');
  await keepPicture(page, 'applicant-edit-uk-1920');
  await record.getByRole('button', { name: 'Зберегти' }).click();
  await expect(record).toContainText('050 123 45 67 (донька)');
  await expect(record).toContainText('погано чує');
  await expect(record).toContainText('змінено картку');
});

test('protected data: a name for everybody, the rest for whoever gives a reason, and the history says who', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'shevchuk', 'Місце 1');
  await resize(workstation, { width: 1280, height: 720 });
  await register(page, '0501234567', 'Гончаренко', 'Марія');
  await new Desk(page).go('Заявники');
  await page.getByRole('grid', { name: 'Заявники' }).getByRole('row').filter({ hasText: 'Марія' }).click();
  await page.keyboard.press('Enter');
  const record = page.getByRole('region', { name: 'Заявник', exact: true });
  await record.getByRole('button', { name: 'Захистити дані' }).click();
  await expect(record).toContainText('Адресу, телефони та історію приховано');
  await expect(page.locator('body')).not.toContainText('Паркова');
  await expect(page.locator('body')).not.toContainText('050 123 45 67');
  await keepPicture(page, 'applicant-protected-uk-1280');
  expect(await seriousViolations(page)).toEqual([]);
  await record.getByRole('button', { name: 'Відкрити' }).click();
  await expect(record).toContainText('Напишіть причину кількома словами');
  await record.getByLabel('Причина').fill('перевірка скарги');
  await page.keyboard.press('Enter');
  await expect(record).toContainText('Паркова');
  await expect(record).toContainText('відкрито захищену картку. Причина: перевірка скарги');

  // Whoever takes the next call from the number hears nothing of it either.
  await page.keyboard.press('F2');
  const call = new CallScreen(page);
  await page.keyboard.press('F2');
  await call.phone().fill('0501234567');
  const caller = new Caller(page);
  await expect(caller.pane()).toContainText('Захищені дані: адресу та історію приховано');
  await expect(caller.pane()).not.toContainText('Паркова');
});
