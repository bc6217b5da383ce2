import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Workstation } from '../context.ts';
import { RequestRefused } from '../requestRefused.ts';
import type { Advance } from '../store/notify.ts';

/** Hints of one region are gathered for this long: a burst of commits wakes its workstations once. */
const GATHER_MS = 25;
/** Between two pings; a socket that let one go unanswered is ended. */
const PING_MS = 30_000;
/** Sockets get this long to say goodbye when the server stops. */
const GOODBYE_MS = 1_000;

/** The sockets of all workstations. Hints only: losing every one of them costs time, never data. */
export interface Wakes {
  /** Tells the workstations of a region, soon, that it has gone on. */
  announce(advance: Advance): void;
  /** Takes over upgrade requests to `/sync/wake` of this server. */
  attach(server: Server): void;
  close(): Promise<void>;
}

interface WakeOptions {
  /** Proves the workstation out of the request's authorization header; throws when it cannot. */
  readonly authorise: (header: string | undefined) => Promise<Workstation>;
  /** Spreads a gathered hint to other server processes; they come back through `deliver`. Null: this process is alone. */
  readonly relay: ((advance: Advance) => Promise<void>) | null;
  readonly log: Logger;
}

/** Opens the hub of the sockets. `deliver` hands a hint, from wherever, to this process's sockets. */
export function openWakes(options: WakeOptions): Wakes & { deliver(advance: Advance): void } {
  const { log } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });
  const regionOf = new WeakMap<WebSocket, string>();
  const answered = new WeakSet<WebSocket>();
  const gathering = new Map<string, { version: number; timer: NodeJS.Timeout }>();

  const deliver = (advance: Advance) => {
    const text = JSON.stringify(advance);
    for (const socket of sockets.clients) {
      if (regionOf.get(socket) === advance.region && socket.readyState === socket.OPEN) socket.send(text);
    }
  };
  const spread = (advance: Advance) => {
    if (options.relay === null) return deliver(advance);
    options.relay(advance).catch((error: unknown) => {
      log.warn({ err: nameOf(error), region: advance.region }, 'wake hint not spread');
      deliver(advance);
    });
  };
  const announce = ({ region, version }: Advance) => {
    const waiting = gathering.get(region);
    if (waiting) {
      waiting.version = Math.max(waiting.version, version);
      return;
    }
    const entry = {
      version,
      timer: setTimeout(() => {
        gathering.delete(region);
        spread({ region, version: entry.version });
      }, GATHER_MS),
    };
    gathering.set(region, entry);
  };

  sockets.on('connection', (socket: WebSocket) => {
    answered.add(socket);
    socket.on('pong', () => answered.add(socket));
    socket.on('error', (error) => log.debug({ err: error.name }, 'wake socket failed'));
  });
  const pings = setInterval(() => {
    for (const socket of sockets.clients) {
      if (answered.delete(socket)) socket.ping();
      else socket.terminate();
    }
  }, PING_MS);

  const accept = async (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const path = new URL(request.url ?? '/', 'http://wake').pathname;
    if (path !== '/sync/wake') return refuseUpgrade(stream, '404 Not Found');
    const workstation = await options.authorise(request.headers.authorization);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      regionOf.set(socket, workstation.region);
      sockets.emit('connection', socket, request);
    });
  };

  return {
    announce,
    deliver,
    attach(server) {
      server.on('upgrade', (request, stream, head) => {
        stream.on('error', (error) => log.debug({ err: error.name }, 'upgrade failed'));
        accept(request, stream, head).catch((error: unknown) => {
          log.info({ err: nameOf(error) }, 'wake socket refused');
          refuseUpgrade(
            stream,
            error instanceof RequestRefused ? '401 Unauthorized' : '503 Service Unavailable',
          );
        });
      });
    },
    async close() {
      clearInterval(pings);
      for (const { timer } of gathering.values()) clearTimeout(timer);
      gathering.clear();
      await closeSockets(sockets);
    },
  };
}

function refuseUpgrade(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

async function closeSockets(sockets: WebSocketServer): Promise<void> {
  const open = [...sockets.clients];
  const goodbyes = open.map(
    (socket) =>
      new Promise<void>((resolve) => {
        socket.once('close', () => resolve());
        socket.close(1001);
      }),
  );
  const impatience = setTimeout(() => {
    for (const socket of open) socket.terminate();
  }, GOODBYE_MS);
  await Promise.all(goodbyes);
  clearTimeout(impatience);
  sockets.close();
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
