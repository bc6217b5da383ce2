import { resolve } from 'node:path';
import type { App } from 'electron';

/**
 * Chooses the folder of everything the workstation keeps: `--user-data-dir`, else HOLOS_USER_DATA, else the system's usual
 * place. Must run before the single-instance lock, which is one per folder.
 */
export function chooseUserData(app: App, environment: NodeJS.ProcessEnv): void {
  const chosen = app.commandLine.getSwitchValue('user-data-dir') || environment.HOLOS_USER_DATA;
  if (chosen) app.setPath('userData', resolve(chosen));
}
