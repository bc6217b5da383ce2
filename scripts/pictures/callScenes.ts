import { CallScreen } from '../../tests/e2e/pages/CallScreen.ts';
import { Card } from '../../tests/e2e/pages/Card.ts';
import { Danger } from '../../tests/e2e/pages/Danger.ts';
import { Desk } from '../../tests/e2e/pages/Desk.ts';
import { Result } from '../../tests/e2e/pages/Result.ts';
import { Spelling } from '../../tests/e2e/pages/Spelling.ts';
import type { CentralServer } from '../../tests/e2e/support/centralServer.ts';
import { Hands } from '../../tests/e2e/support/day/Hands.ts';
import { neighbours } from '../../tests/e2e/support/day/people.ts';
import { roadAppeal } from '../../tests/e2e/support/roadAppeal.ts';
import type { Album } from './Album.ts';

const PHONE = '+380 67 765 43 21';

/** A day's calls, from the readiness to the end of the shift. */
export async function playCalls(album: Album, server: CentralServer): Promise<void> {
  const { page } = album;
  const call = new CallScreen(page);
  const card = new Card(page);
  await album.scene('ready', async () => {
    await new Desk(page).connection().getByText('усе надіслано').waitFor();
  });
  await album.scene('my-state', async () => {
    await page.keyboard.press('Alt+KeyS');
    await page.getByRole('menu').waitFor();
  });
  await album.close();

  await call.start();
  await call.phone().fill(PHONE);
  await card.openAppeal();
  await call.writeNotes([
    'На вулиці Парковій, біля школи, яма на всю проїзну частину: машини об’їжджають її тротуаром',
    'Писали до міськради у вересні, відповіді не було',
    'Дзвонить Гончаренко Марія Іванівна, вул. Паркова 12 кв 7, сусід 050 111 22 33',
  ]);
  await album.scene('notes', async () => {
    await page
      .getByRole('region', { name: 'Нотатки' })
      .getByText('Заявник: Гончаренко Марія')
      .first()
      .waitFor();
  });
  await album.scene('mistakes', async () => {
    await card.openAppeal();
    await card.complete();
    await card.region().getByText('Оберіть вид звернення').waitFor();
  });
  await album.scene('appeal', async () => {
    await card.fillAppeal(roadAppeal);
  });
  await server.stop();
  await album.scene('registered', async () => {
    await card.complete();
    await new Result(page).registered().waitFor();
    await new Desk(page).connection().getByText("Немає зв'язку").waitFor({ timeout: 60_000 });
  });
  await server.start();

  await new Desk(page).connection().getByText('усе надіслано').waitFor({ timeout: 60_000 });
  await album.scene('caller', async () => {
    await page.keyboard.press('F2');
    await call.phone().fill(PHONE);
    await page.getByText('Звернення на контролі').waitFor();
    await page.keyboard.press('F2');
    await page.keyboard.type('Питає, коли засиплють яму');
  });
  await album.scene('danger', async () => {
    await page.keyboard.type("; у під'їзді сильно пахне газом");
    await new Danger(page).panel().waitFor();
  });
  await page.keyboard.press('Alt+KeyD');
  await album.scene('answers', async () => {
    await page.keyboard.press('F7');
    await card.choose('Тема запитання', 'субсидія');
    await page.getByRole('region', { name: 'Готові відповіді' }).getByRole('button').first().waitFor();
  });
  await album.scene('ending', async () => {
    await page.keyboard.press('F4');
    await page.getByRole('group', { name: /^Чим закінчилася/ }).waitFor();
  });
  await album.scene('unfinished', async () => {
    await page.keyboard.press('F9');
    await page.getByRole('region', { name: /^Дописати/ }).waitFor();
  });

  await album.scene('announced', async () => {
    await page.keyboard.press('F2');
    await call.pad().waitFor();
    await call.phone().fill('050 123 45 67');
    await call.writeNotes(['Немає води з самого ранку, просить підвезення']);
    await page.keyboard.press('F8');
    await card.choose('Тема', 'немає води');
    await card.field('Населений пункт').fill('Краматорськ');
    await card.field('Вулиця').fill('Паркова 7');
    await page.getByRole('region', { name: 'Оголошено для цього місця' }).waitFor();
  });
  await album.scene('asked', async () => {
    await card.field('Вулиця').fill('Шкільна 3');
    await page.getByRole('region', { name: 'Оголошено для цього місця' }).waitFor({ state: 'hidden' });
    await page.getByRole('region', { name: 'Що ще запитати' }).waitFor();
  });
  await album.scene('snippets', async () => {
    await page.keyboard.press('F2');
    await page.keyboard.press('Alt+KeyI');
    await page.getByRole('dialog', { name: 'Вставити заготовку' }).waitFor();
  });
  await album.close();
  await album.scene('spelling', async () => {
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('. Немає опаленя ');
    await new Spelling(page).count().waitFor();
    await page.keyboard.press('Alt+KeyG');
    await new Spelling(page).menu().getByText('опалення', { exact: true }).waitFor();
  });
  await album.close();
  await album.scene('versions', async () => {
    await page.keyboard.press('F2');
    await page.keyboard.press('Alt+KeyH');
    await page.getByRole('dialog', { name: 'Раніші стани нотаток' }).waitFor();
  });
  await album.close();
  await page.keyboard.press('F9');
  await playNeighbours(album);
  await playUnanswered(album);
  await page.keyboard.press('F9');
  await album.scene('promise', async () => {
    await page.keyboard.press('Alt+KeyP');
    await page.getByRole('textbox', { name: 'Що обіцяно' }).fill('сказати, коли подадуть воду');
  });
  await page.getByRole('button', { name: 'Записати обіцянку' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('F9');
}

/** Two of one street: the second is asked whether it is the same problem. */
async function playNeighbours(album: Album): Promise<void> {
  const hands = new Hands(album.page);
  const [first, second] = neighbours;
  if (first === undefined || second === undefined) return;
  await hands.appeal(first);
  await album.scene('similar', async () => {
    await hands.begin(second.phone, second.notes);
    await hands.fillAppeal(second);
    const strip = album.page.getByRole('region', { name: 'Подібні звернення' });
    await strip.getByText('на цій вулиці сьогодні').waitFor();
    await hands.press('Alt+KeyJ');
    await strip.getByRole('button', { name: 'Та сама проблема' }).waitFor();
  });
  await hands.press('Enter');
  await album.page.getByText('ввійде до спільної проблеми').first().waitFor();
  await hands.register();
  await hands.press('Escape');
}

/** A question no article answers. */
async function playUnanswered(album: Album): Promise<void> {
  const { page } = album;
  await new CallScreen(page).start();
  await album.scene('no-answer', async () => {
    await page.keyboard.press('Alt+KeyA');
    await page.keyboard.type('талон на питну воду');
    await page.getByText(/Готової відповіді немає/).waitFor();
  });
  await new Card(page).choose('Тема запитання', 'водопостачання');
  await page.keyboard.press('Control+Enter');
  await new Result(page).consultation().waitFor();
  await page.keyboard.press('Escape');
}
