import { expect, test } from '../fixtures.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { Card } from '../pages/Card.ts';
import { Danger } from '../pages/Danger.ts';
import { Result } from '../pages/Result.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { resize, wear } from '../support/look.ts';
import { keepPicture } from '../support/screenshots.ts';

test.describe.configure({ timeout: 180_000 });

test('danger to life: told offline from typed words, the card waits until the caller was told', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  await server.stop();
  const call = new CallScreen(page);
  const card = new Card(page);
  const danger = new Danger(page);
  await call.start();
  await card.openConsultation();
  await card.fillConsultation('субсидія', 'Пояснила');
  await call.writeNotes(['газу немає з четверга']);
  await expect(danger.panel()).toHaveCount(0);
  await page.keyboard.press('Enter');
  await page.keyboard.type('у під’їзді сильно пахне газом');
  await expect(danger.panel()).toContainText('Запах газу');
  await expect(danger.panel()).toContainText('104');
  await expect(danger.words()).toHaveText(['пахне', 'газом']);
  await expect(call.pad()).toBeFocused();
  await page.keyboard.type(', дуже');
  await expect(call.pad()).toHaveValue('газу немає з четверга\nу під’їзді сильно пахне газом, дуже');

  await card.complete();
  await expect(danger.stopped()).toContainText('Запах газу');
  await keepPicture(page, 'danger-uk');
  expect(await seriousViolations(page)).toEqual([]);
  await wear(workstation, { language: 'ru', theme: 'dark' });
  await resize(workstation, { width: 1280, height: 720 });
  await expect(page.getByText('Прочитайте вслух')).toBeVisible();
  await keepPicture(page, 'danger-ru-dark');
  expect(await seriousViolations(page)).toEqual([]);
  // Another language and look leave the note and the caret where they were.
  await page.keyboard.type('!');
  await wear(workstation, { language: 'uk', theme: 'light' });
  await expect(call.pad()).toBeFocused();
  await expect(call.pad()).toHaveValue('газу немає з четверга\nу під’їзді сильно пахне газом, дуже!');

  await call.pad().press('Alt+d');
  await expect(danger.told()).toHaveText(/^Заявникові сказано дзвонити 104 о \d{2}:\d{2}$/);
  await expect(danger.panel()).toHaveCount(0);
  await expect(call.pad()).toBeFocused();

  await workstation.kill();
  const again = await launch('desk');
  await expect(new Danger(again.page).told()).toBeVisible();
  await expect(new Danger(again.page).panel()).toHaveCount(0);
  await new CallScreen(again.page).writeNotes([' пожежа в підвалі']);
  await expect(new Danger(again.page).panel()).toContainText('101');
  await new Danger(again.page).dismiss();
  await new Card(again.page).complete();
  await expect(new Result(again.page).consultation()).toBeVisible();
});
