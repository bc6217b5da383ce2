import { FirstRun } from '../pages/FirstRun.ts';
import { SignIn } from '../pages/SignIn.ts';
import type { CentralServer } from './centralServer.ts';
import { DEMO_PASSWORD } from './places.ts';
import type { RunningWorkstation } from './workstation.ts';

/** First run and sign-in through the real screens, to the point where work begins. */
export async function beginWork(
  workstation: RunningWorkstation,
  server: Pick<CentralServer, 'url' | 'pairingCode'>,
  login: string,
  place: string,
): Promise<void> {
  const { page } = workstation;
  await new FirstRun(page).connect(server.url, await server.pairingCode(), place);
  await new SignIn(page).signIn(login, DEMO_PASSWORD);
  await page.getByRole('navigation').waitFor();
}
