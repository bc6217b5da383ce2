import { expect, test } from '../fixtures.ts';
import { AppealList } from '../pages/AppealList.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { Card } from '../pages/Card.ts';
import { Desk } from '../pages/Desk.ts';
import { Paper } from '../pages/Paper.ts';
import { Result } from '../pages/Result.ts';
import { SignIn } from '../pages/SignIn.ts';
import { Stations } from '../pages/Stations.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { appealsAtCentre } from '../support/centreRecords.ts';
import { DEMO_PASSWORD } from '../support/places.ts';
import { roadAppeal } from '../support/roadAppeal.ts';
import { keepPicture } from '../support/screenshots.ts';
import type { RunningWorkstation } from '../support/workstation.ts';

const CONNECTED = "Зв'язок є · усе надіслано";

/** Midnight in Kyiv may be near: a minute ago may have been yesterday. */
function timeInKyiv(ms: number): string {
  return new Intl.DateTimeFormat('uk-UA', {
    timeZone: 'Europe/Kyiv',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(ms);
}

/** Pages of A4 that the printer would be given. */
async function pagesOnPaper({ app }: RunningWorkstation): Promise<number> {
  const pdf = await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return (await window?.webContents.printToPDF({ preferCSSPageSize: true }))?.toString('latin1') ?? '';
  });
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

test('a practised outage: the lead begins it, work goes on, it is left for an urgent call, the report says what was done', async ({
  server,
  launch,
}) => {
  test.setTimeout(120_000);
  const operators = await launch('operators');
  await beginWork(operators, server, 'koval', 'Місце 1');
  const leads = await launch('leads');
  await beginWork(leads, server, 'shevchuk', 'Місце старшої зміни');
  await new Desk(leads.page).go('Станції');
  const stations = new Stations(leads.page);
  await expect(stations.station('Місце 1')).toContainText('працює');
  expect(await seriousViolations(leads.page)).toEqual([]);
  await stations.beginPractice('Місце 1', 5);

  const { page } = operators;
  const desk = new Desk(page);
  await expect(desk.connection()).toHaveText(/^Навчання без зв'язку до \d{2}:\d{2}, усе збережено тут$/);
  await expect(page.getByText(/^Навчальна перерва зв'язку до/)).toBeVisible();
  await expect(stations.station('Місце 1')).toContainText('навчання до');

  const call = new CallScreen(page);
  await call.start();
  await call.phone().fill('+380 50 123 45 67');
  await call.writeNotes(['Яма на Парковій']);
  const card = new Card(page);
  await card.openAppeal();
  await card.fillAppeal(roadAppeal);
  await keepPicture(page, 'practice-card-uk');
  await card.complete();
  const result = new Result(page);
  await expect(result.registered()).toBeVisible();
  await expect(result.delivery('чекає надсилання')).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
  await keepPicture(page, 'practice-result-uk');
  expect(await appealsAtCentre(server)).toEqual([]);

  await page.getByRole('button', { name: /Терміновий дзвінок/ }).click();
  await expect(desk.connection()).toHaveText(CONNECTED, { timeout: 30_000 });
  await expect(result.delivery('прийнято центром')).toBeVisible();
  expect(await appealsAtCentre(server)).toEqual([{ number: await result.number(), registrations: 1 }]);

  await expect(stations.told('Місце 1')).toContainText('завершено раніше');
  await expect(stations.told('Місце 1')).toContainText('так, за');
  await expect(stations.reports()).toContainText('завершено');
  await expect(stations.reports()).toContainText('1 станція повернулася, усе прийнято центром');
  expect(await seriousViolations(leads.page)).toEqual([]);
  await keepPicture(leads.page, 'stations-uk');
  await leads.page.emulateMedia({ colorScheme: 'dark' });
  await keepPicture(leads.page, 'stations-uk-dark');
});

test('paper: blanks printed while the server is gone, a digit misheard is told, the entry keeps both times', async ({
  server,
  launch,
}) => {
  test.setTimeout(120_000);
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const desk = new Desk(page);
  await expect(desk.connection()).toHaveText(CONNECTED);
  await server.stop();

  const paper = new Paper(page);
  await paper.withoutPrinter();
  await paper.open();
  await paper.take(2);
  await expect(paper.sheets()).toHaveCount(2);
  const [number = ''] = await paper.sheets().allTextContents();
  expect(await pagesOnPaper(workstation)).toBe(2);
  await paper.printed();
  await expect(paper.dialog()).toContainText('2 бланки не внесено');
  expect(await seriousViolations(page)).toEqual([]);

  const misheard = number.slice(0, -1) + String((Number(number.at(-1)) + 1) % 10);
  const time = timeInKyiv(Date.now() - 60_000);
  await paper.enter(misheard, time);
  await expect(paper.dialog()).toContainText('Остання цифра не сходиться');
  await keepPicture(page, 'paper-dialog-uk');
  await paper.enter(number, time);
  await expect(paper.dialog()).toBeHidden();
  await expect(new CallScreen(page).caller()).toContainText(`З паперу ${number}, дзвінок ${time}`);
  const card = new Card(page);
  await card.fillAppeal(roadAppeal);
  await card.field('Суть звернення').fill('З бланка: яма на Парковій');
  await keepPicture(page, 'paper-card-uk');
  await card.complete();
  const result = new Result(page);
  await expect(result.registered()).toBeVisible();
  expect(await result.number()).toBe(number);

  await server.start();
  await expect(desk.connection()).toHaveText(CONNECTED, { timeout: 45_000 });
  expect(await appealsAtCentre(server)).toEqual([{ number, registrations: 1 }]);
  await page.getByRole('button', { name: 'Відкрити звернення' }).click();
  const list = new AppealList(page);
  await expect(list.history()).toContainText(`внесено з паперового бланка ${number}`);
  await list.record(number).getByText('Квитанція центру').click();
  await expect(list.record(number).getByTestId('receipts')).toContainText(
    /прийнято, підтверджено \d{2}:\d{2}:\d{2}/,
  );
  expect(await seriousViolations(page)).toEqual([]);
  await keepPicture(page, 'paper-record-uk');
  await page.emulateMedia({ colorScheme: 'dark' });
  await keepPicture(page, 'paper-record-uk-dark');
});

test('signed in while the server was gone: the password is asked for once it is back, over the open card', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const desk = new Desk(page);
  await expect(desk.connection()).toHaveText(CONNECTED);
  await desk.signOut('Коваль');
  await server.stop();
  await page.getByRole('button', { name: /Коваль/ }).click();
  await page.getByRole('textbox', { name: 'Пароль' }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Увійти' }).click();
  const call = new CallScreen(page);
  await call.start();
  await call.writeNotes(['Слова заявника']);

  await server.start();
  const ask = page.getByRole('button', { name: 'Підтвердити вхід' });
  await expect(ask).toBeVisible({ timeout: 45_000 });
  await expect(call.pad()).toBeFocused();
  await keepPicture(page, 'confirm-sign-in-uk');
  await ask.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Пароль' }).fill(DEMO_PASSWORD);
  await dialog.getByRole('button', { name: 'Увійти' }).click();
  await expect(ask).toBeHidden();
  await expect(call.pad()).toHaveValue('Слова заявника');
  await expect(new SignIn(page).heading()).toBeHidden();
});
