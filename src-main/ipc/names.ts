import { channelNames } from '../../src-shared/ipc/contract.ts';
import { eventNames } from '../../src-shared/ipc/events.ts';

/** Command line argument by which the preload learns every name it may pass; the only list it has. */
export function namesArgument(): string {
  return `--holos-names=${encodeURIComponent(JSON.stringify({ channels: channelNames, events: eventNames }))}`;
}
