import { app, type WebContents } from 'electron';
import type { Logger } from '../data/log.ts';
import { isOwnAddress } from './origin.ts';

/** Guards every page from its first moment: it stays where it is, opens nothing and embeds nothing. Called once, before any window. */
export function guardEveryPage(log: Logger): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, log));
}

function guard(contents: WebContents, log: Logger): void {
  const refuse = (what: string): void =>
    log.warn({ what, contents: contents.id }, 'refused to leave the application');
  contents.on('will-navigate', (details) => {
    if (isOwnAddress(details.url)) return;
    details.preventDefault();
    refuse('will-navigate');
  });
  contents.on('will-frame-navigate', (details) => {
    // No frame of ours holds a page, so a frame goes nowhere at all.
    if (details.isMainFrame && isOwnAddress(details.url)) return;
    details.preventDefault();
    refuse('will-frame-navigate');
  });
  contents.on('will-redirect', (details) => {
    if (isOwnAddress(details.url)) return;
    details.preventDefault();
    refuse('will-redirect');
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    refuse('will-attach-webview');
  });
  contents.setWindowOpenHandler(() => {
    refuse('window.open');
    return { action: 'deny' };
  });
  // Without this a page could ask outside servers for its own addresses over UDP, past any policy on requests.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
