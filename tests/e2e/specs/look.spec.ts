import type { Page } from 'playwright';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/Desk.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { Hands } from '../support/day/Hands.ts';
import { maria } from '../support/day/people.ts';
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

test('settings and a call in high contrast, light and dark, are free of serious faults', async ({
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
});

/** What scrolls sideways, by its class; empty when everything fits the width. */
async function sideways(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        if (element.scrollWidth <= element.clientWidth + 1 || !element.checkVisibility()) return false;
        const { overflowX } = getComputedStyle(element);
        return overflowX === 'auto' || overflowX === 'scroll' || element === document.documentElement;
      })
      .map((element) => `${element.tagName} ${element.className}`),
  );
}

test('text twice as large: every section fits the width in three languages; in a call the notes keep lines, the act stays in sight', async ({
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
  const hands = new Hands(page);
  await hands.begin('0501234567', "На Садовій немає води, у під'їзді пахне газом");
  await hands.fillAppeal(maria);
  for (const [language, scale] of [
    ['uk', 200],
    ['ru', 200],
    ['en', 200],
    ['uk', 150],
    ['uk', 100],
  ] as const) {
    await wear(workstation, { language, theme: 'light', scale });
    for (const section of scale === 200 ? sections : []) {
      await page.locator(`[data-section="${section}"]`).click();
      await expect(page.locator('.section')).not.toBeEmpty();
      if (language === 'ru') await keepPicture(page, `large-${section}-${language}-${scale}`);
      expect.soft(await sideways(page), `${section} ${language} ${scale}`).toEqual([]);
    }
    await page.locator('[data-section="call"]').click();
    // Whichever part is worked in, the card can be completed; and what is typed is seen as it is typed.
    for (const key of ['F2', 'F3', 'F8']) {
      await page.keyboard.press(key);
      await expect(page.locator('.completeAct'), `${key} ${language} ${scale}`).toBeInViewport({ ratio: 1 });
      await expect(page.locator(':focus')).toBeInViewport();
      expect.soft(await sideways(page), `call ${key} ${language} ${scale}`).toEqual([]);
    }
    await keepPicture(page, `large-card-${language}-${scale}`);
    const lines = await page.locator('.padScroll').evaluate((pad) => pad.clientHeight);
    // Three lines of the notes, in pixels.
    expect.soft(lines, `notes at ${scale} %`).toBeGreaterThan((78 * scale) / 100);
  }
  await wear(workstation, { language: 'uk', theme: 'light', scale: 200 });
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await sideways(page)).toEqual([]);
  await keepPicture(page, 'scale-200-keys-uk');
});

test('colours forced by the system and no motion: the focus, what is chosen and what is urgent are still told apart', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  await resize(workstation, { width: 1280, height: 720 });
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const hands = new Hands(page);
  await hands.begin('0501234567', "у під'їзді пахне газом");
  await hands.fillAppeal(maria);
  await keepPicture(page, 'forced-call-uk');
  // A chosen tab, a chosen kind and the section that is open differ by more than a tint the system takes away.
  const distinct = await page.evaluate(() => {
    const shown = (element: Element | null) => {
      if (element === null) return 'nothing';
      const { borderBottom, borderLeft, outline, backgroundColor, color, fontWeight, textDecorationLine } =
        getComputedStyle(element);
      return JSON.stringify([
        borderBottom,
        borderLeft,
        outline,
        backgroundColor,
        color,
        fontWeight,
        textDecorationLine,
      ]);
    };
    const pair = (chosen: string, other: string) =>
      shown(document.querySelector(chosen)) !== shown(document.querySelector(other));
    return {
      kind: pair('.choice[data-checked]', '.choice:not([data-checked])'),
      ticked: pair('.mantine-Checkbox-input:checked', '.mantine-Checkbox-input:not(:checked)'),
      tab: pair('.cardTab[aria-selected="true"]', '.cardTab[aria-selected="false"]'),
      section: pair('[data-section][aria-current]', '[data-section]:not([aria-current])'),
      focus: getComputedStyle(document.activeElement ?? document.body).outlineStyle !== 'none',
      moving: [...document.querySelectorAll('*')].filter((element) =>
        [getComputedStyle(element).transitionDuration, getComputedStyle(element).animationDuration]
          .flatMap((durations) => durations.split(', '))
          .some((duration) => duration !== '0s'),
      ).length,
    };
  });
  expect(distinct).toEqual({ kind: true, ticked: true, tab: true, section: true, focus: true, moving: 0 });
  expect(await seriousViolations(page)).toEqual([]);
});
