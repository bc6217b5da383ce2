import { Desk } from '../../tests/e2e/pages/Desk.ts';
import { Paper } from '../../tests/e2e/pages/Paper.ts';
import { Shift } from '../../tests/e2e/pages/Shift.ts';
import type { Album } from './Album.ts';

/** Lists, records, what is found, settings. */
export async function playLists(album: Album): Promise<void> {
  const { page } = album;
  const desk = new Desk(page);
  await page.locator('.mantine-Notification-root').waitFor({ state: 'hidden' });
  await album.scene('find', async () => {
    await page.keyboard.press('Control+KeyK');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('гончаренко');
    await page.getByRole('dialog').getByText('Гончаренко Марія').first().waitFor();
  });
  await album.close();
  await album.scene('my-appeals', async () => {
    await desk.go('Мої звернення');
    await page.getByRole('row').nth(1).waitFor();
  });
  await album.scene('appeals', async () => {
    await desk.go('Усі звернення');
    await page.getByRole('row').nth(4).click();
    await page.getByRole('article').waitFor();
  });
  await album.scene('list-look', async () => {
    await page.getByRole('button', { name: 'Вигляд' }).click();
    await page.getByRole('menu').waitFor();
  });
  await album.close();
  await album.scene('correct', async () => {
    await page.getByRole('button', { name: 'Виправити' }).click();
    await page.getByRole('dialog').waitFor();
  });
  await album.close();
  await album.scene('calls', async () => {
    await desk.go('Журнал дзвінків');
    await page.getByRole('row').nth(2).click();
  });
  await album.scene('promises', async () => {
    await desk.go('Обіцянки');
    await page.getByRole('row').nth(1).click();
  });
  await album.scene('applicants', async () => {
    await desk.go('Заявники');
    await page.getByRole('row').nth(2).click();
    await page.getByRole('region', { name: 'Заявник', exact: true }).getByRole('heading').first().waitFor();
  });
  await album.scene('settings', async () => {
    await desk.openSettings();
  });
  for (const [name, tab] of [
    ['settings-keys', 'Клавіші'],
    ['settings-spelling', 'Правопис'],
    ['settings-line', 'Телефон'],
  ] as const) {
    await album.scene(name, async () => {
      await page.getByRole('dialog').getByRole('tab', { name: tab }).click();
    });
  }
  await album.close();
  await desk.go('Дзвінок');
  await album.scene('keys', async () => {
    await page.keyboard.press('F1');
    await page.getByRole('dialog').waitFor();
  });
  await album.close();
  await album.scene('paper', async () => {
    await new Paper(page).open();
  });
  await album.close();
  await album.scene('carry', async () => {
    await page.keyboard.press('Control+KeyK');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('у файл');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Зберегти ненадіслане у файл' }).waitFor();
  });
  await album.close();
  await album.scene('end-of-shift', async () => {
    await new Shift(page).leave('Коваль');
    await new Shift(page).pack().waitFor();
  });
  await album.close();
}
