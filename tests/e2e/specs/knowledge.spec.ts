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

/** Keys beside the words that are typed, at most, from the open call to the recorded consultation. */
const MOST_KEYS = 7;

test('a lead writes an article, an operator answers a call with it by a few keys and without the centre', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'shevchuk', 'Місце старшої зміни');
  const desk = new Desk(page);
  await desk.go('База знань');
  await expect(page.getByText('Статей ще немає. Їх пише старший зміни.')).toBeVisible();
  await page.getByRole('button', { name: 'Нова стаття' }).click();
  const form = page.getByRole('form', { name: 'Стаття, яку пишуть' });
  await form.getByLabel('Назва').fill('Субсидія: куди звертатися');
  await form
    .getByLabel('Текст відповіді')
    .fill('## Куди\n\n- **Пенсійний фонд** за місцем проживання\n- портал <b>Дія</b>');
  await form.getByLabel('Теми', { exact: true }).fill('субсидія');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await form.getByRole('button', { name: /^Прибрати/ }).waitFor();
  await page.keyboard.press('Control+Enter');
  const reading = page.getByRole('region', { name: 'Стаття' });
  await expect(reading.getByRole('heading', { name: 'Куди', exact: true })).toBeVisible();
  await expect(reading.locator('strong')).toHaveText('Пенсійний фонд');
  // What looks like HTML is text.
  await expect(reading.getByText('портал <b>Дія</b>')).toBeVisible();
  await keepPicture(page, 'knowledge-uk');
  expect(await seriousViolations(page)).toEqual([]);
  await page.evaluate(() =>
    window.holos.invoke('settings.set', { language: 'ru', theme: 'dark', contrast: 'normal' }),
  );
  await expect(page.getByRole('heading', { name: 'База знаний' })).toBeVisible();
  await keepPicture(page, 'knowledge-ru-dark');
  await page.evaluate(() => window.holos.invoke('settings.set', { language: 'uk', theme: 'light' }));

  await desk.signOut('Шевчук');
  await new SignIn(page).signInAsOther('koval', DEMO_PASSWORD);
  await page.getByRole('navigation').waitFor();
  await server.stop();
  await new CallScreen(page).start();
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  await press('F7');
  await page.keyboard.type('субсидія');
  await page.getByRole('option').first().waitFor();
  await press('Enter');
  const ready = page.getByRole('region', { name: 'Готові відповіді' });
  await expect(ready.getByRole('button')).toContainText('Субсидія: куди звертатися');
  await press('Control+1');
  await expect(new Card(page).field('Що відповіли')).toHaveValue(
    'Куди\n\n- Пенсійний фонд за місцем проживання\n- портал <b>Дія</b>',
  );
  await keepPicture(page, 'knowledge-answer-uk');
  expect(await seriousViolations(page)).toEqual([]);
  await press('Control+Enter');
  await expect(new Result(page).consultation()).toBeVisible();
  expect(keys).toBeLessThanOrEqual(MOST_KEYS);
});
