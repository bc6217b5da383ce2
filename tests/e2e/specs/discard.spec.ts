import { expect, test } from '../fixtures.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { Desk } from '../pages/Desk.ts';
import { SignIn } from '../pages/SignIn.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { resize } from '../support/look.ts';
import { DEMO_PASSWORD } from '../support/places.ts';
import { keepTwoPictures } from '../support/screenshots.ts';

test.describe.configure({ timeout: 180_000 });

test('a card opened by mistake is discarded by one key and brought back by the same key, also after a kill', async ({
  server,
  launch,
}) => {
  const before = await launch('desk');
  await beginWork(before, server, 'koval', 'Місце 1');
  const call = new CallScreen(before.page);
  await call.start();
  await call.writeNotes(['написано не туди']);
  await expect(call.saved()).toContainText('Збережено');
  await before.page.keyboard.press('Alt+KeyC');
  await expect(before.page.getByText(/Картку дзвінка .* відкинуто/)).toBeVisible();
  await before.kill();

  const after = await launch('desk');
  const { page } = after;
  await resize(after, { width: 1280, height: 720 });
  const entrance = page.getByRole('navigation').or(page.getByRole('heading', { name: 'Хто працює?' }));
  await entrance.first().waitFor();
  if (!(await page.getByRole('navigation').isVisible()))
    await new SignIn(page).signIn('koval', DEMO_PASSWORD);
  await expect(page.getByText(/Картку дзвінка .* відкинуто/)).toBeVisible();
  await keepTwoPictures(after, 'discarded');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Alt+KeyC');
  await expect(new CallScreen(page).pad()).toHaveValue('написано не туди');
  await page.keyboard.press('F4');
  await page.getByRole('button', { name: /Картка відкрита помилково/ }).click();
  await expect(page.getByText(/Картку дзвінка .* відкинуто/)).toBeVisible();
  await expect(new Desk(page).connection()).toContainText('усе надіслано', { timeout: 30_000 });
});
