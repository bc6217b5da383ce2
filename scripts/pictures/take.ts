import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CallScreen } from '../../tests/e2e/pages/CallScreen.ts';
import { Card } from '../../tests/e2e/pages/Card.ts';
import { Desk } from '../../tests/e2e/pages/Desk.ts';
import { FirstRun } from '../../tests/e2e/pages/FirstRun.ts';
import { Result } from '../../tests/e2e/pages/Result.ts';
import { SignIn } from '../../tests/e2e/pages/SignIn.ts';
import { type CentralServer, startCentralServer } from '../../tests/e2e/support/centralServer.ts';
import { everyLook, type Look, resize, wear } from '../../tests/e2e/support/look.ts';
import { projectFolder } from '../../tests/e2e/support/places.ts';
import { roadAppeal } from '../../tests/e2e/support/roadAppeal.ts';
import { launchWorkstation, type RunningWorkstation } from '../../tests/e2e/support/workstation.ts';
import { loadDay } from '../demo/loadDay.ts';
import { prepareWorkstation } from '../demo/workstation.ts';

type PictureLook = Look & { readonly width: number; readonly height: number };

const isAll = process.argv.includes('--all');
const folder = isAll ? join(projectFolder, '.holos', 'pictures') : join(projectFolder, 'docs', 'pictures');

/** Every look a screen must bear. */
const pictureLooks: readonly PictureLook[] = everyLook.flatMap((look) =>
  [
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
  ].map((size) => ({ ...look, ...size })),
);
const plain: PictureLook = { language: 'uk', theme: 'light', width: 1440, height: 900 };

async function dress(workstation: RunningWorkstation, look: PictureLook): Promise<void> {
  await resize(workstation, look);
  await wear(workstation, look);
}

/** Pictures of the screen as it stands; the window is left in its plain look. */
async function take(workstation: RunningWorkstation, name: string, extra?: PictureLook): Promise<void> {
  const looks = isAll ? pictureLooks : [plain, ...(extra ? [extra] : [])];
  for (const look of looks) {
    await dress(workstation, look);
    const suffix = isAll
      ? `-${look.language}-${look.theme}-${look.width}`
      : look === plain
        ? '-uk'
        : '-dark-en';
    await workstation.page.screenshot({ path: join(folder, `${name}${suffix}.png`) });
  }
  await dress(workstation, plain);
}

async function takeDay(workstation: RunningWorkstation, server: CentralServer): Promise<void> {
  const { page } = workstation;
  const desk = new Desk(page);
  await desk.connection().getByText('усе надіслано').waitFor();
  if (isAll) await take(workstation, 'ready');
  await desk.go('Усі звернення');
  await page.getByRole('row').nth(4).click();
  await page.getByRole('article').waitFor();
  await take(workstation, 'appeals');
  if (isAll) {
    await desk.go('Журнал дзвінків');
    await page.getByRole('row').nth(2).waitFor();
    await take(workstation, 'calls');
    await desk.go('Увага');
    await take(workstation, 'attention');
    await page.keyboard.press('F1');
    await page.getByRole('dialog').waitFor();
    await take(workstation, 'keys');
    await page.keyboard.press('Escape');
    await desk.go('Дзвінок');
  }
  await takeCall(workstation, server);
}

async function takeCall(workstation: RunningWorkstation, server: CentralServer): Promise<void> {
  const { page } = workstation;
  await new Desk(page).go('Дзвінок');
  const call = new CallScreen(page);
  await call.start();
  await call.phone().fill('+380 67 765 43 21');
  await call.writeNotes([
    'На вулиці Парковій, біля школи, яма на всю проїзну частину: машини об’їжджають її тротуаром, діти виходять на дорогу',
    'Писали до міськради у вересні, відповіді не було',
    'Просить передзвонити після 17:00',
  ]);
  const card = new Card(page);
  await card.openAppeal();
  if (isAll) {
    await card.complete();
    await take(workstation, 'mistakes');
  }
  await card.fillAppeal(roadAppeal);
  await take(workstation, 'call', { language: 'en', theme: 'dark', width: 1440, height: 900 });
  await server.stop();
  await card.complete();
  await new Result(page).registered().waitFor();
  await new Desk(page).connection().getByText("Немає зв'язку").waitFor({ timeout: 60_000 });
  await take(workstation, 'registered-offline');
  await server.start();
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const temporary = mkdtempSync(join(tmpdir(), 'holos-pictures-'));
  const server = await startCentralServer(temporary);
  try {
    await loadDay(server.url, join(temporary, 'server'), Date.now());
    const userData = join(temporary, 'workstation');
    await prepareWorkstation(userData, server.url, () => server.pairingCode());
    const workstation = await launchWorkstation({ userData });
    try {
      await dress(workstation, plain);
      await takeDay(workstation, server);
    } finally {
      await workstation.kill();
    }
    await takeStart(temporary, server);
  } finally {
    await server.kill();
    rmSync(temporary, { recursive: true, force: true });
  }
  process.stdout.write(`Pictures: ${folder}\n`);
}

async function takeStart(temporary: string, server: CentralServer): Promise<void> {
  if (!isAll) return;
  const workstation = await launchWorkstation({ userData: join(temporary, 'new') });
  try {
    await take(workstation, 'first-run');
    await new FirstRun(workstation.page).connect(server.url, await server.pairingCode(), 'Місце 2');
    await new SignIn(workstation.page).heading().waitFor();
    await take(workstation, 'sign-in');
  } finally {
    await workstation.kill();
  }
}

main()
  .then(() => process.exit(0))
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  });
