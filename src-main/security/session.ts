import { type Session, session } from 'electron';
import type { Logger } from '../data/log.ts';
import { allowHeadsets, type HeadsetDesk } from './headsets.ts';
import { isOwnAddress } from './origin.ts';
import { isPermitted } from './permissions.ts';

/** Addresses of the network; the page has none of it, whatever a policy header says. */
const networkAddresses = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];

/** The session of the window: kept in memory only, so that nothing the page shows is left in a browser cache on disk. */
export function windowSession(): Session {
  return session.fromPartition('holos');
}

/**
 * Closes a session: permissions by a short table, devices other than a chosen headset, screen capture, downloads and the network not at all.
 * @param developmentServer the one origin that may be reached while developing; null in every other case
 */
export function closeSession(
  target: Session,
  developmentServer: string | null,
  headsets: HeadsetDesk,
  log: Logger,
): void {
  // The page's own preference stops the checking only; a session left to itself would still fetch the dictionary of its language.
  for (const one of [target, session.defaultSession]) one.setSpellCheckerEnabled(false);
  allowHeadsets(target, headsets, log);
  target.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const isGranted = isPermitted(permission, isOwnAddress(details.requestingUrl), details.isMainFrame);
    if (!isGranted) log.warn({ permission }, 'permission refused');
    answer(isGranted);
  });
  target.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    isPermitted(permission, isOwnAddress(requestingOrigin), details.isMainFrame),
  );
  target.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  target.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  target.on('select-usb-device', (event, _details, answer) => {
    event.preventDefault();
    answer();
  });
  target.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault();
    answer('');
  });
  target.on('will-download', (event) => {
    event.preventDefault();
    log.warn({}, 'download refused');
  });
  closeNetwork(target, developmentServer);
}

function closeNetwork(target: Session, developmentServer: string | null): void {
  const socket = developmentServer?.replace(/^http/, 'ws');
  target.webRequest.onBeforeRequest({ urls: networkAddresses }, (details, answer) => {
    const { origin } = new URL(details.url);
    const isDevelopment = developmentServer !== null && (origin === developmentServer || origin === socket);
    answer({ cancel: !isDevelopment });
  });
}
