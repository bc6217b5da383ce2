import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { Card } from '../pages/Card.ts';
import { Desk } from '../pages/Desk.ts';
import { Result } from '../pages/Result.ts';
import { SignIn } from '../pages/SignIn.ts';
import { Store } from '../pages/Store.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { appealsAtCentre } from '../support/centreRecords.ts';
import { DEMO_PASSWORD } from '../support/places.ts';
import { roadAppeal } from '../support/roadAppeal.ts';
import { keepPicture } from '../support/screenshots.ts';
import type { RunningWorkstation } from '../support/workstation.ts';

// Real windows, a real server and several starts: a loaded build machine needs the time.
test.describe.configure({ timeout: 180_000 });

/** Registers an appeal; answers its number. */
async function register({ page }: RunningWorkstation): Promise<string> {
  const call = new CallScreen(page);
  await call.start();
  await call.phone().fill('+380 50 123 45 67');
  await call.writeNotes(['На Парковій яма на всю смугу']);
  const card = new Card(page);
  await card.openAppeal();
  await card.fillAppeal(roadAppeal);
  await card.complete();
  const result = new Result(page);
  await expect(result.registered()).toBeVisible();
  return await result.number();
}

/** Overwrites a stretch of every page of the store but the first, as a dying disk might. */
function damage(userData: string): void {
  const file = join(userData, 'data', 'intent.db');
  const bytes = readFileSync(file);
  for (let page = 4; page * 4096 < bytes.length; page += 3) randomBytes(200).copy(bytes, page * 4096 + 500);
  writeFileSync(file, bytes);
}

test('a damaged store: what is left is said, it is brought back by one press, and nothing is lost or doubled', async ({
  server,
  launch,
}) => {
  const before = await launch('desk');
  await beginWork(before, server, 'koval', 'Місце 1');
  await expect(new Desk(before.page).connection()).toHaveText("Зв'язок є · усе надіслано");
  await server.stop();
  const number = await register(before);
  const { userData } = before;
  await before.close();
  const copies = readdirSync(join(userData, 'data', 'backups'));
  expect(copies.length).toBeGreaterThan(0);
  const damaged = join(userData, 'data', 'intent.db');
  damage(userData);
  const bytes = readFileSync(damaged);

  const after = await launch('desk');
  const { page } = after;
  const store = new Store(page);
  await expect(store.heading('Базу цієї станції пошкоджено')).toBeVisible();
  await expect(store.fact('У другому журналі')).toHaveText(/чекають надсилання: [1-9]/);
  await expect(store.copies()).toHaveCount(copies.length);
  await expect(page.getByText('Нічого не видалено')).toBeVisible();
  await expect(page.getByRole('button', { name: /видалити/i })).toHaveCount(0);
  await keepPicture(page, 'store-damaged-uk');
  expect(await seriousViolations(page)).toEqual([]);

  for (const [language, heading] of [
    ['Eng', 'The database of this workstation is damaged'],
    ['Рус', 'База этой станции повреждена'],
    ['Укр', 'Базу цієї станції пошкоджено'],
  ] as const) {
    await page.getByText(language, { exact: true }).click();
    await expect(store.heading(heading)).toBeVisible();
    await keepPicture(page, `store-damaged-${language === 'Eng' ? 'en' : language === 'Рус' ? 'ru' : 'uk'}`);
  }

  await store.tryAgain();
  await expect(store.heading('Базу цієї станції пошкоджено')).toBeVisible();
  expect(readFileSync(damaged).equals(bytes)).toBe(true);

  await store.restore();
  await expect(store.heading('Базу повернуто')).toBeVisible();
  await expect(store.fact('Тепер у базі')).toHaveText(
    /чекають надсилання: [1-9]\d* · чернетки: \d+ · номери: 1/,
  );
  await keepPicture(page, 'store-restored-uk');
  expect(await seriousViolations(page)).toEqual([]);
  const aside = readdirSync(join(userData, 'data')).find((name) => name.startsWith('damaged-')) ?? '';
  expect(readFileSync(join(userData, 'data', aside, 'intent.db')).equals(bytes)).toBe(true);

  await store.goOn();
  await server.start();
  // Known here already: the name is chosen, not typed.
  await page.getByRole('button', { name: /Коваль/ }).click();
  await page.getByRole('textbox', { name: 'Пароль' }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Увійти' }).click();
  await expect(new Desk(page).connection()).toHaveText("Зв'язок є · усе надіслано", { timeout: 45_000 });
  expect(await appealsAtCentre(server)).toEqual([{ number, registrations: 1 }]);
});

test('a missing key, a wrong key and a damaged file are three screens; none deletes, and each opens again without a restart', async ({
  server,
  launch,
}) => {
  const before = await launch('desk');
  await beginWork(before, server, 'koval', 'Місце 1');
  const { userData } = before;
  await before.close();
  const key = join(userData, 'store.key');
  const aside = join(userData, 'key.elsewhere');
  renameSync(key, aside);
  const previous = `${key}.previous`;
  expect(existsSync(previous)).toBe(false);

  const { page } = await launch('desk');
  const store = new Store(page);
  await expect(store.heading('Система не дала ключа до бази')).toBeVisible();
  await keepPicture(page, 'store-key-missing-uk');
  expect(await seriousViolations(page)).toEqual([]);
  await expect(page.getByRole('button', { name: /видалити|повернути/i })).toHaveCount(0);

  writeFileSync(key, '{}');
  await store.tryAgain();
  await expect(store.heading('Ключ не підходить до бази')).toBeVisible();
  await keepPicture(page, 'store-key-wrong-uk');
  await expect(page.getByRole('button', { name: /видалити|повернути/i })).toHaveCount(0);

  copyFileSync(aside, key);
  await store.tryAgain();
  await expect(page.getByRole('navigation').or(new SignIn(page).heading())).toBeVisible();
});

test('unsent work goes to another workstation in a file, and its own finds it done', async ({
  server,
  launch,
}) => {
  const origin = await launch('without');
  await beginWork(origin, server, 'koval', 'Місце без зв’язку');
  await expect(new Desk(origin.page).connection()).toHaveText("Зв'язок є · усе надіслано");
  const carrier = await launch('with');
  await beginWork(carrier, server, 'bondar', 'Місце зі зв’язком');
  await expect(new Desk(carrier.page).connection()).toHaveText("Зв'язок є · усе надіслано");
  await server.stop();
  const number = await register(origin);

  const file = join(origin.userData, 'work.holos-outbox');
  await origin.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await carrier.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, file);
  await origin.page.keyboard.press('Control+K');
  await origin.page.keyboard.type('ненадіслане');
  await keepPicture(origin.page, 'carry-palette-uk');
  await origin.page.keyboard.press('Enter');
  const saving = origin.page.getByRole('dialog', { name: 'Зберегти ненадіслане у файл' });
  await expect(saving).toBeVisible();
  await keepPicture(origin.page, 'carry-save-uk');
  expect(await seriousViolations(origin.page)).toEqual([]);
  await saving.getByRole('button', { name: 'Вибрати місце і зберегти…' }).click();
  const shown = saving.getByTestId('passphrase');
  await expect(shown).toHaveText(/^\d{4}(-\d{4}){5}$/);
  const passphrase = (await shown.textContent()) ?? '';
  await keepPicture(origin.page, 'carry-saved-uk');
  await saving.getByRole('button', { name: 'Готово' }).click();
  await origin.close();
  await server.start();

  await new Desk(carrier.page).operator('Бондар').click();
  await carrier.page.getByRole('menuitem', { name: 'Взяти роботу з файлу…' }).click();
  const taking = carrier.page.getByRole('dialog', { name: 'Взяти роботу іншої станції' });
  await taking.getByLabel('Пароль від файлу').fill('1111 2222 3333 4444 5555 6666');
  await taking.getByRole('button', { name: 'Вибрати файл…' }).click();
  await expect(taking.getByText('Пароль не підходить')).toBeVisible();
  await taking.getByLabel('Пароль від файлу').fill(passphrase.replaceAll('-', ' '));
  await keepPicture(carrier.page, 'carry-take-uk');
  expect(await seriousViolations(carrier.page)).toEqual([]);
  await taking.getByRole('button', { name: 'Вибрати файл…' }).click();
  await expect(taking.getByRole('status')).toHaveText(/Станція «Місце без зв’язку»: нових записів \d+/);
  await keepPicture(carrier.page, 'carry-taken-uk');
  await taking.getByRole('button', { name: 'Готово' }).click();
  await new Desk(carrier.page).connection().click();
  const details = carrier.page.getByRole('dialog').filter({ hasText: 'Останній обмін' });
  await expect(details.getByText('Зі станції «Місце без зв’язку»')).toBeVisible();
  await expect(details).toHaveCSS('opacity', '1');
  await keepPicture(carrier.page, 'carry-details-uk');
  await expect
    .poll(async () => await appealsAtCentre(server), { timeout: 45_000 })
    .toEqual([{ number, registrations: 1 }]);

  const again = await launch('without');
  await expect(new Desk(again.page).connection()).toHaveText("Зв'язок є · усе надіслано", {
    timeout: 45_000,
  });
  expect(await appealsAtCentre(server)).toEqual([{ number, registrations: 1 }]);
});
