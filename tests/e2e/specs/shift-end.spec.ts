import { expect, test } from '../fixtures.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { Desk } from '../pages/Desk.ts';
import { Shift } from '../pages/Shift.ts';
import { SignIn } from '../pages/SignIn.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { resize } from '../support/look.ts';
import { DEMO_PASSWORD } from '../support/places.ts';
import { keepPicture, keepTwoPictures } from '../support/screenshots.ts';

// Real windows, a real server and several starts: a loaded build machine needs the time.
test.describe.configure({ timeout: 180_000 });

test('what is unfinished passes to the next shift: card and promise, unread until accepted', async ({
  server,
  launch,
}) => {
  const first = await launch('desk');
  const { page } = first;
  await beginWork(first, server, 'koval', 'Місце 1');
  await resize(first, { width: 1280, height: 720 });
  const call = new CallScreen(page);
  const shift = new Shift(page);
  await call.start();
  await call.phone().fill('0501234567');
  await call.writeNotes(['у підвалі вода третій день']);
  await shift.promise('сказати, коли відкачають');
  await expect(shift.promised()).toBeVisible();
  await expect(call.pad()).toBeFocused();
  await page.keyboard.press('F4');
  await page.keyboard.press('F9');

  const desk = new Desk(page);
  await desk.go('Обіцянки');
  await page.getByRole('row').nth(1).click();
  await page.getByRole('button', { name: 'Не відповіли' }).click();
  await expect(page.getByRole('article')).toContainText('Дзвонили, відповіді немає');
  await keepTwoPictures(first, 'promises');
  expect(await seriousViolations(page)).toEqual([]);
  await desk.go('Дзвінок');

  await shift.leave('Коваль Олена');
  await expect(shift.pack()).toContainText('1 недописана картка');
  await expect(shift.pack()).toContainText('1 обіцянка передзвонити');
  await keepTwoPictures(first, 'handover');
  expect(await seriousViolations(page)).toEqual([]);
  // One key: what is handed by default goes to the shift.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Хто працює?' })).toBeVisible();

  await new SignIn(page).signInAsOther('bondar', DEMO_PASSWORD);
  await page.getByRole('navigation').waitFor();
  await expect(shift.handed()).toHaveCount(1);
  await expect(page.getByText('у підвалі вода')).toHaveCount(0);
  await keepTwoPictures(first, 'handed');
  await shift.handed().getByRole('button', { name: 'Прийняти' }).click();
  await expect(call.pad()).toHaveValue('у підвалі вода третій день');
  await expect(call.phone()).toHaveValue(/50 ?123 ?45 ?67/);
  await expect(page.getByText(/Цьому номеру обіцяли передзвонити/)).toBeVisible();
  await keepTwoPictures(first, 'accepted');

  await desk.go('Обіцянки');
  await expect(page.getByRole('row').nth(1)).toContainText('зміна');
});

test('a call that was cut off goes on at another workstation with its notes', async ({ server, launch }) => {
  const first = await launch('desk-1');
  await beginWork(first, server, 'koval', 'Місце 1');
  const cut = new CallScreen(first.page);
  await cut.start();
  await cut.phone().fill('0671112233');
  await cut.writeNotes(['тече дах, вулиця Шкільна']);
  await first.page.keyboard.press('F4');
  await first.page.keyboard.press('Digit1');
  await expect(new Desk(first.page).connection()).toHaveText("Зв'язок є · усе надіслано");

  const second = await launch('desk-2');
  await beginWork(second, server, 'bondar', 'Місце 2');
  const { page } = second;
  const call = new CallScreen(page);
  await call.start();
  await call.phone().fill('+380 67 111 22 33');
  await page.keyboard.press('F2');
  await expect(page.getByText(/Дзвінок цього номера о \d{2}:\d{2} урвався/)).toBeVisible();
  await expect(call.pad()).toBeFocused();
  await keepPicture(page, 'continue-uk');
  await page.keyboard.press('Alt+KeyR');
  await expect(call.pad()).toHaveValue(/Коваль Олена:\nтече дах, вулиця Шкільна/);
  await expect(call.pad()).toBeFocused();
});
