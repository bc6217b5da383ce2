import { once } from 'node:events';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { electronFlags, projectFolder } from './places.ts';

/** A workstation in its own process and folder, ready to be worked with. */
export interface RunningWorkstation {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  readonly logFile: string;
  /** SIGKILL of the whole process tree, as a power cut; resolves when it is gone. */
  kill(): Promise<void>;
  /** Ends it as the window's cross does. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly userData: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Longest wait for one act on the screen, in milliseconds; a loaded build machine needs most of it at a start. */
const PATIENCE_MS = 20_000;

/** Starts the built workstation and waits until its window says that it can be used. */
export async function launchWorkstation({
  userData,
  env = process.env,
}: LaunchOptions): Promise<RunningWorkstation> {
  // No executable is named: the electron package finds it by ELECTRON_OVERRIDE_DIST_PATH, and only then does Playwright hold the
  // application's start back until it listens. With a named one both raced, and a launch now and then waited without an end.
  const app = await _electron.launch({
    args: [...electronFlags(env), projectFolder, `--user-data-dir=${userData}`],
    cwd: projectFolder,
    env: definedOnly(env),
  });
  const child = app.process();
  const ended = once(child, 'exit');
  const page = await app.firstWindow();
  page.setDefaultTimeout(PATIENCE_MS);
  // Every first screen has a main part, and has it only once the data process has answered.
  await page.getByRole('main').waitFor();
  return {
    app,
    page,
    userData,
    logFile: join(userData, 'logs', 'holos.log'),
    async kill() {
      killTree(child.pid);
      await ended;
    },
    async close() {
      await app.close();
      await ended;
    },
  };
}

/** Playwright starts Electron at the head of a process group of its own, so that the group is the whole tree. */
function killTree(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    // It ended by itself: nothing left to kill.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...rest } = env;
  return Object.fromEntries(
    Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
