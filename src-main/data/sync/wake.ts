import { Wake } from '../../../src-shared/sync/wake.ts';
import type { Desk } from '../desk.ts';
import type { Transport } from './transport.ts';

/** The wake-up socket. Only a hint: without it the poll does the same, seconds later. */
export interface WakeSocket {
  /** Opens it unless it is open. Called after each good exchange, so a lost socket comes back by itself. */
  ensure(): void;
  /** Drops it: after sleep or a network change it may look open and be dead (sync specification, case 30). */
  drop(): void;
}

/** @param onWake the region has something new */
export function createWakeSocket(desk: Desk, transport: Transport, onWake: () => void): WakeSocket {
  let socket: { close(): void } | null = null;

  function open(): void {
    const enrolment = desk.stores.intent.enrolment.get();
    if (enrolment === null) return;
    const url = `${enrolment.server.replace(/^http/, 'ws')}/sync/wake`;
    const authorization = `Bearer ${enrolment.workstation}.${enrolment.secret}`;
    const opened: { close(): void } = transport.openSocket(
      url,
      { authorization },
      {
        open: () => desk.log.debug({}, 'wake socket open'),
        message: (text) => {
          if (regionOf(text) === enrolment.region) onWake();
        },
        close: (reason) => {
          desk.log.debug({ reason }, 'wake socket closed');
          if (socket === opened) socket = null;
        },
      },
    );
    socket = opened;
  }

  return {
    ensure() {
      if (socket === null) open();
    },
    drop() {
      const dropped = socket;
      socket = null;
      dropped?.close();
    },
  };
}

/** Null for anything that is not our message: a hint that cannot be read is no hint. */
function regionOf(text: string): string | null {
  try {
    const parsed = Wake.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.region : null;
  } catch {
    return null;
  }
}
