import type { WebContents } from 'electron';
import { type EventName, eventNames, events } from '../../src-shared/ipc/events.ts';
import type { Logger } from '../data/log.ts';

/** True for a name in the table of events. */
export function isEventName(name: string): name is EventName {
  return (eventNames as readonly string[]).includes(name);
}

/**
 * Tells every window of ours an event. What does not fit the table is a defect on our side: it is logged and not passed on.
 * @param windows what to send to, looked up at each event
 */
export function broadcast(
  name: string,
  payload: unknown,
  windows: () => readonly WebContents[],
  log: Logger,
): void {
  if (!isEventName(name)) {
    log.error({ event: name }, 'event unknown');
    return;
  }
  const parsed = events[name].safeParse(payload);
  if (!parsed.success) {
    log.error({ event: name }, 'event of a wrong shape');
    return;
  }
  for (const contents of windows()) {
    if (!contents.isDestroyed()) contents.send(name, parsed.data);
  }
}
