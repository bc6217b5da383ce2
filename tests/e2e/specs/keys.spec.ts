import type { Page } from 'playwright';
import { topics } from '../../../src-shared/catalog/topic.ts';
import { expect, test } from '../fixtures.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { Card } from '../pages/Card.ts';
import { Desk } from '../pages/Desk.ts';
import { beginWork } from '../support/beginWork.ts';
import { appealsAtCentre } from '../support/centreRecords.ts';
import { Hands } from '../support/day/Hands.ts';
import { maria } from '../support/day/people.ts';

test.describe.configure({ timeout: 120_000 });

/** A press as a keyboard sends it: the place of the key, and what its layout writes there. */
interface LayoutKey {
  readonly code: string;
  readonly key: string;
}

/** A press with Ctrl or Alt held. */
async function pressHolding(page: Page, held: 'ctrl' | 'alt', { code, key }: LayoutKey): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const press = { code, key, modifiers: held === 'alt' ? 1 : 2 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press });
  await session.detach();
}

/** A letter of the third level: the press comes as Ctrl and Alt together, and then, unless somebody took the press, its letter. */
async function typeThirdLevel(page: Page, { code, key }: LayoutKey): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const press = { code, key, modifiers: 3 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press });
  await session.send('Input.dispatchKeyEvent', { type: 'char', text: key });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press });
  await session.detach();
}

test('ґ of the third level is typed and fires no command; every command works in the Cyrillic layout', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const { page } = workstation;
  const hands = new Hands(page);
  await hands.press('F2');
  await expect(hands.call.pad()).toBeFocused();
  await hands.type('ста');
  // AltGr is told as Ctrl and Alt together; beside ґ, letters of keys that are commands with Ctrl or with Alt alone.
  const thirdLevel = [
    { code: 'KeyU', key: 'ґ' },
    { code: 'KeyK', key: 'ł' },
    { code: 'KeyS', key: 'ś' },
    { code: 'KeyP', key: 'þ' },
    { code: 'Digit1', key: '¹' },
  ];
  for (const letter of thirdLevel) await typeThirdLevel(page, letter);
  await expect(hands.call.pad()).toHaveValue('стаґłśþ¹');
  await expect(hands.call.pad()).toBeFocused();
  await expect(page.getByRole('dialog')).toBeHidden();

  // The same places in the Ukrainian layout.
  await pressHolding(page, 'ctrl', { code: 'KeyK', key: 'л' });
  await expect(page.getByRole('dialog')).toBeVisible();
  await hands.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await pressHolding(page, 'alt', { code: 'KeyP', key: 'з' });
  await expect(page.getByRole('textbox', { name: 'Що обіцяно' })).toBeVisible();
  await hands.press('Escape');
  await pressHolding(page, 'ctrl', { code: 'Comma', key: 'б' });
  await expect(page.getByRole('dialog')).toContainText('Налаштування');
  await hands.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(hands.call.pad()).toHaveValue('стаґłśþ¹');
});

test('a note and the caret in it are as they were after the settings, another language, theme and size, and other sections', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const { page } = workstation;
  const hands = new Hands(page);
  await hands.press('F2');
  await hands.type('Яма на дорозі біля школи');
  await hands.press('Home', ...Array<string>(3).fill('ArrowRight'));
  const desk = new Desk(page);
  const settings = await desk.openSettings();
  await settings.getByText('Російська', { exact: true }).click();
  await settings.getByText('Тёмный', { exact: true }).click();
  await settings.getByRole('slider').press('End');
  await hands.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  const pad = page.locator('.padText');
  await expect(pad).toBeFocused();
  await hands.type(' велика');
  await hands.press('Alt+Digit2', 'Alt+Digit6', 'Alt+Digit1');
  await expect(pad).toBeFocused();
  await hands.type(' й глибока');
  await expect(pad).toHaveValue('Яма велика й глибока на дорозі біля школи');
});

test('an appeal registered by three presses in a second, the last of them held, is one', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const { page } = workstation;
  const hands = new Hands(page);
  await hands.begin(maria.phone, maria.notes);
  await hands.fillAppeal(maria);
  await page.keyboard.down('Control');
  for (let times = 0; times < 2; times += 1) await page.keyboard.press('Enter');
  for (let repeats = 0; repeats < 20; repeats += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.keyboard.up('Control');
  const number = await hands.registered();
  await expect(page.getByRole('button', { name: /^Новий дзвінок/ })).toBeFocused();
  await expect(new Desk(page).connection()).toContainText('усе надіслано');
  expect(await appealsAtCentre(server)).toEqual([{ number, registrations: 1 }]);
});

test('a field of all topics: typing filters from the empty box, arrows lead to the first, which is seen, and past headings that cannot be chosen', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const { page } = workstation;
  await new CallScreen(page).start();
  const card = new Card(page);
  await card.openAppeal();
  const topic = card.field('Тема');
  await topic.focus();
  await page.keyboard.press('ArrowDown');
  const options = page.getByRole('option');
  expect(await options.count()).toBeGreaterThanOrEqual(topics.length);
  const marked = page.locator('[data-combobox-selected]');
  // Up from the first is the last, and down from it the first again.
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toBeInViewport();
  await page.keyboard.press('ArrowDown');
  await expect(marked).toBeInViewport();
  const first = await options.evaluateAll((all) =>
    all.findIndex((one) => one.getAttribute('aria-disabled') !== 'true'),
  );
  await expect(options.nth(first)).toHaveAttribute('data-combobox-selected', 'true');
  for (let steps = 0; steps < 25; steps += 1) await page.keyboard.press('ArrowDown');
  await expect(marked).toBeInViewport();
  for (let steps = 0; steps < 25; steps += 1) await page.keyboard.press('ArrowUp');
  await expect(options.nth(first)).toHaveAttribute('data-combobox-selected', 'true');
  await expect(options.nth(first)).toBeInViewport();
  // Nothing has to be deleted first.
  await page.keyboard.type('ліфт');
  await expect(options.first()).toContainText(/ліфт/i);
  await page.keyboard.press('Enter');
  await expect(topic).toHaveValue(/ліфт/i);
});
