import { aRegistration, leasedNumber } from '../../support/cases.ts';
import { aPeer, type Peer } from '../../support/peer.ts';
import { expect, test } from '../fixtures.ts';
import { AppealList } from '../pages/AppealList.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { Desk } from '../pages/Desk.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { resize } from '../support/look.ts';
import { fillRoadCard, registerCard } from '../support/roadCall.ts';
import { keepPicture, keepTwoPictures } from '../support/screenshots.ts';

test.describe.configure({ timeout: 180_000 });

/** An appeal about the road that another place registered while it had no line; it arrives now. */
async function registeredElsewhere(peer: Peer, street: string): Promise<string> {
  const number = leasedNumber(peer);
  const plain = aRegistration(peer, number);
  peer.nextSeq -= 1;
  const { appeal, call, card } = plain.payload as { appeal: string; call: null; card: { applicant: object } };
  const address = { district: 'UA14120000000070232', settlement: 'Краматорськ', street };
  const applicant = { ...card.applicant, address };
  const payload = { appeal, call, card: { ...card, applicant, place: address, topic: '06.01' } };
  const answer = await peer.push([peer.command('appeal.register', payload, { minted: { number } })]);
  expect(answer.results.map(({ outcome }) => outcome)).toEqual(['applied']);
  return number;
}

test('without the centre: a repeat is proposed with its reason and accepted by a key; what two places registered apart waits for the lead', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'shevchuk', 'Місце 1');
  await resize(workstation, { width: 1280, height: 720 });
  const elsewhere = await aPeer(server, 'bondar');
  await server.kill();
  const first = await registerCard(
    page,
    await fillRoadCard(page, '0501110001', 'Гончаренко', 'вул. Паркова, 12'),
  );

  // The same person rings again about the same road.
  const card = await fillRoadCard(page, '0501110001', 'Гончаренко', 'вул. Паркова, 12');
  const sign = page.getByRole('region', { name: 'Ознака надходження' });
  await expect(sign.getByRole('status')).toContainText('Пропонуємо: Неодноразове.');
  await expect(sign.getByRole('status')).toContainText(first);
  await sign.getByRole('button', { name: 'Що відповіли тоді' }).click();
  await expect(sign).toContainText('Строк ще не минув');
  await keepTwoPictures(workstation, 'sign');
  expect(await seriousViolations(page)).toEqual([]);
  await new CallScreen(page).pad().focus();
  await page.keyboard.press('Alt+O');
  await expect(sign.getByRole('status')).toContainText('Ознака: Неодноразове.');
  await expect(new CallScreen(page).pad()).toBeFocused();
  const second = await registerCard(page, card);
  const list = new AppealList(page);
  await new Desk(page).go('Мої звернення');
  await list.open(second);
  await expect(list.record(second)).toContainText('Неодноразове');
  await keepPicture(page, 'repeat-record-uk');
  await list
    .record(second)
    .getByRole('button', { name: `Відкрити №\u00a0${first}` })
    .click();
  await expect(list.record(first)).toContainText(`Неодноразове: №\u00a0${second}`);

  // The appeals come together: the lead sees that one street was registered apart.
  await server.start();
  const apart = await registeredElsewhere(elsewhere, 'Паркова 14');
  await new Desk(page).go('Зміна');
  await page.getByRole('button', { name: 'Розібрати' }).click({ timeout: 60_000 });
  const dialog = page.getByRole('dialog');
  const group = dialog.getByRole('region', { name: 'Схожі звернення, зареєстровані окремо' });
  for (const number of [first, second, apart]) await expect(group).toContainText(number);
  await keepTwoPictures(workstation, 'apart');
  expect(await seriousViolations(page)).toEqual([]);
  await group.getByRole('button', { name: 'Одна проблема' }).click();
  await expect(group).toBeHidden();
  await dialog.getByRole('button', { name: /Паркова/ }).click();
  await expect(dialog).toContainText('3 людини чекають відповіді');
});
