import { Desk } from '../../tests/e2e/pages/Desk.ts';
import type { Album } from './Album.ts';

/** The lead's board, and what is on control: terms, bodies, the calendar, a body's part in an appeal. */
export async function playControl(album: Album): Promise<void> {
  const { page } = album;
  const desk = new Desk(page);
  const part = async (name: string) => {
    await desk.go('Контроль');
    await page.getByRole('button', { name, exact: true }).first().click();
  };
  await album.scene('board', async () => {
    await desk.go('Зміна');
    await page.getByRole('group', { name: 'Що показано' }).getByRole('button', { name: 'Люди' }).click();
    await page.getByRole('row').nth(1).waitFor();
  });
  await album.scene('terms', async () => {
    await part('Строки');
    await page.getByRole('row').nth(1).waitFor();
  });
  await album.scene('bodies', () => part('Органи'));
  await album.scene('calendar', () => part('Календар'));
  await album.scene('executions', async () => {
    await desk.go('Усі звернення');
    await page.getByRole('row').filter({ hasText: 'надіслано до органу' }).first().click();
    await page.getByRole('heading', { name: 'Виконавці' }).scrollIntoViewIfNeeded();
  });
  await album.scene('answer', async () => {
    await page.getByRole('button', { name: 'Внести відповідь…' }).first().click();
    await page.getByRole('dialog').waitFor();
  });
  await album.close();
}
