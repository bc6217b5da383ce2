import { expect, test } from '../fixtures.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { Card } from '../pages/Card.ts';
import { Result } from '../pages/Result.ts';
import { Shift } from '../pages/Shift.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { resize } from '../support/look.ts';
import { keepPicture, keepTwoPictures } from '../support/screenshots.ts';

// Real windows, a real server and several starts: a loaded build machine needs the time.
test.describe.configure({ timeout: 180_000 });

test('own state by one key; the card stays open; a digit ends a call and is counted', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  await resize(workstation, { width: 1280, height: 720 });
  const shift = new Shift(page);
  const call = new CallScreen(page);
  await expect(shift.state()).toHaveAccessibleName(/Готові/);

  await shift.choose('Перерва: обід');
  await expect(shift.state()).toHaveAccessibleName(/Перерва: обід/);
  await keepTwoPictures(workstation, 'duty-break');

  await call.start();
  await expect(shift.state()).toHaveAccessibleName(/Розмова/);
  await call.writeNotes(['питає про субсидію']);
  await page.keyboard.press('F4');
  await expect(shift.state()).toHaveAccessibleName(/Після дзвінка/);
  await expect(shift.endCode('мовчання')).toBeVisible();
  await keepTwoPictures(workstation, 'call-ended');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(call.pad()).toBeFocused();

  // The work after the call lasts longer than usual: a word says so, nothing else happens; more time is taken with a reason.
  await shift.later(150_000);
  await expect(shift.state()).toContainText('довше, ніж 2 хв');
  await keepTwoPictures(workstation, 'duty-over');
  await page.keyboard.press('Alt+KeyS');
  await page.getByRole('menu').waitFor();
  await keepPicture(page, 'duty-menu-uk');
  await page.keyboard.press('Digit7');
  await expect(shift.state()).not.toContainText('довше');
  await expect(call.pad()).toBeFocused();

  // The state changes under the open card; the card and the caret stay.
  await page.keyboard.press('Alt+KeyS');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Digit1');
  await expect(shift.state()).toHaveAccessibleName(/Готові/);
  await expect(call.pad()).toBeFocused();
  await expect(call.pad()).toHaveValue('питає про субсидію');

  // The next call does not wait for the code of the last one.
  await page.keyboard.press('F9');
  await expect(shift.unfinished()).toHaveCount(1);
  await keepTwoPictures(workstation, 'idle-unfinished');
  await call.start();
  await expect(call.pad()).toHaveValue('');
  await page.keyboard.press('F4');
  await page.keyboard.press('Digit2');
  await expect(shift.tally()).toContainText('мовчання: 1');

  await page.keyboard.press('F9');
  await expect(call.pad()).toHaveValue('питає про субсидію');
  const card = new Card(page);
  await card.openConsultation();
  await card.fillConsultation('субсидія', 'Розповіла, куди подати заяву');
  await card.complete();
  await expect(new Result(page).consultation()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(shift.tally()).toContainText('середня розмова');
  await keepTwoPictures(workstation, 'idle-tally');
});

test('three cards survive a kill, each under its own number; none has the words of another', async ({
  server,
  launch,
}) => {
  const before = await launch('desk');
  await beginWork(before, server, 'koval', 'Місце 1');
  const call = new CallScreen(before.page);
  const callers = [
    ['0501111111', 'тече дах'],
    ['0502222222', 'немає світла'],
    ['0503333333', 'вибоїна на дорозі'],
  ] as const;
  for (const [phone, words] of callers) {
    await call.start();
    await expect(call.pad()).toHaveValue('');
    await expect(call.phone()).toHaveValue('');
    await call.phone().fill(phone);
    await call.writeNotes([words]);
    await expect(call.saved()).toHaveText(/^Збережено/);
    await before.page.keyboard.press('F9');
  }
  await before.kill();

  const after = await launch('desk');
  const shift = new Shift(after.page);
  const restored = new CallScreen(after.page);
  await restored.pad().waitFor();
  await after.page.keyboard.press('F9');
  await expect(shift.unfinished()).toHaveCount(3);
  await keepPicture(after.page, 'three-restored-uk');
  for (const [phone, words] of callers) {
    await shift.unfinished(phone.slice(-7, -4)).click();
    await expect(restored.pad()).toHaveValue(words);
    await expect(restored.phone()).toHaveValue(new RegExp(phone.slice(-4, -2)));
    await after.page.keyboard.press('F9');
  }
});
