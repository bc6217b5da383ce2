import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures.ts';
import { AppealList } from '../pages/AppealList.ts';
import { CallScreen } from '../pages/CallScreen.ts';
import { Card } from '../pages/Card.ts';
import { Desk } from '../pages/Desk.ts';
import { Result } from '../pages/Result.ts';
import { seriousViolations } from '../support/axe.ts';
import { beginWork } from '../support/beginWork.ts';
import { roadAppeal } from '../support/roadAppeal.ts';
import { keepPicture } from '../support/screenshots.ts';

test.describe.configure({ timeout: 180_000 });

test('a file is added while the server is away, reaches the centre by itself, and comes back as a copy', async ({
  server,
  launch,
}, testInfo) => {
  const workstation = await launch('desk');
  const { app, page } = workstation;
  await beginWork(workstation, server, 'koval', 'Місце 1');
  const desk = new Desk(page);
  await expect(desk.connection()).toHaveText("Зв'язок є · усе надіслано");
  await server.stop();

  const call = new CallScreen(page);
  await call.start();
  await call.phone().fill('0501234567');
  await call.writeNotes(['Надішле фото ями']);
  const card = new Card(page);
  await card.openAppeal();
  await card.fillAppeal(roadAppeal);
  await card.complete();
  const number = await new Result(page).number();

  const picture = testInfo.outputPath('яма на Парковій.jpg');
  writeFileSync(picture, Buffer.alloc(300_000, 'jpg'));
  const copy = testInfo.outputPath('копія.jpg');
  // A person's choice in the system's dialogs, which no test can click.
  await app.evaluate(
    ({ dialog }, paths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [paths.picture] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: paths.copy });
    },
    { picture, copy },
  );
  await desk.go('Мої звернення');
  const list = new AppealList(page);
  await list.open(number);
  await list.record(number).getByRole('button', { name: 'Додати файл…' }).click();
  const files = page.getByTestId('files');
  await expect(files).toContainText('яма на Парковій.jpg');
  await expect(files).toContainText('чекає надсилання');
  expect(await seriousViolations(page)).toEqual([]);
  await keepPicture(page, 'files-uk');

  await server.start();
  await expect(files).toContainText('у центрі', { timeout: 45_000 });
  await files.getByRole('button', { name: 'Зберегти копію…' }).click();
  await expect(page.getByText('Копію збережено')).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
  expect((await readFile(copy)).equals(await readFile(picture))).toBe(true);
});
