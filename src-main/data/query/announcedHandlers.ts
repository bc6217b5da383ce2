import type { ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import { ok } from '../../../src-shared/result.ts';
import { type HandlerParts, signedIn } from '../handlerParts.ts';
import { announcementsAt, listAnnouncements } from './announcement.ts';
import { listScripts, scriptAt } from './script.ts';

/** What leads announce, and what they want asked. */
export function announcedHandlers(parts: HandlerParts) {
  const { desk } = parts;
  return {
    'announcement.list': () => signedIn(parts, () => ok({ lines: listAnnouncements(desk) })),
    'announcement.at': (input: ParsedInputOf<'announcement.at'>) =>
      signedIn(parts, () => ok({ found: announcementsAt(desk, input) })),
    'script.list': () => signedIn(parts, () => ok({ scripts: listScripts(desk) })),
    'script.at': (input: ParsedInputOf<'script.at'>) =>
      signedIn(parts, () => ok({ script: scriptAt(desk, input.topic) })),
  };
}
