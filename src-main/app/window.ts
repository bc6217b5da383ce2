import { BrowserWindow, type Rectangle, type Session, screen } from 'electron';
import { APP_PAGE } from '../security/origin.ts';
import { hardenedPreferences } from '../security/preferences.ts';
import type { Bounds, Config } from './config.ts';

const SMALLEST = { minWidth: 1024, minHeight: 640 };
const FIRST = { width: 1440, height: 900 };

export interface WindowOptions {
  readonly session: Session;
  /** Absolute path of the built preload. */
  readonly preload: string;
  /** Arguments the preload reads. */
  readonly preloadArguments: readonly string[];
  readonly config: Config;
}

/** Opens the workstation's window where it was last time; it is shown once there is something to see. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const bounds = options.config.readBounds();
  const window = new BrowserWindow({
    ...SMALLEST,
    ...(bounds !== null && isOnSomeScreen(bounds) ? place(bounds) : FIRST),
    title: 'Holos',
    show: false,
    autoHideMenuBar: false,
    webPreferences: {
      ...hardenedPreferences,
      session: options.session,
      preload: options.preload,
      additionalArguments: [...options.preloadArguments],
    },
  });
  // The bar would take a line of the screen, and the Alt key that sections are chosen with.
  window.setMenuBarVisibility(false);
  window.once('ready-to-show', () => {
    if (bounds?.isMaximized) window.maximize();
    window.show();
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () => options.config.writeBounds(boundsOf(window)));
  return window;
}

/** Loads the page; apart from opening, so that guards and channels are in place before the first script runs. */
export async function loadWindow(window: BrowserWindow): Promise<void> {
  await window.loadURL(APP_PAGE);
}

function boundsOf(window: BrowserWindow): Bounds {
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
}

function place({ x, y, width, height }: Bounds): Rectangle {
  return { x, y, width, height };
}

/** A screen that was unplugged must not keep the window out of sight. */
function isOnSomeScreen(bounds: Bounds): boolean {
  const { workArea } = screen.getDisplayMatching(place(bounds));
  const isLeftOf = bounds.x + bounds.width <= workArea.x || bounds.x >= workArea.x + workArea.width;
  const isAbove = bounds.y + bounds.height <= workArea.y || bounds.y >= workArea.y + workArea.height;
  return !isLeftOf && !isAbove;
}
