import type { Page } from 'playwright';
import { aRegistration, leasedNumber } from '../../support/cases.ts';
import { aPeer, type Peer } from '../../support/peer.ts';
import { expect, test } from '../fixtures.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { Desk } from '../pages/Desk.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { keepPicture, keepTwoPictures } from '../support/screenshots.ts';

// A real window and a real server: a loaded build machine needs the time.
test.describe.configure({ timeout: 240_000 });

const MANY = 40;

/** Registers appeals that stay with whoever took them. */
async function takeMany(peer: Peer): Promise<void> {
  for (let first = 0; first < MANY; first += 20) {
    const commands = Array.from({ length: 20 }, (_, index) =>
      aRegistration(peer, leasedNumber(peer, first + index)),
    );
    const { results } = await peer.push(commands);
    expect(results.map(({ outcome }) => outcome)).toEqual(commands.map(() => 'applied'));
  }
}

/** Presses keys one by one, a letter of the national layout as what it writes, and gives how many there were. */
async function press(page: Page, keys: readonly string[]): Promise<number> {
  for (const key of keys)
    await (/\p{Script=Cyrillic}/u.test(key) ? page.keyboard.type(key) : page.keyboard.press(key));
  return keys.length;
}

test('forty appeals of one operator go to the evening shift in at most eight keys, and all come back at once', async ({
  server,
  launch,
}) => {
  const workstation = await launch('lead');
  const { page } = workstation;
  await beginWork(workstation, server, 'shevchuk', 'Місце старшої зміни');
  await takeMany(await aPeer(server, 'koval'));
  const evening = await launch('evening');
  await beginWork(evening, server, 'bondar', 'Місце 2');
  await new Desk(page).go('Зміна');
  const koval = page.getByRole('row', { name: /Коваль/ });
  const bondar = page.getByRole('row', { name: /Бондар/ });
  await expect(koval).toContainText(String(MANY), { timeout: 60_000 });
  await page.getByRole('grid').focus();
  // Down to the operator's row, wherever it stands.
  for (let tries = 0; tries < 20 && (await koval.getAttribute('data-cursor')) === null; tries += 1)
    await page.keyboard.press('ArrowDown');
  await keepTwoPictures(workstation, 'board');
  expect(await seriousViolations(page)).toEqual([]);

  let keys = await press(page, ['m']);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Кому', { exact: true })).toBeFocused();
  await expect(dialog).toContainText('40 звернень');
  keys += await press(page, [...'бон']);
  await expect(page.getByRole('option').first()).toContainText('Бондар');
  keys += await press(page, ['Enter']);
  await expect(dialog.getByRole('listitem')).toContainText('отримає 40 звернень');
  await keepPicture(page, 'board-move-uk');
  expect(await seriousViolations(page)).toEqual([]);
  keys += await press(page, ['Enter']);
  expect(keys).toBeLessThanOrEqual(8);
  await expect(page.getByText('Передано 40 звернень')).toBeVisible();
  await expect(bondar).toContainText(String(MANY));
  await expect(koval).not.toContainText(String(MANY));
  // Who gets them is told once, not forty times.
  await expect(evening.page.getByText('Вам передано 40 звернень')).toBeVisible({ timeout: 60_000 });
  await expect(evening.page.getByRole('alert').filter({ hasText: 'Вам передано' })).toHaveCount(1);
  await keepPicture(evening.page, 'board-given-uk');
  // A call that begins there is seen here.
  await new CallScreen(evening.page).start();
  await expect(bondar).toContainText('розмовляє', { timeout: 30_000 });
  await expect(page.getByText('Розмовляє 1 оператор')).toBeVisible();

  await page.getByRole('button', { name: 'Повернути всі 40' }).click();
  await expect(page.getByText('Повернуто 40 звернень')).toBeVisible();
  await expect(koval).toContainText(String(MANY));

  // The same for what a list shows; nobody is a choice of its own.
  await new Desk(page).go('Усі звернення');
  await page.getByRole('grid').press('Shift+M');
  await expect(dialog).toContainText('40 звернень');
  await press(page, [...'нік', 'Enter']);
  await expect(dialog.getByRole('listitem')).toContainText('отримає 40 звернень');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Передано 40 звернень')).toBeVisible();
  await new Desk(page).go('Зміна');
  await expect(page.getByRole('row', { name: /Без виконавця/ })).toContainText(String(MANY));
});
