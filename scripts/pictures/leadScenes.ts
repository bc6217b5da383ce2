import { Desk } from '../../tests/e2e/pages/Desk.ts';
import type { Album } from './Album.ts';

/** Chooses in a field by a word: the first that fits. */
export async function choose(album: Album, label: string, word: string): Promise<void> {
  const { page } = album;
  await page.getByLabel(label, { exact: true }).and(page.locator('input')).first().fill(word);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
}

/** What a shift lead writes; the operator's scenes use what is written here. */
export async function playKnowledge(album: Album): Promise<void> {
  const { page } = album;
  const desk = new Desk(page);
  const part = async (name: string | RegExp) => {
    await desk.go('База знань');
    await page.getByRole('group', { name: 'Частини бази знань' }).getByRole('button', { name }).click();
  };
  await album.scene('knowledge', async () => {
    await part('Статті');
    await page.getByRole('row').nth(2).click();
    await page.getByRole('region', { name: 'Стаття', exact: true }).getByRole('heading').first().waitFor();
  });
  await album.scene('knowledge-writing', async () => {
    await page.getByRole('button', { name: 'Нова стаття' }).click();
    await page.keyboard.type('Як перенести термін перерахунку субсидії');
    await page
      .getByLabel('Текст відповіді')
      .fill(
        'Подайте заяву до відділення Пенсійного фонду або через портал.\nПотрібні довідка про доходи і рахунок за опалення.',
      );
  });
  await choose(album, 'Теми', 'субсидія');
  await page.keyboard.press('Control+Enter');
  await album.scene('announcement-writing', async () => {
    await part('Оголошення');
    await page.getByRole('button', { name: 'Нове оголошення' }).click();
    await page.keyboard.type('Немає води до вечора');
    await page
      .getByLabel('Що сказати заявникові')
      .fill('Ремонт водогону, підвезення о 15:00 біля школи № 3.');
    await choose(album, 'Теми', 'немає води');
    await page.getByLabel('Діє до').fill('31.12.2099');
    await page.getByLabel('о котрій закінчується').fill('18:00');
    await choose(album, 'Населений пункт', 'Краматорськ');
    await page.getByLabel('Вулиці, кожна з нового рядка').fill('вул. Паркова 1-25\nТраншейна');
  });
  await album.scene('announcement', async () => {
    await page.keyboard.press('Control+Enter');
    await page.getByText('Краматорськ: вул. Паркова 1-25; Траншейна').last().waitFor();
  });
  await album.scene('questions-to-ask', async () => {
    await part('Що питати');
    await page.getByRole('button', { name: 'Нові запитання' }).click();
    await page.keyboard.type('Немає води');
    await choose(album, 'Теми', 'немає води');
    const asked = [
      ['На якій вулиці?', 'Вулиця', ''],
      ['Відколи немає води?', 'Відколи', 'зранку, с утра'],
      ["У якому під'їзді?", "Під'їзд", "під'їзд, подъезд"],
    ] as const;
    for (const [at, [ask, label, words]] of asked.entries()) {
      if (at > 0) await page.getByRole('button', { name: 'Ще одне запитання' }).click();
      const fields = page.getByRole('group', { name: `Запитання ${at + 1}` });
      await fields.getByLabel('Що запитати').fill(ask);
      await fields.getByLabel('Підпис у нотатках').fill(label);
      await fields.getByLabel('Слова, що вже є відповіддю').fill(words);
    }
    await choose(album, 'Відповідає поле картки', 'вулиця');
  });
  await page.keyboard.press('Control+Enter');
  await album.scene('snippet-writing', async () => {
    await part('Заготовки');
    await page.getByRole('button', { name: 'Нова заготовка' }).click();
    const form = page.getByRole('form', { name: 'Заготовка, яку пишуть' });
    await form.getByLabel('Код').fill('вода');
    await form.getByLabel('Назва').fill('Немає води');
    await form.getByLabel('Текст').fill('{номер}: води немає з {коли}, під’їзд {який}. Записано {сьогодні}.');
  });
  await page.keyboard.press('Control+Enter');
}

/** What a shift lead sees of the day. */
export async function playShift(album: Album): Promise<void> {
  const { page } = album;
  const desk = new Desk(page);
  await album.scene('unanswered', async () => {
    await desk.go('База знань');
    await page.getByRole('button', { name: /^Питання без відповіді/ }).click();
    await page.getByRole('row', { name: /талон на питну воду/ }).click();
  });
  await album.scene('shift', async () => {
    await desk.go('Зміна');
    await page.getByRole('group', { name: 'Що показано' }).getByRole('button', { name: 'Звернення' }).click();
    await page.getByRole('group', { name: 'Які звернення' }).getByRole('button', { name: 'Усі' }).click();
    await page.getByRole('row').nth(2).click();
    await page.getByRole('article').waitFor();
  });
  await album.scene('assign', async () => {
    await page
      .getByRole('article')
      .getByRole('button', { name: /^Передати/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
  });
  await album.close();
  await album.scene('machines', async () => {
    await desk.go('Станції');
    await page.getByRole('row').nth(1).waitFor();
  });
  await album.scene('practice', async () => {
    await page.getByRole('button', { name: /^Навчальна перерва зв'язку/ }).click();
    await page.getByRole('dialog').waitFor();
  });
  await album.close();
  await album.scene('attention', async () => {
    await desk.go('Увага');
  });
  await album.scene('shared-problems', async () => {
    await page.keyboard.press('Control+KeyK');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('спільні');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: /Спільні/ }).waitFor();
  });
  await album.close();
}
