import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvRows } from '../../../src-shared/directory/csv.ts';
import { aRegistration, leasedNumber } from '../../support/cases.ts';
import { aPeer, type Peer } from '../../support/peer.ts';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/Desk.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { resize, wear } from '../support/look.ts';
import { keepPicture } from '../support/screenshots.ts';

test.describe.configure({ timeout: 120_000 });

const SURNAMES = ['Яценко', 'Єгоров', 'Іванова', 'Їжак', 'Ґонта', 'Гнатюк', 'Дяченко', 'Жук'];
const TOPICS = ['01.01', '02.01', '03.01', '08.01'];
const COUNT = 90;

/** As much as a list needs to be longer than the screen. */
async function fill(peer: Peer): Promise<void> {
  const commands = Array.from({ length: COUNT }, (_, index) => {
    const { payload, minted } = aRegistration(peer, leasedNumber(peer, index));
    const card = payload.card as { applicant: object };
    const applicant = { ...card.applicant, surname: SURNAMES[index % SURNAMES.length] };
    const topic = TOPICS[index % TOPICS.length];
    const said = { ...card, applicant, topic, text: `Звернення ${index}; "у лапках"` };
    peer.nextSeq -= 1;
    return peer.command('appeal.register', { ...payload, card: said }, { minted });
  });
  await peer.push(commands);
}

test('the full list: columns, order and figures by keyboard, and a file of exactly its lines', async ({
  server,
  launch,
}) => {
  await fill(await aPeer(server));
  const workstation = await launch('desk');
  const { page, app } = workstation;
  await beginWork(workstation, server, 'shevchuk', 'Місце 1');
  await resize(workstation, { width: 1280, height: 720 });
  await new Desk(page).go('Усі звернення');
  await expect(page.getByText(`${COUNT} звернень`, { exact: true })).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Усі звернення' });
  const lines = grid.getByRole('row');

  // The list is as long as it says, and its end is one key away.
  await grid.focus();
  await page.keyboard.press('End');
  await expect(grid.locator(`[aria-rowindex="${COUNT + 1}"]`)).toBeInViewport();
  await page.keyboard.press('Home');

  const look = page.getByRole('button', { name: 'Вигляд' });
  const inMenu = async (item: string, role: 'menuitem' | 'menuitemcheckbox') => {
    await page.getByRole(role, { name: item, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  await look.focus();
  await page.keyboard.press('Enter');
  await inMenu('Заявник', 'menuitemcheckbox');
  await inMenu('Відповісти до', 'menuitemcheckbox');
  await page.keyboard.press('Escape');
  await expect(grid.getByRole('columnheader', { name: 'Відповісти до' })).toBeVisible();

  const heading = grid.getByRole('columnheader', { name: 'Заявник' });
  await heading.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  await expect(lines.nth(1)).toContainText('Гнатюк');
  await page.keyboard.press('Enter');
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  await expect(lines.nth(1)).toContainText('Яценко');
  await keepPicture(page, 'list-columns-uk');
  expect(await seriousViolations(page)).toEqual([]);

  const path = join(workstation.userData, 'перелік.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await look.focus();
  await page.keyboard.press('Enter');
  await inMenu('Зберегти у файл…', 'menuitem');
  await expect(page.getByRole('dialog')).toContainText(`${COUNT} звернень: усі рядки цього переліку`);
  await keepPicture(page, 'list-export-uk');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${COUNT} звернень збережено у файл «перелік.csv»`)).toBeVisible();
  const [, ...rows] = csvRows(await readFile(path, 'utf8'));
  expect(rows).toHaveLength(COUNT);
  expect(rows[0]?.cells.join(' ')).toContain('Яценко');

  await look.focus();
  await page.keyboard.press('Enter');
  await inMenu('Показати цифрами', 'menuitem');
  await page.getByRole('button', { name: 'Стан', exact: true }).press('Enter');
  await expect(page.getByRole('row', { name: /^на контролі 90 100/ })).toBeVisible();
  await page.getByRole('button', { name: 'Група тем', exact: true }).press('Enter');
  await expect(page.getByRole('row')).toHaveCount(TOPICS.length + 1);
  await keepPicture(page, 'list-figure-uk');
  expect(await seriousViolations(page)).toEqual([]);
  await wear(workstation, { language: 'ru', theme: 'dark' });
  await keepPicture(page, 'list-figure-ru-dark');
});
