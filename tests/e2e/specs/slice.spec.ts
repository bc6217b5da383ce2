import { expect, test } from '../fixtures.ts';
import { AppealList } from '../pages/AppealList.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { Card } from '../pages/Card.ts';
import { Desk } from '../pages/Desk.ts';
import { Result } from '../pages/Result.ts';
import { SignIn } from '../pages/SignIn.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { appealsAtCentre } from '../support/centreRecords.ts';
import { DEMO_PASSWORD } from '../support/places.ts';
import { roadAppeal } from '../support/roadAppeal.ts';
import { keepPicture } from '../support/screenshots.ts';

// Real windows, a real server and several starts: a loaded build machine needs the time.
test.describe.configure({ timeout: 180_000 });

const NUMBER = /^ДН-\d{4}-\d{6}-\d$/;

test('a call: number in any form, stamped notes, a consultation', async ({ server, launch }) => {
  const workstation = await launch('desk');
  const { app, page } = workstation;
  await keepPicture(page, 'first-run-uk');
  expect(await seriousViolations(page)).toEqual([]);
  await beginWork(workstation, server, 'koval', 'Місце 1');

  const call = new CallScreen(page);
  await call.start();
  await expect(call.pad()).toBeFocused();
  await app.evaluate(({ clipboard }) => clipboard.writeText('8 (050) 123-45-67'));
  await call.pastePhone();
  await expect(call.phone()).toHaveValue('8 (050) 123-45-67');
  await expect(call.caller()).toContainText('Розпізнано: 050 123 45 67');
  await call.writeNotes(['питає про субсидію', 'живе сама']);
  await expect(call.stamps()).toHaveCount(2);
  await expect(call.saved()).toHaveText(/^Збережено \d{2}:\d{2}:\d{2}$/);
  await keepPicture(page, 'call-uk');

  const card = new Card(page);
  await card.openConsultation();
  await card.complete();
  await expect(card.mistake('Оберіть тему')).toBeVisible();
  await card.fillConsultation('субсидія', 'Розповіла, куди подати заяву');
  expect(await seriousViolations(page)).toEqual([]);
  await card.complete();
  await expect(new Result(page).consultation()).toBeVisible();
  await expect(new Desk(page).connection()).toHaveText("Зв'язок є · усе надіслано");
});

test('a SIGKILL in the middle of a word loses nothing older than 300 ms', async ({ server, launch }) => {
  const before = await launch('desk');
  await beginWork(before, server, 'koval', 'Місце 1');
  const call = new CallScreen(before.page);
  await call.start();
  await call.phone().fill('0501234567');
  await call.writeNotes(['У під’їзді немає світла']);
  await before.page.keyboard.press('Enter');

  const typed: { readonly text: string; readonly at: number }[] = [];
  for (const letter of 'Заявниця каже, що ліфт стоїть з четверга і сходами піднятися вона не мож') {
    await before.page.keyboard.type(letter, { delay: 20 });
    typed.push({ text: letter, at: performance.now() });
  }
  const killedAt = performance.now();
  await before.kill();

  const promised = typed.filter(({ at }) => killedAt - at > 300).map(({ text }) => text);
  expect(promised.length).toBeGreaterThan(20);
  const after = await launch('desk');
  const restored = new CallScreen(after.page);
  await expect(restored.recovered()).toBeVisible();
  await expect(restored.pad()).toHaveValue(new RegExp(`^У під’їзді немає світла\n${promised.join('')}`));
  await expect(restored.phone()).toHaveValue(/50 ?123 ?45 ?67/);
  await keepPicture(after.page, 'recovered-uk');

  await restored.writeNotes([' далі']);
  await expect(restored.saved()).toHaveText(/^Збережено/);
});

test('the server is gone: an appeal gets its final number, and is sent once when the server is back', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const desk = new Desk(page);
  await expect(desk.connection()).toHaveText("Зв'язок є · усе надіслано");
  await server.stop();

  const call = new CallScreen(page);
  await call.start();
  await call.phone().fill('+380 50 123 45 67');
  await call.writeNotes(['На Парковій яма на всю смугу']);
  const card = new Card(page);
  await card.openAppeal();
  await card.complete();
  await expect(card.mistake('Оберіть вид звернення')).toBeVisible();
  await expect(card.mistake('Оберіть тему')).toBeVisible();
  await expect(card.mistake('Запитайте прізвище')).toBeVisible();
  await expect(card.mistake('Запишіть вулицю та будинок')).toBeVisible();
  await keepPicture(page, 'mistakes-uk');
  await card.fillAppeal(roadAppeal);
  await expect(card.field('Суть звернення')).toHaveValue('На Парковій яма на всю смугу');
  expect(await seriousViolations(page)).toEqual([]);
  await card.completeImpatiently();

  const result = new Result(page);
  await expect(result.registered()).toBeVisible();
  const number = await result.number();
  expect(number).toMatch(NUMBER);
  await expect(result.delivery('чекає надсилання')).toBeVisible();
  await expect(desk.connection()).toHaveText(/^Немає зв'язку з \d{2}:\d{2}, \d+ запис(и|ів)? чека(є|ють)$/, {
    timeout: 30_000,
  });
  await keepPicture(page, 'registered-offline-uk');

  await server.start();
  await expect(desk.connection()).toHaveText("Зв'язок є · усе надіслано", { timeout: 45_000 });
  await expect(result.delivery('прийнято центром')).toBeVisible();
  expect(await result.number()).toBe(number);
  expect(await appealsAtCentre(server)).toEqual([{ number, registrations: 1 }]);
});

test('the lead sees a new appeal at once and gives it to another operator, who is told', async ({
  server,
  launch,
}) => {
  const operators = await launch('operators');
  await beginWork(operators, server, 'koval', 'Місце 1');
  const leads = await launch('leads');
  await beginWork(leads, server, 'shevchuk', 'Місце старшої зміни');
  const leadDesk = new Desk(leads.page);
  await leadDesk.go('Зміна');
  const list = new AppealList(leads.page);
  await list.showEveryone();
  await expect(leadDesk.connection()).toHaveText("Зв'язок є · усе надіслано");

  const call = new CallScreen(operators.page);
  await call.start();
  await call.phone().fill('0501234567');
  await call.writeNotes(['Яма біля школи']);
  const card = new Card(operators.page);
  await card.openAppeal();
  await card.fillAppeal(roadAppeal);
  await card.complete();
  const result = new Result(operators.page);
  await expect(result.registered()).toBeVisible();
  const number = await result.number();
  await expect(result.delivery('прийнято центром')).toBeVisible();

  await expect(list.row(number)).toBeVisible({ timeout: 1000 });
  await list.open(number);
  await keepPicture(leads.page, 'board-uk');
  expect(await seriousViolations(leads.page)).toEqual([]);

  // Change of shift: another operator sits down at the first place, and is told there while working.
  await new Desk(operators.page).signOut('Коваль');
  await new SignIn(operators.page).signInAsOther('bondar', DEMO_PASSWORD);
  await expect(new Desk(operators.page).operator('Бондар')).toBeVisible();
  await list.assignOpened(number, 'Бондар');
  await expect(list.row(number)).toContainText('Бондар Тарас');
  await expect(list.history()).toContainText('Бондар');
  await expect(operators.page.getByText(`Вам передано звернення ${number}`)).toBeVisible();
  await keepPicture(operators.page, 'notice-uk');
  await operators.page.getByRole('button', { name: 'Відкрити', exact: true }).click();
  await expect(new AppealList(operators.page).record(number)).toBeVisible();
});

test('the language changes while one works and is kept', async ({ server, launch }) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const desk = new Desk(page);
  const call = new CallScreen(page);
  await call.start();
  await call.writeNotes(['Слова заявника лишаються']);

  await desk.chooseLanguage('Російська');
  await expect(desk.rail()).toContainText('Мои обращения');
  await keepPicture(page, 'call-ru');
  await desk.chooseLanguage('Английский');
  await expect(desk.rail()).toContainText('My appeals');
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Слова заявника лишаються');
  await keepPicture(page, 'call-en');

  await workstation.close();
  const { page: again } = await launch('desk');
  await expect(again.getByRole('navigation')).toContainText('My appeals');
  await expect(again.getByRole('textbox', { name: 'Notes' })).toHaveValue('Слова заявника лишаються');
});
