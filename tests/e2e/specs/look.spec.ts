import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/Desk.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { everyLook, resize, wear } from '../support/look.ts';
import { keepPicture } from '../support/screenshots.ts';

// Every screen in six looks.
test.describe.configure({ timeout: 240_000 });

test('a key chosen anew works in its place, one turned off does nothing, both after a restart', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const { page } = workstation;
  const settings = await new Desk(page).openSettings();
  await settings.getByRole('tab', { name: 'Клавіші' }).click();

  const choose = (what: string) => settings.getByRole('button', { name: `Змінити клавішу: ${what}` });
  await choose('Пошук і команди').click();
  await page.keyboard.press('Control+C');
  await expect(settings.getByRole('alert')).toContainText('потрібна для редагування');
  await page.keyboard.press('F2');
  await expect(settings.getByRole('alert')).toContainText('уже діє: Почати дзвінок');
  await page.keyboard.press('Control+Shift+P');
  await expect(choose('Пошук і команди')).toContainText('Ctrl+Shift+P');
  await choose('Наступна частина екрана').click();
  await page.keyboard.press('Backspace');
  await expect(choose('Наступна частина екрана')).toContainText('Вимкнено');
  await choose('Завершити картку').click();
  await page.keyboard.press('Control+Shift+S');
  await expect(choose('Завершити картку')).toContainText('Ctrl+Shift+S');
  await keepPicture(page, 'settings-keys-uk');
  await page.keyboard.press('Escape');

  await workstation.kill();
  const again = await launch('desk');
  await again.page.getByRole('navigation').waitFor();
  await again.page.keyboard.press('Control+K');
  await expect(again.page.getByRole('dialog')).toBeHidden();
  await again.page.keyboard.press('Control+Shift+P');
  await expect(again.page.getByRole('dialog')).toBeVisible();
  await again.page.keyboard.press('Escape');
  await expect(again.page.getByRole('dialog')).toBeHidden();
  // Every hint shows the key as it is now, and the key does what the hint says.
  await again.page.keyboard.press('F2');
  const complete = again.page.getByRole('button', { name: /^Записати консультацію/ });
  await expect(complete).toHaveText('Записати консультаціюCtrl+Shift+S');
  const lacks = again.page.getByRole('region', { name: 'Картка' }).locator('[aria-invalid="true"]');
  await again.page.keyboard.press('Control+Enter');
  await expect(lacks).toHaveCount(0);
  await again.page.keyboard.press('Control+Shift+S');
  await expect(lacks).not.toHaveCount(0);
});

test('every section in three languages, light and dark, is free of serious faults', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'shevchuk', 'Місце 1');
  await resize(workstation, { width: 1280, height: 720 });
  const sections = await page
    .locator('[data-section]')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-section') ?? ''));
  for (const look of everyLook) {
    await wear(workstation, look);
    for (const section of sections) {
      await page.locator(`[data-section="${section}"]`).click();
      await expect(page.locator('.section')).not.toBeEmpty();
      await keepPicture(page, `${section}-${look.language}-${look.theme}`);
      expect(await seriousViolations(page), `${section} ${look.language} ${look.theme}`).toEqual([]);
    }
  }
});

test('settings and help, high contrast and text twice as large: nothing scrolls sideways', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  await resize(workstation, { width: 1280, height: 720 });
  for (const theme of ['light', 'dark'] as const) {
    await wear(workstation, { language: 'uk', theme, contrast: 'high' });
    await new Desk(page).openSettings();
    await keepPicture(page, `contrast-${theme}-uk`);
    expect(await seriousViolations(page), theme).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('F2');
    await expect(page.getByRole('textbox').first()).toBeVisible();
    await keepPicture(page, `contrast-call-${theme}-uk`);
    expect(await seriousViolations(page), theme).toEqual([]);
  }
  await wear(workstation, { language: 'uk', theme: 'light', scale: 200 });
  await keepPicture(page, 'scale-200-uk');
  const sideways = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(sideways).toBe(0);
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toBeVisible();
  await keepPicture(page, 'scale-200-keys-uk');
});
