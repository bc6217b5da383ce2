import { expect, test } from '../fixtures.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { Card } from '../pages/Card.ts';
import { Desk } from '../pages/Desk.ts';
import { Result } from '../pages/Result.ts';
import { SignIn } from '../pages/SignIn.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { resize } from '../support/look.ts';
import { DEMO_PASSWORD } from '../support/places.ts';
import { keepPicture, keepTwoPictures } from '../support/screenshots.ts';

test.describe.configure({ timeout: 180_000 });

test('a lead announces an outage and writes questions; the operator tells the caller by one key and asks what is open, without the centre', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'shevchuk', 'Місце старшої зміни');
  await resize(workstation, { width: 1280, height: 720 });
  const desk = new Desk(page);
  await desk.go('База знань');
  const parts = page.getByRole('group', { name: 'Частини бази знань' });
  const take = async (label: string, word: string) => {
    await page.getByLabel(label, { exact: true }).and(page.locator('input')).first().fill(word);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
  };

  await parts.getByRole('button', { name: 'Оголошення' }).click();
  await page.getByRole('button', { name: 'Нове оголошення' }).click();
  await page.keyboard.type('Немає води до вечора');
  await page.getByLabel('Що сказати заявникові').fill('Ремонт водогону, підвезення о 15:00 біля школи № 3.');
  await take('Теми', 'немає води');
  await page.getByLabel('Діє до').fill('31.12.2099');
  await page.getByLabel('о котрій закінчується').fill('18:00');
  await take('Населений пункт', 'Краматорськ');
  await page.getByLabel('Вулиці, кожна з нового рядка').fill('вул. Паркова 1-25\nТраншейна');
  await keepPicture(page, 'announcement-form-uk');
  await page.keyboard.press('Control+Enter');
  const record = page.getByRole('region', { name: 'Оголошення', exact: true }).last();
  await expect(record.getByText('Краматорськ: вул. Паркова 1-25; Траншейна')).toBeVisible();
  await expect(record.getByText('0 заявникам')).toBeVisible();
  await keepPicture(page, 'announcement-uk');
  expect(await seriousViolations(page)).toEqual([]);

  await parts.getByRole('button', { name: 'Що питати' }).click();
  await page.getByRole('button', { name: 'Нові запитання' }).click();
  await page.keyboard.type('Немає води');
  await take('Теми', 'немає води');
  const questions = [
    ['На якій вулиці?', 'Вулиця', ''],
    ['Відколи немає води?', 'Відколи', 'зранку, с утра'],
    ["У якому під'їзді?", "Під'їзд", "під'їзд, подъезд"],
  ] as const;
  for (const [at, [ask, label, words]] of questions.entries()) {
    if (at > 0) await page.getByRole('button', { name: 'Ще одне запитання' }).click();
    const fields = page.getByRole('group', { name: `Запитання ${at + 1}` });
    await fields.getByLabel('Що запитати').fill(ask);
    await fields.getByLabel('Підпис у нотатках').fill(label);
    await fields.getByLabel('Слова, що вже є відповіддю').fill(words);
  }
  await take('Відповідає поле картки', 'вулиця');
  await keepPicture(page, 'script-form-uk');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Відколи немає води?' })).toBeVisible();
  await keepPicture(page, 'script-uk');
  expect(await seriousViolations(page)).toEqual([]);

  await desk.signOut('Шевчук');
  await new SignIn(page).signInAsOther('koval', DEMO_PASSWORD);
  await page.getByRole('navigation').waitFor();
  await server.stop();
  await expect(page.getByRole('region', { name: 'Зараз оголошено' })).toContainText('Немає води до вечора');
  await keepPicture(page, 'announcement-idle-uk');

  const call = new CallScreen(page);
  const card = new Card(page);
  await call.start();
  const announced = page.getByRole('region', { name: 'Оголошено для цього місця' });
  const asked = page.getByRole('region', { name: 'Що ще запитати' });
  await page.keyboard.press('F8');
  await card.choose('Тема', 'немає води');
  await expect(asked.getByRole('status')).toHaveText('На якій вулиці?');
  await keepPicture(page, 'asked-uk');
  await card.field('Населений пункт').fill('Краматорськ');
  await card.field('Вулиця').fill('ул. Парковая');
  await expect(asked.getByRole('status')).toHaveText('Відколи немає води?');
  await page.keyboard.press('Alt+W');
  await expect(call.pad()).toBeFocused();
  await page.keyboard.type('друга доба');
  await expect(call.pad()).toHaveValue('Відколи: друга доба');
  await expect(asked.getByRole('status')).toHaveText("У якому під'їзді?");
  await page.keyboard.press('Alt+E');
  await expect(asked.getByRole('button', { name: "Повернути запитання «Під'їзд»" })).toBeVisible();

  // The house of a neighbour who has water is none of it; the caller's own is.
  await card.field('Вулиця').fill('Паркова 27');
  await expect(announced).toBeHidden();
  await card.field('Вулиця').fill('Паркова 7');
  await expect(announced.getByRole('status')).toContainText('Немає води до вечора');
  await expect(announced).toContainText('Дзвінок завершиться як консультація');
  await keepTwoPictures(workstation, 'announced');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Alt+N');
  await expect(new Result(page).consultation()).toBeVisible();

  // An appeal that was begun is not thrown away: the telling is recorded beside it.
  await page.keyboard.press('F2');
  await call.pad().waitFor();
  await page.keyboard.press('F8');
  await card.region().getByRole('radio', { name: 'Скарга' }).check();
  await card.choose('Тема', 'немає води');
  await card.field('Населений пункт').fill('Краматорськ');
  await card.field('Вулиця').fill('Траншейна');
  await expect(announced).toContainText('картка лишиться');
  await page.keyboard.press('Alt+N');
  await expect(page.getByText('Консультацію за оголошенням записано, дзвінок триває')).toBeVisible();
  await expect(announced).toBeHidden();
  await expect(card.field('Вулиця')).toHaveValue('Траншейна');

  await desk.go('База знань');
  await parts.getByRole('button', { name: 'Оголошення' }).click();
  await page.getByRole('row').filter({ hasText: 'Немає води до вечора' }).click();
  await expect(record.getByText('2 заявникам')).toBeVisible();
});
