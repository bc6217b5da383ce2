import { expect, test } from '../fixtures.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { Card } from '../pages/Card.ts';
import { Desk } from '../pages/Desk.ts';
import { Pad } from '../pages/Pad.ts';
import { Result } from '../pages/Result.ts';
import { SignIn } from '../pages/SignIn.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { resize, wear } from '../support/look.ts';
import { DEMO_PASSWORD } from '../support/places.ts';
import { keepPicture } from '../support/screenshots.ts';

test.describe.configure({ timeout: 180_000 });

test('a lead writes a snippet; an operator puts it in by its code, takes what the notes tell into the card, turns the layout and tags the call', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'shevchuk', 'Місце старшої зміни');
  const desk = new Desk(page);
  await desk.go('База знань');
  await page.getByRole('button', { name: 'Заготовки' }).click();
  await page.getByRole('button', { name: 'Нова заготовка' }).click();
  const form = page.getByRole('form', { name: 'Заготовка, яку пишуть' });
  await form.getByLabel('Код').fill('вода');
  await form.getByLabel('Назва').fill('Немає води');
  await form.getByLabel('Текст').fill('{номер}: води немає з {коли}, під’їзд {який}. Записано {сьогодні}.');
  await keepPicture(page, 'snippet-form-uk');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Заготовка' }).getByRole('heading')).toHaveText('Немає води');

  await desk.signOut('Шевчук');
  await new SignIn(page).signInAsOther('koval', DEMO_PASSWORD);
  await page.getByRole('navigation').waitFor();
  await server.stop();
  await resize(workstation, { width: 1280, height: 720 });
  const call = new CallScreen(page);
  const pad = new Pad(page);
  const card = new Card(page);
  await call.start();
  await card.openAppeal();
  await call.phone().fill('0501234567');
  // The code as the Latin layout types it; Tab puts the snippet in and goes over what is free in it.
  await call.writeNotes([';djlf']);
  await expect(pad.hint(/вода — Немає води/)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(call.pad()).toHaveValue(
    /^050 123 45 67: води немає з \{коли\}, під’їзд \{який\}\. Записано \d{2}\.\d{2}\.\d{4}\.$/,
  );
  expect(await pad.chosen()).toBe('{коли}');
  await page.keyboard.type('позавчора');
  await page.keyboard.press('Tab');
  expect(await pad.chosen()).toBe('{який}');
  await expect(pad.hint(/^Не заповнено: \{який\}/)).toBeVisible();
  await page.keyboard.type('2');
  await expect(pad.hint(/^Не заповнено/)).toHaveCount(0);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');

  // Typed in the wrong layout: one key turns it, Ctrl+Z takes that back.
  await page.keyboard.type('ytvf djlb');
  await expect(pad.hint(/нема води/)).toBeVisible();
  await page.keyboard.press('Alt+l');
  await expect(call.pad()).toHaveValue(/\nнема води$/);
  await page.keyboard.press('Control+z');
  await expect(call.pad()).toHaveValue(/\nytvf djlb$/);
  await page.keyboard.press('Alt+l');
  await expect(call.pad()).toHaveValue(/\nнема води$/);

  await page.keyboard.press('Enter');
  await page.keyboard.type('Шевченко Марія Іванівна, вул. Паркова 12 кв 5, сусід 067 765 43 21');
  await expect(pad.hint(/^Заявник: Шевченко Марія Іванівна/)).toBeVisible();
  expect(await pad.marked()).toContain('вул. Паркова 12 кв 5');
  await keepPicture(page, 'pad-uk');
  expect(await seriousViolations(page)).toEqual([]);
  await wear(workstation, { language: 'ru', theme: 'dark' });
  await keepPicture(page, 'pad-ru-dark');
  await wear(workstation, { language: 'uk', theme: 'light' });
  await expect(call.pad()).toBeFocused();
  // The first is the day told by the day of the call; its date goes into the notes.
  await page.keyboard.press('Alt+f');
  await expect(call.pad()).toHaveValue(/позавчора \(\d{2}\.\d{2}\.\d{4}\), під’їзд 2/);
  await page.keyboard.press('Alt+f');
  await expect(card.field('Прізвище')).toHaveValue('Шевченко');
  await page.keyboard.press('Alt+f');
  await expect(card.field('Вулиця')).toHaveValue('вул. Паркова');
  await expect(card.field('Будинок')).toHaveValue('12');
  // What the first telephone field holds stays; the further number is left out.
  await page.keyboard.press('Alt+x');
  await expect(pad.hint(/^Не переносити/)).toHaveCount(0);
  await expect(call.phone()).toHaveValue('0501234567');
  expect(await pad.marked()).toEqual([]);

  await page.keyboard.press('Control+Shift+Digit4');
  await page.keyboard.press('Control+Shift+Digit1');
  await page.keyboard.press('Control+Shift+Digit1');
  await expect(pad.hint('Зняти позначку «Погано чути»')).toBeVisible();
  await expect(call.pad()).toBeFocused();
  await page.keyboard.press('Alt+i');
  await expect(page.getByRole('dialog', { name: 'Вставити заготовку' })).toBeVisible();
  await keepPicture(page, 'snippet-picker-uk');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(call.pad()).toBeFocused();

  // From any other section one key leads back to the notes, with the caret where it was.
  await desk.go('Журнал дзвінків');
  await page.keyboard.press('F2');
  await expect(call.pad()).toBeFocused();
  await page.keyboard.type(', дзвонити ввечері');
  await expect(call.pad()).toHaveValue(/067 765 43 21, дзвонити ввечері$/);
  await card.openConsultation();
  await card.fillConsultation('субсидія', 'Пояснила');
  await card.complete();
  await expect(new Result(page).consultation()).toBeVisible();
  await desk.go('Журнал дзвінків');
  await expect(page.getByRole('row', { name: /Погано чути/ })).toBeVisible();
  await page.keyboard.press('F2');
  await expect(call.pad()).toBeFocused();
  await expect(call.pad()).toHaveValue('');
});
