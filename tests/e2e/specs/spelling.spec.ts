import { expect, test } from '../fixtures.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { Spelling } from '../pages/Spelling.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { resize, wear } from '../support/look.ts';
import { keepPicture } from '../support/screenshots.ts';

test.describe.configure({ timeout: 180_000 });

test('spelling without a network: underlined, put right by keys, no request; what was typed comes back after a restart', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { app, page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  await server.stop();
  await app.evaluate(({ session }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenRequests: seen });
    for (const one of [session.defaultSession, session.fromPartition('holos')]) {
      one.webRequest.onSendHeaders((details) => {
        if (!details.url.startsWith('app:')) seen.push(details.url);
      });
    }
  });
  await resize(workstation, { width: 1280, height: 720 });
  const call = new CallScreen(page);
  const spelling = new Spelling(page);
  await call.start();
  await call.writeNotes(["Немає опаленя у під'їзді", 'дзвонить Ковбасюк, нет отопления']);
  await expect.poll(() => spelling.underlined()).toEqual(['опаленя']);
  await expect(spelling.count()).toContainText('1 слово перевірити');
  await expect(call.pad()).toBeFocused();
  await keepPicture(page, 'spelling-uk');

  // By keys alone: the word is found from anywhere, the first choice is under Enter.
  await page.keyboard.press('Alt+g');
  await expect(spelling.menu()).toBeVisible();
  await expect(spelling.choices().first()).toBeFocused();
  await keepPicture(page, 'spelling-menu-uk');
  expect(await seriousViolations(page)).toEqual([]);
  await spelling.take('опалення');
  await expect(call.pad()).toHaveValue("Немає опалення у під'їзді\nдзвонить Ковбасюк, нет отопления");
  await expect(call.pad()).toBeFocused();
  await expect.poll(() => spelling.underlined()).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect(call.pad()).toHaveValue("Немає опаленя у під'їзді\nдзвонить Ковбасюк, нет отопления");
  await page.keyboard.press('Control+Shift+z');

  // A word added here is right from then on.
  await page.keyboard.press('Control+End');
  await page.keyboard.type('. Жмеринкогаз? жмеринкогаз ');
  await expect.poll(() => spelling.underlined()).toEqual(['Жмеринкогаз', 'жмеринкогаз']);
  await page.keyboard.press('Alt+g');
  await expect(spelling.menu()).toContainText('Додати до словника');
  await page.keyboard.press('0');
  await expect.poll(() => spelling.underlined()).toEqual([]);

  // The answer of a consultation too; the key is for the field that has the focus.
  const answer = page.getByRole('textbox', { name: 'Що відповіли' });
  await answer.fill('подати звернененя до ЖЕКу, ');
  await expect.poll(() => spelling.underlined('answer')).toEqual(['звернененя']);
  await answer.press('Alt+g');
  await expect(spelling.choices().first()).toHaveText(/^звернення/);
  await keepPicture(page, 'spelling-answer-uk');
  await page.keyboard.press('1');
  await expect(answer).toHaveValue('подати звернення до ЖЕКу, ');
  await expect(answer).toBeFocused();
  await answer.press('Control+z');
  await expect(answer).toHaveValue('подати звернененя до ЖЕКу, ');
  await page.keyboard.press('F2');

  expect(await app.evaluate(() => Reflect.get(globalThis, 'seenRequests'))).toEqual([]);
  const checkers = await app.evaluate(({ session }) =>
    [session.defaultSession, session.fromPartition('holos')].map((one) => one.isSpellCheckerEnabled()),
  );
  expect(checkers).toEqual([false, false]);

  // Select all, type something else, lose the power: going back gives the old text again.
  const before = await call.pad().inputValue();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('ой ');
  await expect.poll(() => call.keptNotes()).toBe('ой ');
  await workstation.kill();
  const again = await launch('desk');
  const after = new CallScreen(again.page);
  await expect(after.pad()).toHaveValue('ой ');
  await after.pad().press('Control+z');
  await after.pad().press('Control+z');
  await expect(after.pad()).toHaveValue(before);

  // The same by the list of earlier states.
  await after.pad().press('Control+a');
  await again.page.keyboard.type('інше');
  await again.page.keyboard.press('Alt+h');
  const versions = again.page.getByRole('dialog', { name: 'Раніші стани нотаток' });
  await expect(versions.getByRole('radio')).not.toHaveCount(0);
  await expect(versions.getByRole('radio').first()).toBeFocused();
  await keepPicture(again.page, 'versions-uk');
  expect(await seriousViolations(again.page)).toEqual([]);
  await again.page.keyboard.press('Enter');
  await expect(after.pad()).toHaveValue(before);
  await expect(after.pad()).toBeFocused();
  await after.pad().press('Control+z');
  await expect(after.pad()).toHaveValue('інше');

  await wear(again, { language: 'ru', theme: 'dark' });
  await again.page.keyboard.press('Control+,');
  await again.page.getByRole('tab', { name: 'Правописание' }).click();
  await expect(again.page.getByText('жмеринкогаз', { exact: true })).toBeVisible();
  await keepPicture(again.page, 'spelling-settings-ru-dark');
  expect(await seriousViolations(again.page)).toEqual([]);
});
