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

/** A socket that lived at least this long, in milliseconds, has lost the centre; a shorter life says only that none is to be had. */
const LIVED_MS = 1000;
/** Sockets that open sooner after one another than this, in milliseconds, give no more than one reason to look. */
const CATCH_UP_MS = 5000;

/**
 * @param onWake the region has something new, or may have: what was told before the socket was open went past it
 * @param onLost a socket that had been open is gone: the centre may be, too
 */
export function createWakeSocket(
  desk: Desk,
  transport: Transport,
  onWake: () => void,
  onLost: () => void,
): WakeSocket {
  let socket: { close(): void } | null = null;
  let caughtUpMono = Number.NEGATIVE_INFINITY;

  let cancelLook: () => void = () => undefined;

  /** Behind a proxy that opens sockets and ends them at once this must not become an exchange after the other: the next one waits. */
  function catchUp(): void {
    cancelLook();
    const wait = CATCH_UP_MS - (desk.time.monoMs() - caughtUpMono);
    if (wait > 0) {
      cancelLook = desk.timers.after(wait, catchUp);
      return;
    }
    caughtUpMono = desk.time.monoMs();
    onWake();
  }

  function open(): void {
    const enrolment = desk.stores.intent.enrolment.get();
    if (enrolment === null) return;
    const url = `${enrolment.server.replace(/^http/, 'ws')}/sync/wake`;
    const authorization = `Bearer ${enrolment.workstation}.${enrolment.secret}`;
    let openedMono: number | null = null;
    const opened: { close(): void } = transport.openSocket(
      url,
      { authorization },
      {
        open: () => {
          openedMono = desk.time.monoMs();
          if (socket === opened) catchUp();
        },
        message: (text) => {
          if (regionOf(text) === enrolment.region) onWake();
        },
        close: (reason) => {
          desk.log.debug({ reason }, 'wake socket closed');
          if (socket !== opened) return;
          socket = null;
          if (openedMono !== null && desk.time.monoMs() - openedMono >= LIVED_MS) onLost();
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
      cancelLook();
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
