// The composition root: builds everything, wires it, starts it in a visible order. Nothing else does.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { carryHandlers } from './app/carry.ts';
import { openConfig } from './app/config.ts';
import { DATA_PROCESS_LIMITS, DataProcess, type PreparedStart } from './app/dataProcess.ts';
import { deepLinks } from './app/deepLink.ts';
import { dialHandlers } from './app/dial.ts';
import { exportHandlers } from './app/exportAppeals.ts';
import { type FileDesk, fileHandlers } from './app/files.ts';
import { forkDataProcess } from './app/forkDataProcess.ts';
import { headsetDesk } from './app/headset.ts';
import { loadKey } from './app/key.ts';
import { endInOrder, nudgeOnReturn, reloadAfterCrash, showOnSecondStart } from './app/lifecycle.ts';
import { type AppLog, openLog } from './app/log.ts';
import { attachEditMenu, setApplicationMenu } from './app/menu.ts';
import { openSettings } from './app/settings.ts';
import { noticeHandlers } from './app/systemNotice.ts';
import { systemProtection } from './app/systemProtection.ts';
import { chooseUserData } from './app/userData.ts';
import { loadWindow, openWindow } from './app/window.ts';
import { broadcast } from './ipc/broadcast.ts';
import { namesArgument } from './ipc/names.ts';
import { serve } from './ipc/serve.ts';
import { developmentOrigin } from './security/csp.ts';
import { guardEveryPage } from './security/navigation.ts';
import { registerAppScheme, serveApp } from './security/protocol.ts';
import { closeSession, windowSession } from './security/session.ts';

// With `--no-sandbox`, which root in a container needs, insisting would end every child process at its start.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.setName('Holos');
chooseUserData(app, process.env);

if (app.requestSingleInstanceLock()) begin();
else app.quit();

function begin(): void {
  const userData = app.getPath('userData');
  mkdirSync(userData, { recursive: true, mode: 0o700 });
  const log = openLog(userData);
  log.logger.info({ version: app.getVersion(), electron: process.versions.electron }, 'start');
  registerAppScheme();
  guardEveryPage(log.logger);
  app
    .whenReady()
    .then(() => run(userData, log))
    .catch((error: unknown) => {
      log.logger.fatal({ err: error }, 'start failed');
      app.exit(1);
    });
}

async function run(userData: string, log: AppLog): Promise<void> {
  const { logger } = log;
  const built = join(app.getAppPath(), 'out');
  const windows = new Map<number, BrowserWindow>();
  const announce = (name: string, payload: unknown): void =>
    broadcast(name, payload, () => [...windows.values()].map((window) => window.webContents), logger);

  const config = openConfig(userData, logger);
  const settings = openSettings(config, (changed) => {
    setApplicationMenu(changed.language);
    announce('settings.changed', changed);
  });
  setApplicationMenu(settings.current().language);

  const data = new DataProcess({
    prepare: () => prepareData(userData),
    fork: () => forkDataProcess(join(built, 'main', 'data.js'), log.writeLines),
    announce,
    log: logger,
    limits: DATA_PROCESS_LIMITS,
  });
  endInOrder(data, logger);
  nudgeOnReturn(data);

  const session = windowSession();
  const developmentServer = developmentOrigin(app.isPackaged, process.env.ELECTRON_RENDERER_URL);
  const currentWindow = () => [...windows.values()][0] ?? null;
  const headsets = headsetDesk(config, currentWindow, () => settings.current().language);
  closeSession(session, developmentServer, headsets, logger);
  serveApp(session, { root: join(built, 'renderer'), developmentServer });
  const fileDesk: FileDesk = {
    window: currentWindow,
    language: () => settings.current().language,
    data: (name, input) => data.call(name, input),
  };
  serve({
    app: {
      'settings.get': settings.get,
      'settings.set': settings.set,
      ...fileHandlers(fileDesk),
      ...carryHandlers(fileDesk),
      ...exportHandlers(fileDesk),
      ...dialHandlers,
      ...noticeHandlers(fileDesk),
      ...deepLinks((suggestion) => announce('line.suggested', suggestion), logger),
    },
    data: (name, input) => data.call(name, input),
    windows,
    log: logger,
  });

  const window = openWindow({
    session,
    preload: join(built, 'preload', 'preload.cjs'),
    preloadArguments: [namesArgument()],
    config,
  });
  const contentsId = window.webContents.id;
  windows.set(contentsId, window);
  window.on('closed', () => windows.delete(contentsId));
  showOnSecondStart(() => windows.get(contentsId) ?? null);
  attachEditMenu(window, () => settings.current().language);
  reloadAfterCrash(window, logger);
  await Promise.all([data.start(), loadWindow(window)]);
}

/** What the data process is started with; the key is read anew each time, so that an unlocked keyring is noticed. */
async function prepareData(userData: string): Promise<PreparedStart> {
  const dir = join(userData, 'data');
  const key = await loadKey({
    file: join(userData, 'store.key'),
    protection: systemProtection(),
    hasStore: existsSync(join(dir, 'intent.db')),
  });
  if (!key.ok) return key;
  const nativeBinding = process.env.HOLOS_SQLITE_BINDING;
  return {
    ok: true,
    value: {
      dir,
      migrationsDir: join(app.getAppPath(), 'migrations', 'client'),
      key: key.value.key.toString('hex'),
      ...(nativeBinding ? { nativeBinding } : {}),
      appVersion: app.getVersion(),
      keyUnprotected: key.value.keyUnprotected,
    },
  };
}
