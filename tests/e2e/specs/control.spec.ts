import { expect, test } from '../fixtures.ts';
import { AppealList } from '../pages/AppealList.ts';
import { Control } from '../pages/Control.ts';
import { Desk } from '../pages/Desk.ts';
import { SignIn } from '../pages/SignIn.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { resize } from '../support/look.ts';
import { fillRoadCard, registerCard } from '../support/roadCall.ts';
import { keepTwoPictures } from '../support/screenshots.ts';

test.describe.configure({ timeout: 180_000 });

test('an urgent appeal from the call to its removal from control, with two outages: forwarded, received, reminded, answered, not done, answered again', async ({
  server,
  launch,
}) => {
  const controller = ['--login', 'kravets', '--name', 'Кравець Ніна', '--role', 'control', '--json'];
  const { password } = JSON.parse(await server.admin('account', 'add', ...controller)) as {
    password: string;
  };
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'shevchuk', 'Місце 1');
  await resize(workstation, { width: 1280, height: 720 });
  const [desk, list, control] = [new Desk(page), new AppealList(page), new Control(page)];

  // The first outage: registered, handed over by telephone and confirmed without the centre.
  await server.kill();
  const card = await fillRoadCard(page, '0501110001', 'Гончаренко', 'вул. Паркова, 12');
  await page.getByLabel("Загроза життю чи здоров'ю").check();
  await page.getByLabel('Чому не можна чекати').fill('провалля на дорозі біля школи');
  const number = await registerCard(page, card);
  await desk.go('Мої звернення');
  await list.open(number);
  const record = list.record(number);
  await control.forward(record, 'черговий Олійник');
  const part = control.part(/./).first();
  await expect(part).toContainText('надіслано, отримання не підтверджено');
  // What was sent is not delivered: the proof of it is proposed first, then a reminder.
  await control.contact(part, 'вх. 311');
  await expect(part).toContainText('отримано, в роботі');
  await expect(record).toContainText('в роботі в органі');
  await control.contact(part, 'обіцяли до вечора');
  await expect(part).toContainText('нагадано');
  await server.start();
  await expect(record).toContainText('прийнято центром', { timeout: 60_000 });

  await control.answer(part, 'Провалля засипано 25 листопада.', 'Вирішено позитивно');
  await expect(record).toContainText('є відповідь, перевіряється');
  await keepTwoPictures(workstation, 'control-answered');
  expect(await seriousViolations(page)).toEqual([]);
  await control.verdict(record, 'не задоволений', 'засипали лише половину');
  await expect(record).toContainText('в роботі в органі');

  // The second outage: the answer goes back and another one comes.
  await server.kill();
  await part.getByRole('button', { name: 'На доопрацювання…' }).click();
  await control.dialog().getByLabel('Причина').fill('Засипано половину');
  await control.confirm('Повернути');
  await expect(part).toContainText('повернуто на доопрацювання');
  await expect(part).toContainText('поверталася 1 раз');
  await control.answer(part, 'Роботи завершено.', 'Вирішено позитивно');
  await control.end(record, 'вирішено');
  await control.verdict(record, 'задоволений', '');
  await expect(record).toContainText('завершено, на контролі');
  await server.start();
  await expect(record).toContainText('прийнято центром', { timeout: 60_000 });

  // Only control staff take it off control.
  await expect(record.getByRole('button', { name: 'Зняти з контролю…' })).toHaveCount(0);
  await desk.signOut('Шевчук Ірина');
  await new SignIn(page).signInAsOther('kravets', password);
  await desk.go('Усі звернення');
  await list.open(number);
  await record.getByRole('button', { name: 'Зняти з контролю…' }).click();
  await control.confirm('Зняти з контролю');
  await expect(record).toContainText('знято з контролю');
  await expect(list.history()).toContainText('Кравець Ніна: знято з контролю');
});
