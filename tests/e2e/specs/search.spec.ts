import { aRegistration, leasedNumber } from '../../support/cases.ts';
import { aPeer } from '../../support/peer.ts';
import { expect, test } from '../fixtures.ts';
import { AppealList } from '../pages/AppealList.ts';
import { Desk } from '../pages/Desk.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';

// A real window, a real server: a loaded build machine needs the time.
test.describe.configure({ timeout: 180_000 });

test('an appeal is found by a part of its number or a name, and it is said where was looked', async ({
  server,
  launch,
}) => {
  const peer = await aPeer(server);
  const number = leasedNumber(peer);
  await peer.push([aRegistration(peer, number)]);
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'bondar', 'Місце 1');
  const list = new AppealList(page);
  await new Desk(page).go('Усі звернення');
  await list.row(number).waitFor();

  await page.keyboard.press('/');
  await expect(list.search()).toBeFocused();
  await list.search().fill(number.slice(0, -2).replaceAll('-', ' ').toLowerCase());
  await expect(list.found()).toHaveText('1 звернення · шукали на цій станції');
  await page.keyboard.press('Enter');
  await expect(list.found()).toHaveText('1 звернення · шукали на цій станції і в центрі');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await list.open(number);

  await page.keyboard.press('Control+f');
  await list.search().fill('ПЕТРЕН вода');
  await expect(list.found()).toHaveText('1 звернення · шукали на цій станції');
  await expect(list.row(number)).toBeVisible();
  await list.search().fill('опалення');
  await expect(page.getByRole('heading', { name: 'Нічого не знайдено ні тут, ні в центрі' })).toBeVisible();
  await server.stop();
  await list.search().fill('каналізація');
  await expect(page.getByRole('heading', { name: 'На цій станції нічого не знайдено' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list.search()).toHaveValue('');
  await expect(list.row(number)).toBeVisible();
});
