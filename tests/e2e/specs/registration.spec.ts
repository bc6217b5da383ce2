import { expect, test } from '../fixtures.ts';
import { Caller } from '../pages/Caller.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { Card } from '../pages/Card.ts';
import { Desk } from '../pages/Desk.ts';
import { Result } from '../pages/Result.ts';
import { beginWork } from '../support/beginWork.ts';
import { appealsAtCentre } from '../support/centreRecords.ts';
import { resize, wear } from '../support/look.ts';
import { roadAppeal } from '../support/roadAppeal.ts';
import { keepPicture } from '../support/screenshots.ts';

test.describe.configure({ timeout: 180_000 });

const NUMBER = /^ДН-\d{4}-\d{6}-\d$/;

test('a new person with a new address takes at most 20 key presses beside the text', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  let presses = 0;
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      presses += 1;
      await page.keyboard.press(key);
    }
  };
  const card = new Card(page);
  await page.getByRole('button', { name: /Почати дзвінок/ }).waitFor();
  await press('F2');
  await page.keyboard.type('Третій день немає води');
  await press('F3');
  await page.keyboard.type('0501234567');
  await press('F8');
  await expect(card.region().getByRole('radio', { name: 'Пропозиція' })).toBeFocused();
  await press('ArrowRight', 'Tab');
  await page.keyboard.type('немає води');
  await press('Enter', 'Tab', 'Tab', 'Tab', 'Tab');
  await page.keyboard.type('Гончаренко');
  await press('Tab');
  await page.keyboard.type('Марія');
  await press('Tab', 'Tab');
  await page.keyboard.type('краматор');
  await expect(page.getByRole('option').first()).toBeVisible();
  await press('Enter', 'Tab', 'Tab');
  await page.keyboard.type('вул. Паркова');
  await press('Tab');
  await page.keyboard.type('12');
  await expect(card.region()).toContainText(/Строк: один місяць, до \d{2}\.\d{2}\.\d{4}/);
  await keepPicture(page, 'registration-card-uk');
  await press('Control+Enter');
  const result = new Result(page);
  await expect(result.registered()).toBeVisible();
  expect(await result.number()).toMatch(NUMBER);
  expect(presses).toBeLessThanOrEqual(20);
});

test('a topic is found by everyday words, proposed by the notes, and a parent says it cannot be chosen', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const call = new CallScreen(page);
  await call.start();
  await call.writeNotes(['Холодні батареї, опалення не дають']);
  const card = new Card(page);
  await card.openAppeal();
  await expect(card.region()).toContainText(/З тексту: Немає опалення \(бо: .*батареї/);
  const topic = card.field('Тема');
  await topic.press('ArrowDown');
  await expect(page.getByRole('option').first()).toContainText('Немає опалення');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(topic).toHaveValue(/^Немає опалення/);

  await topic.fill('житлово');
  const parent = page.getByRole('option').first();
  await expect(parent).toContainText('розділ, оберіть тему в ньому');
  await expect(parent).toBeDisabled();
  await keepPicture(page, 'registration-topic-uk');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(topic).toHaveValue(/Житлово-комунальне/);

  // What was chosen stands among the operator's own next time.
  await topic.press('ArrowDown');
  await expect(page.getByText('Ваші недавні й часті')).toBeVisible();
});

test('the rest of the official card stands behind one key', async ({ server, launch }) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await page.setViewportSize({ width: 1280, height: 720 });
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const call = new CallScreen(page);
  await call.start();
  await call.writeNotes(['Скаржиться на управління освіти']);
  const card = new Card(page);
  await card.openAppeal();
  await card.region().getByRole('radio', { name: 'Скарга' }).check();
  await card.choose('Орган, на який скаржаться', 'освіт');
  await card
    .region()
    .getByRole('button', { name: /Ще про заявника/ })
    .press('Enter');
  await card.choose('Категорія заявника', 'учасник бойових');
  await card.choose('Соціальний стан', 'пенс');
  await card.region().getByRole('button', { name: 'Чому така дата' }).press('Enter');
  await expect(card.region()).toContainText('стаття 20');
  await expect(card.region()).toContainText('першочергово');
  await keepPicture(page, 'registration-more-uk');
});

test('two questions of one caller: the applicant stays, both numbers are read back; old street names', async ({
  server,
  launch,
}) => {
  await server.admin('directory', 'sample', '--region', 'dn');
  const workstation = await launch('desk');
  const { page } = workstation;
  await page.setViewportSize({ width: 1280, height: 720 });
  await beginWork(workstation, server, 'koval', 'Місце 1');
  await expect(new Desk(page).connection()).toHaveText("Зв'язок є · усе надіслано");
  const call = new CallScreen(page);
  await call.start();
  await call.writeNotes(['Яма на проспекті']);
  const card = new Card(page);
  await card.openAppeal();
  await card.region().getByRole('radio', { name: 'Заява' }).check();
  await card.choose('Тема', 'яма');
  await card.field('Прізвище').fill('Гончаренко');
  await card.field("Ім'я").fill('Марія');
  await card.choose('Населений пункт', 'жданов');
  await expect(card.field('Населений пункт')).toHaveValue('Маріуполь');
  await card.choose('Вулиця', 'ленина');
  await expect(card.field('Вулиця')).toHaveValue('проспект Миру');
  await keepPicture(page, 'registration-street-uk');
  await page.keyboard.press('Control+Shift+Enter');
  await expect(card.region()).toContainText('Уже зареєстровано 1 питання');
  await expect(card.field('Прізвище')).toHaveValue('Гончаренко');
  await expect(card.field('Тема')).toHaveValue('');
  await card.region().getByRole('radio', { name: 'Скарга' }).check();
  await card.choose('Тема', 'ліфт');
  await card.field('Суть звернення').fill('Ліфт стоїть другий день');
  await keepPicture(page, 'registration-next-uk');
  await card.complete();
  const result = new Result(page);
  await expect(result.registered()).toBeVisible();
  const earlier = page.getByRole('region', { name: 'Також зареєстровано в цій розмові' });
  await expect(earlier).toContainText(/ДН-\d{4}-\d{6}-\d/);
  await keepPicture(page, 'registration-two-uk');
  await result.delivery('прийнято центром').waitFor();
  expect(await appealsAtCentre(server)).toHaveLength(2);
});

test('a complaint is not sent to whom it is about', async ({ server, launch }) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const call = new CallScreen(page);
  await call.start();
  await call.phone().fill('0501234567');
  await call.writeNotes(['Скаржиться на водоканал']);
  const card = new Card(page);
  await card.openAppeal();
  await card.fillAppeal({ ...roadAppeal, topic: 'немає води' });
  const about = card.field('Орган, на який скаржаться');
  await about.press('ArrowDown');
  await page.getByRole('option').filter({ hasText: 'Зазвичай за цією темою' }).first().click();
  const name = await about.inputValue();
  await card
    .region()
    .getByRole('button', { name: /Ще про заявника/ })
    .press('Enter');
  await card.field('Службова примітка').fill('НЕ ДРУКУВАТИ');
  await card.complete();
  const result = new Result(page);
  await expect(result.registered()).toBeVisible();
  await page.getByRole('button', { name: 'Відкрити звернення' }).click();
  const record = page.getByRole('article');
  await expect(record).toContainText('НЕ ДРУКУВАТИ');
  await record.getByRole('button', { name: 'Надіслати до органу' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(`Скаржаться на: ${name}`);
  await expect(dialog.getByLabel('Орган', { exact: true })).not.toHaveValue(name);
  await keepPicture(page, 'registration-forward-uk');
});

test('a known person, the address from their card: at most 12 key presses; files go with the act', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const call = new CallScreen(page);
  const card = new Card(page);
  const result = new Result(page);
  await call.start();
  await call.phone().fill('0501234567');
  await call.writeNotes(['Яма']);
  await card.openAppeal();
  await card.fillAppeal(roadAppeal);
  await card.complete();
  await expect(result.registered()).toBeVisible();
  await result.close();

  let presses = 0;
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      presses += 1;
      await page.keyboard.press(key);
    }
  };
  await press('F2');
  await call.pad().waitFor();
  await page.keyboard.type('Ліфт стоїть');
  await press('F3');
  await page.keyboard.type('0501234567');
  await expect(new Caller(page).people().first()).toBeVisible();
  await page.keyboard.press('F3');
  await page.keyboard.press('1');
  presses += 2;
  await press('F8');
  await expect(card.field('Прізвище')).toHaveValue('Гончаренко');
  await expect(card.field('Населений пункт')).toHaveValue('Краматорськ');
  await press('ArrowRight', 'Tab');
  await page.keyboard.type('ліфт');
  await press('Enter');
  expect(presses + 1).toBeLessThanOrEqual(12);

  await page.getByTestId('entry-file').setInputFiles([
    { name: 'ліфт.png', mimeType: 'image/png', buffer: Buffer.alloc(1_500_000, 7) },
    { name: 'setup.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
  ]);
  await expect(card.region().getByRole('list', { name: 'Файли' })).toContainText('ліфт.png');
  await expect(card.region().getByRole('alert')).toContainText('«setup.exe» не додано');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array([1, 2, 3])], 'знімок.png', { type: 'image/png' }));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(card.region().getByRole('list', { name: 'Файли' })).toContainText('знімок.png');
  await keepPicture(page, 'registration-files-uk');
  await card.complete();
  await expect(result.registered()).toBeVisible();
  await page.getByRole('button', { name: 'Відкрити звернення' }).click();
  const files = page.getByTestId('files');
  await expect(files.getByRole('listitem')).toHaveCount(2);
  await expect(files.getByText(/у центрі/)).toHaveCount(2, { timeout: 30_000 });
});

test('a caller who gives no name; long names in Russian and in the dark stay inside', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  await resize(workstation, { width: 1280, height: 720 });
  const call = new CallScreen(page);
  const card = new Card(page);
  await call.start();
  await call.writeNotes(['Чиновник вимагав хабар']);
  await card.openAppeal();
  await expect(card.region()).toContainText('повідомлення про корупцію');
  await card.region().getByRole('radio', { name: 'Заява' }).check();
  await card.choose('Тема', 'корупц');
  await card.region().getByRole('checkbox', { name: 'Не називає себе' }).check();
  await expect(card.region()).toContainText('за статтею 8');
  await keepPicture(page, 'registration-anonymous-uk');
  await card.complete();
  await expect(new Result(page).registered()).toBeVisible();
  await new Result(page).close();

  await call.start();
  await card.openAppeal();
  await card.region().getByRole('radio', { name: 'Скарга' }).check();
  await card.field('Прізвище').fill('Іваненко-Петренко-Сидоренко-Гончаренко-Коваленко-Бондаренко');
  await card
    .region()
    .getByRole('button', { name: /Ще про заявника/ })
    .press('Enter');
  await card.choose('Категорія заявника', 'чорнобил');
  await card.field('Службова примітка').fill('Дзвонити після обіду');
  for (const look of [
    { language: 'ru', theme: 'dark' },
    { language: 'en', theme: 'light' },
  ] as const) {
    await wear(workstation, look);
    await keepPicture(page, `registration-more-${look.language}-${look.theme}`);
    const sideways = await page.locator('.cardBody').evaluate((body) => body.scrollWidth - body.clientWidth);
    expect(sideways).toBeLessThanOrEqual(0);
  }
});

test('not for this centre: a ready answer with the right body; a correction knows the whole card', async ({
  server,
  launch,
}) => {
  const workstation = await launch('desk');
  const { page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  await resize(workstation, { width: 1280, height: 720 });
  const call = new CallScreen(page);
  const card = new Card(page);
  const result = new Result(page);
  await call.start();
  await card.openConsultation();
  await card.choose('Тема запитання', 'пенсія');
  await card.choose('Не наша компетенція: куди звернутися', 'пенсійний');
  await expect(card.field('Що відповіли')).toHaveValue(/Пенсійний фонд України, телефон 0 800/);
  await keepPicture(page, 'consultation-not-ours-uk');
  await card.complete();
  await expect(result.consultation()).toBeVisible();
  await result.close();

  await call.start();
  await call.writeNotes(['Яма']);
  await card.openAppeal();
  await card.fillAppeal(roadAppeal);
  await card.complete();
  await expect(result.registered()).toBeVisible();
  await page.getByRole('button', { name: 'Відкрити звернення' }).click();
  const record = page.getByRole('article');
  await record.getByRole('button', { name: 'Виправити' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Квартира', { exact: true }).first().fill('9');
  await dialog.getByRole('checkbox', { name: /Колективне/ }).check();
  await keepPicture(page, 'correction-whole-uk');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(record).toContainText('кв. 9');
  await expect(record).toContainText('Колективне');
  await keepPicture(page, 'record-whole-uk');
});
