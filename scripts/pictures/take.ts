import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Desk } from '../../tests/e2e/pages/Desk.ts';
import { FirstRun } from '../../tests/e2e/pages/FirstRun.ts';
import { SignIn } from '../../tests/e2e/pages/SignIn.ts';
import { type CentralServer, startCentralServer } from '../../tests/e2e/support/centralServer.ts';
import { projectFolder } from '../../tests/e2e/support/places.ts';
import { launchWorkstation } from '../../tests/e2e/support/workstation.ts';
import { DEMO_LEAD, DEMO_LOGINS, DEMO_PASSWORD } from '../demo/accounts.ts';
import { loadDay } from '../demo/loadDay.ts';
import { prepareWorkstation } from '../demo/workstation.ts';
import {
  Album,
  type AlbumStyle,
  albumOfAll,
  albumOfChecks,
  albumOfFirstPage,
  albumOfGuide,
} from './Album.ts';
import { playCalls } from './callScenes.ts';
import { playControl } from './controlScenes.ts';
import { playKnowledge, playShift } from './leadScenes.ts';
import { playLists } from './listScenes.ts';

const style: AlbumStyle = process.argv.includes('--all')
  ? albumOfAll(join(projectFolder, '.holos', 'pictures'))
  : process.argv.includes('--guide')
    ? albumOfGuide(join(projectFolder, 'docs', 'operator-guide', 'pictures'))
    : process.argv.includes('--axe')
      ? albumOfChecks(join(projectFolder, '.holos', 'pictures'))
      : albumOfFirstPage(join(projectFolder, 'docs', 'pictures'));

/** Longest wait within a scene, in milliseconds: one that does not come is told at the end. */
const PATIENCE_MS = 15_000;

async function playDay(temporary: string, server: CentralServer): Promise<readonly string[]> {
  const userData = join(temporary, 'workstation');
  await prepareWorkstation(userData, server.url, () => server.pairingCode());
  const workstation = await launchWorkstation({ userData });
  workstation.page.setDefaultTimeout(PATIENCE_MS);
  const album = new Album(workstation, style);
  const changeTo = async (login: string, from: string) => {
    await new Desk(workstation.page).signOut(from);
    await new SignIn(workstation.page).signInAsOther(login, DEMO_PASSWORD);
    await workstation.page.getByRole('navigation').waitFor();
  };
  try {
    await workstation.page.getByRole('navigation').waitFor();
    await album.undress();
    await changeTo(DEMO_LEAD, 'Коваль');
    await playKnowledge(album);
    await changeTo(DEMO_LOGINS[0], 'Шевчук');
    await playCalls(album, server);
    await playLists(album);
    await changeTo(DEMO_LEAD, 'Коваль');
    await playShift(album);
    await playControl(album);
  } finally {
    await workstation.kill();
  }
  return album.faults;
}

async function playStart(temporary: string, server: CentralServer): Promise<readonly string[]> {
  const workstation = await launchWorkstation({ userData: join(temporary, 'new') });
  const album = new Album(workstation, style);
  try {
    await album.undress();
    await album.scene('first-run', () => new FirstRun(workstation.page).heading().waitFor());
    await new FirstRun(workstation.page).connect(server.url, await server.pairingCode(), 'Місце 2');
    await album.scene('sign-in', () => new SignIn(workstation.page).heading().waitFor());
  } finally {
    await workstation.kill();
  }
  return album.faults;
}

async function main(): Promise<number> {
  mkdirSync(style.folder, { recursive: true });
  const temporary = mkdtempSync(join(tmpdir(), 'holos-pictures-'));
  const server = await startCentralServer(temporary);
  try {
    await loadDay(server.url, join(temporary, 'server'), Date.now());
    const faults = [...(await playDay(temporary, server)), ...(await playStart(temporary, server))];
    process.stdout.write(`Pictures: ${style.folder}\n`);
    for (const fault of faults) process.stderr.write(`${fault}\n`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await server.kill();
    rmSync(temporary, { recursive: true, force: true });
  }
}

main()
  .then((code) => process.exit(code))
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  });
