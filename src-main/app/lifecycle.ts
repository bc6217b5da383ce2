import { app, type BrowserWindow, powerMonitor } from 'electron';
import type { Logger } from '../data/log.ts';
import { callLinkIn } from './callLink.ts';
import type { DataProcess } from './dataProcess.ts';

/**
 * The end: windows close first (a page that closes hands in its unfinished text), then the data process finishes what it was
 * given and closes its files, then the application ends. None of the steps can hold it up for ever.
 */
export function endInOrder(data: DataProcess, log: Logger): void {
  let isStopped = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (isStopped) return;
    event.preventDefault();
    const end = (): void => {
      isStopped = true;
      app.quit();
    };
    data.stop().then(end, (error: unknown) => {
      log.error(
        { name: error instanceof Error ? error.name : 'unknown' },
        'data process could not be stopped',
      );
      end();
    });
  });
}

/** A second start in the same folder only brings the window to the front; one that a link caused not even that. */
export function showOnSecondStart(currentWindow: () => BrowserWindow | null): void {
  app.on('second-instance', (_event, argv) => {
    if (callLinkIn(argv) !== null) return;
    const window = currentWindow();
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}

/** Moments at which the network is likely to be back; the timer of the data process alone would be slower. */
export function nudgeOnReturn(data: DataProcess): void {
  app.on('browser-window-focus', () => data.nudge());
  powerMonitor.on('resume', () => data.nudge());
  powerMonitor.on('unlock-screen', () => data.nudge());
}

/** A page that crashed is loaded again: its unfinished text lies in the data process, which goes on. */
export function reloadAfterCrash(window: BrowserWindow, log: Logger): void {
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error({ reason: details.reason, code: details.exitCode }, 'window process gone');
    if (details.reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
  });
  window.on('unresponsive', () => log.warn({}, 'window does not respond'));
}
