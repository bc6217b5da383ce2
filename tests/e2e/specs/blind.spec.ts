import { expect, test } from '../fixtures.ts';
import { beginWork } from '../support/beginWork.ts';
import { Hands } from '../support/day/Hands.ts';
import { maria } from '../support/day/people.ts';
import { Ears } from '../support/Ears.ts';

test.describe.configure({ timeout: 180_000 });

test('a full call by somebody who does not see the screen: begun, caller told, notes, danger, registered without the centre, number and connection heard', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const { page } = workstation;
  const hands = new Hands(page);
  // The caller is known from an earlier call.
  await hands.appeal(maria);
  await hands.press('Escape');
  await hands.idle();

  // From here on nothing is looked at: keys, what is said of the focus, what live regions say.
  const ears = await Ears.on(page);
  await ears.expectFocus(/^button "Почати дзвінок/);
  await hands.press('F2');
  await ears.expectSaid(/Дзвінок від \d\d:\d\d\. Курсор у нотатках/);
  await ears.expectFocus(/^textbox "Нотатки"/);

  await hands.press('F3');
  await ears.expectFocus(/^textbox "Номер телефону"/);
  await hands.type('8 050 123 45 67');
  await ears.expectSaid(/Можливо, дзвонить Гончаренко Марія\. На контролі 1 звернення/);
  await ears.expectFocus(/Розпізнано: 050 123 45 67/);
  // The answer to "where is my appeal" is one key away, and says what it does.
  await hands.press('F3');
  await ears.expectFocus(/^button "Питає про це.*і завершити дзвінок$/);
  await hands.press('1');

  await hands.press('F2');
  await ears.expectFocus(/^textbox "Нотатки"/);
  await hands.type("у під'їзді сильно пахне газом");
  await ears.expectSaid(/Запах газу 104/);
  await ears.expectFocus(/^textbox "Нотатки"/);
  await hands.press('Alt+KeyD');
  await ears.expectSaid(/Заявникові сказано дзвонити 104/);

  // The centre goes away in the middle of the talk; the caret stays.
  await server.kill();
  await ears.expectSaid(/Немає зв'язку з \d\d:\d\d/);
  await ears.expectFocus(/^textbox "Нотатки"/);

  await hands.press('F8');
  await ears.expectFocus(/^radio "Пропозиція"/);
  await hands.press('Control+Enter');
  // What is missing is said, and the caret is where it is to be put right.
  await ears.expectSaid(/Оберіть вид звернення/);
  await ears.expectFocus(/^radio "Пропозиція" \(.*invalid true/);
  await hands.press('ArrowRight');
  await ears.expectFocus(/^radio "Заява" \(.*checked true/);
  await ears.walkTo(/^combobox "Тема".*invalid true.*Оберіть тему/);
  await hands.type('газ');
  await ears.expectFocus(/> option "[^"]*[Гг]аз/);
  await hands.press('Enter');
  await ears.expectFocus(/^combobox "Тема" [^(]*газ/);
  await ears.walkTo(/^textbox "Суть звернення" у під'їзді сильно пахне газом/);
  await ears.walkTo(/^button "Зареєструвати звернення/);
  await hands.press('Enter');

  const heard = await ears.expectSaid(/Звернення зареєстровано\. Номер: /);
  await ears.expectFocus(/^button "Новий дзвінок/);
  // What was heard is the number on the screen.
  const parts = heard.slice(heard.indexOf(': ') + 2).split(', ');
  expect(parts.join('').replaceAll('-', '')).toBe((await hands.result.number()).replaceAll('-', ''));
  await ears.expectSaid(/Немає зв'язку з \d\d:\d\d, \d записи чекають/);
  await hands.press('Escape');
  await ears.expectFocus(/^button "Почати дзвінок/);
});

test('every stop of Tab on the call screen says what it is', async ({ server, launch }) => {
  const workstation = await launch('desk');
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const hands = new Hands(workstation.page);
  await hands.begin('0501234567', 'Яма на дорозі');
  await hands.press('F8');
  const ears = await Ears.on(workstation.page);
  const stops = await ears.around();
  expect(stops.length).toBeGreaterThan(30);
  expect(stops.filter((stop) => /^\S+ ""/.test(stop) || stop.startsWith('generic'))).toEqual([]);
});
