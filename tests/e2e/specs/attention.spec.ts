import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import { aRegistration, leasedNumber } from '../../support/cases.ts';
import { aPeer, type Peer } from '../../support/peer.ts';
import { expect, test } from '../fixtures.ts';
import { AppealList } from '../pages/AppealList.ts';
import { Attention } from '../pages/Attention.ts';
import { Desk } from '../pages/Desk.ts';
import { SignIn } from '../pages/SignIn.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { DEMO_PASSWORD } from '../support/places.ts';
import { keepPicture } from '../support/screenshots.ts';

// Real windows, a real server and several starts: a loaded build machine needs the time.
test.describe.configure({ timeout: 240_000 });

const TEXT = 'Третій день немає води в усьому будинку.';
const MINE = 'Четвертий день немає гарячої води в усьому будинку, у підвалі тече.';
const THEIRS = 'Третій день немає води в усьому будинку, аварійна обіцяла приїхати у вівторок.';
const JOINED = 'Четвертий день немає води, аварійна обіцяла приїхати у вівторок; у підвалі тече.';

interface Registered {
  readonly appeal: string;
  readonly applicant: string;
  readonly number: string;
}

/** An appeal registered at another place. */
async function anAppealFrom(peer: Peer): Promise<Registered> {
  const number = leasedNumber(peer);
  const plain = aRegistration(peer, number);
  peer.nextSeq -= 1;
  const { appeal, call, card } = plain.payload as {
    appeal: string;
    call: null;
    card: { applicant: { id: string } };
  };
  const address = { district: 'UA14120000000070232', settlement: 'Краматорськ', street: 'вул. Садова, 1' };
  const applicant = { ...card.applicant, address };
  const payload = { appeal, call, card: { ...card, applicant, topic: '03.01', text: TEXT } };
  await peer.push([peer.command('appeal.register', payload, { minted: { number } })]);
  return { appeal, applicant: applicant.id, number };
}

/** What the other place does with it while the workstation has no line. */
async function workElsewhere(peer: Peer, { appeal, applicant }: Registered): Promise<void> {
  const changes = [
    { field: 'text', value: THEIRS },
    { field: 'applicant.surname', value: 'Петрів' },
  ];
  const base = [
    { field: 'text', value: TEXT },
    { field: 'applicant.surname', value: 'Петренко' },
  ];
  const forward = (authority: string) =>
    peer.command('appeal.forward', { appeal, authority, channel: 'phone', note: '' });
  const answer = await peer.push([
    peer.command('appeal.amend', { appeal, applicant, changes }, { base }),
    forward('oda-housing'),
    forward('oda-energy'),
  ]);
  expect(answer.results.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied']);
}

/** The operator corrects the open appeal and hands it to two authorities, all without a line. */
async function workOffline(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Виправити' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Суть звернення')).toHaveValue(TEXT);
  await dialog.getByRole('button', { name: 'Зберегти виправлення' }).click();
  await expect(dialog.getByText('Ви ще нічого не змінили')).toBeVisible();
  await dialog.getByLabel('Суть звернення').fill(MINE);
  await dialog.getByLabel('Прізвище').fill('Петренчук');
  await dialog.getByLabel('Телефон').fill('050 765 43 21');
  await keepPicture(page, 'amend-uk');
  expect(await seriousViolations(page)).toEqual([]);
  // Esc throws nothing away: the same correction is there again.
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Виправити' }).click();
  await expect(dialog.getByText('Тут ваше незавершене виправлення')).toBeVisible();
  await expect(dialog.getByLabel('Прізвище')).toHaveValue('Петренчук');
  await dialog.getByLabel('Прізвище').press('Control+Enter');
  await dialog.waitFor({ state: 'hidden' });
  await expect(page.getByRole('article')).toContainText('Петренчук');
  await expect(page.getByRole('article')).toContainText('050 765 43 21');
  for (const [word, note] of [
    ['житлово', 'Черговій, 10:40'],
    ['енергетик', 'Секретарю'],
  ] as const) {
    await page.getByRole('button', { name: 'Надіслати до органу' }).click();
    await dialog
      .getByRole('combobox', { name: 'Орган' })
      .or(dialog.getByLabel('Орган', { exact: true }))
      .first()
      .fill(word);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Кому передано, вихідний номер').fill(note);
    await dialog.getByRole('button', { name: 'Надіслати', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}

test('what the centre could not accept: both sides of a conflict, sent again, handed to the lead, discarded', async ({
  server,
  launch,
}) => {
  const before = await launch('desk');
  await beginWork(before, server, 'koval', 'Місце 1');
  const elsewhere = await aPeer(server, 'bondar');
  const registered = await anAppealFrom(elsewhere);
  await new Desk(before.page).go('Усі звернення');
  await new AppealList(before.page).open(registered.number);
  await server.stop();
  await workOffline(before.page);
  await before.kill();
  await server.start();
  await workElsewhere(elsewhere, registered);

  const { page } = await launch('desk');
  const desk = new Desk(page);
  const attention = new Attention(page);
  await desk.go('Увага');
  await expect(attention.entries()).toHaveCount(3);
  await expect(attention.waiting()).toHaveAccessibleName(/3 записи чекають рішення/);
  await expect(attention.conflict('Суть звернення')).toContainText('Бондар Тарас');
  await expect(attention.conflict('Суть звернення')).toContainText('Коваль Олена');
  await expect(attention.entry('Черговій, 10:40')).toContainText('уже надіслано до цього органу');
  await keepPicture(page, 'attention-uk');
  expect(await seriousViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await keepPicture(page, 'attention-uk-dark');
  expect(await seriousViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });

  await test.step('a conflict is chosen by keyboard, a text joined by hand', async () => {
    const surname = attention.conflict('Прізвище');
    await surname.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await expect(surname.getByRole('radio', { name: /Зміна, що чекає/ })).toBeChecked();
    await page.keyboard.press('Control+Enter');
    await expect(surname).toHaveCount(0);
    const text = attention.conflict('Суть звернення');
    await text.getByRole('radio', { name: 'Написати інше' }).check();
    await text.getByLabel('Нове значення').fill(JOINED);
    await keepPicture(page, 'conflict-uk');
    await text.getByLabel('Нове значення').press('Control+Enter');
    await expect(attention.entries()).toHaveCount(2);
  });

  await test.step('a refused forwarding is corrected and sent again', async () => {
    await attention
      .entry('Черговій, 10:40')
      .getByRole('button', { name: 'Виправити й надіслати знову' })
      .click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Кому передано, вихідний номер')).toHaveValue('Черговій, 10:40');
    await dialog.getByLabel('Орган', { exact: true }).fill('дорож');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Надіслати', exact: true }).click();
    await expect(attention.entries()).toHaveCount(1);
  });

  await test.step('another one goes to the lead, who discards it', async () => {
    await attention.entry('Секретарю').getByRole('button', { name: 'Передати керівникові' }).click();
    await expect(attention.entry('Секретарю')).toContainText('у керівника');
    await expect(desk.connection()).toHaveText("Зв'язок є · усе надіслано");
    await desk.signOut('Коваль Олена');
    await new SignIn(page).signInAsOther('shevchuk', DEMO_PASSWORD);
    await desk.go('Увага');
    await expect(attention.entry('Секретарю')).toContainText('передано вам на рішення');
    await attention.entry('Секретарю').getByRole('button', { name: 'Відхилити' }).click();
    await attention.entry('Секретарю').getByRole('button', { name: 'Не відхиляти' }).click();
    await attention.entry('Секретарю').getByRole('button', { name: 'Відхилити' }).click();
    await attention.entry('Секретарю').getByRole('button', { name: 'Відхилити запис' }).click();
    await expect(page.getByText('Тут порожньо: усі записи прийнято')).toBeVisible();
    await expect(desk.connection()).toHaveText("Зв'язок є · усе надіслано");
  });

  await test.step('the appeal tells all of it', async () => {
    await desk.go('Усі звернення');
    const list = new AppealList(page);
    await list.open(registered.number);
    const record = list.record(registered.number);
    await expect(record).toContainText(JOINED);
    await expect(record).toContainText('Петренчук Іван');
    await expect(list.history()).toContainText(
      'Коваль Олена: виправлено: Телефон; чекає рішення: Суть звернення, Прізвище',
    );
    await expect(list.history()).toContainText(
      "розбіжність розв'язано (записано нове значення): Суть звернення",
    );
    await expect(list.history()).toContainText(
      'Шевчук Ірина: «Надсилання звернення до органу», Коваль Олена: відхилено',
    );
    await keepPicture(page, 'amended-uk');
  });
});

test('what other workstations left: a lead registers again, insists, gives up', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'shevchuk', 'Місце 1');
  const operator = await aPeer(server, 'koval');
  const registered = await anAppealFrom(operator);
  const lead = await aPeer(server, 'shevchuk');
  const lost = aRegistration(operator, leasedNumber(operator, 1), randomUUID());
  const unknown = operator.command('appeal.sing', { appeal: registered.appeal, song: 'Щедрик' });
  const given = (from: string, to: string) =>
    lead.command('appeal.assign', { appeal: registered.appeal, from, to });
  await operator.push([lost, unknown]);
  const bondar = (await aPeer(server, 'bondar')).actor;
  await lead.push([given(operator.actor, lead.actor), given(operator.actor, bondar)]);

  const attention = new Attention(page);
  await new Desk(page).go('Увага');
  await expect(attention.entries()).toHaveCount(3);
  await keepPicture(page, 'attention-lead-uk');

  const number = String(lost.minted.number);
  await attention.entry(number).getByRole('button', { name: 'Виправити й надіслати знову' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(`Заявникові називали номер ${number}`)).toBeVisible();
  await dialog.getByLabel('Прізвище').fill('');
  await dialog.getByLabel('Суть звернення').press('Control+Enter');
  await expect(dialog.getByText('Запитайте прізвище')).toBeVisible();
  await expect(dialog.getByLabel('Прізвище')).toBeFocused();
  await dialog.getByLabel('Прізвище').fill('Петренко-Довгий');
  await keepPicture(page, 'register-again-uk');
  await dialog.getByLabel('Суть звернення').press('Control+Enter');
  await expect(attention.entries()).toHaveCount(2);

  const sides = attention
    .entry('Передача звернення')
    .getByRole('group', { name: 'Кому звернення передали двоє' });
  await expect(sides).toContainText('Зараз у звернен');
  await expect(sides).toContainText('Шевчук');
  await expect(sides).toContainText('Бондар');
  await attention
    .entry('Передача звернення')
    .getByRole('button', { name: /Усе одно передати: Бондар/ })
    .click();
  await expect(attention.entries()).toHaveCount(1);
  await attention.entry('Щедрик').getByRole('button', { name: 'Відхилити' }).click();
  await attention.entry('Щедрик').getByRole('button', { name: 'Відхилити запис' }).click();
  await expect(page.getByText('Тут порожньо: усі записи прийнято')).toBeVisible();

  await new Desk(page).go('Усі звернення');
  const list = new AppealList(page);
  await expect(list.row(registered.number)).toContainText('Бондар Тарас');
  await expect(page.getByRole('row').filter({ hasText: 'Петренко-Довгий' })).toContainText(
    'прийнято центром',
  );
});

test('a correction begun and cut off by a SIGKILL is there again', async ({ server, launch }) => {
  const before = await launch('desk');
  await beginWork(before, server, 'koval', 'Місце 1');
  const registered = await anAppealFrom(await aPeer(server, 'bondar'));
  const openDialog = async (page: Page) => {
    await new Desk(page).go('Усі звернення');
    await new AppealList(page).open(registered.number);
    await page.getByRole('button', { name: 'Виправити' }).click();
    return page.getByRole('dialog').getByLabel('Суть звернення');
  };
  const text = await openDialog(before.page);
  await expect(text).toHaveValue(TEXT);
  await text.press('Control+End');
  await before.page.keyboard.type(' Просить зателефонувати після шостої вечора, бо вдень на роботі.', {
    delay: 20,
  });
  // What is promised is what is older than 300 ms.
  const promised = (await text.inputValue()).slice(0, -20);
  await before.kill();

  const { page } = await launch('desk');
  const restored = await openDialog(page);
  await expect(page.getByText('Тут ваше незавершене виправлення')).toBeVisible();
  expect(await restored.inputValue()).toContain(promised);
  await restored.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await expect(page.getByRole('article')).toContainText('після шостої');
  await page.getByRole('button', { name: 'Виправити' }).click();
  await expect(page.getByRole('dialog').getByLabel('Суть звернення')).toHaveValue(/після шостої/);
  await expect(page.getByText('Тут ваше незавершене виправлення')).toHaveCount(0);
});
