import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fieldsOfForm, MAX_CTI_BYTES } from '../../../src-shared/telephony/cti.ts';
import { refusalOf } from './door.ts';
import { createRate, type Rate } from './rate.ts';

/** What a listener is opened with. */
export interface ListenerOptions {
  /** 0 lets the system choose one, for tests. */
  readonly port: number;
  readonly token: string;
  readonly monoMs: () => number;
  /** @returns false for fields that are no event; called before the answer, so it must only look. */
  readonly isEvent: (fields: unknown) => boolean;
  /** Called after the answer went out. */
  readonly onPost: (fields: unknown) => void;
  readonly onListening: (port: number) => void;
  /** It does not listen, or no longer: the port is taken. */
  readonly onTrouble: (error: NodeJS.ErrnoException) => void;
  /** Told of every refusal, for the log. */
  readonly onRefused: (status: number) => void;
}

export interface Listener {
  close(): Promise<void>;
}

/** Only this machine: never all addresses, and not the name `localhost`, which may mean another one. */
const HOST = '127.0.0.1';
/** A busy exchange tells of a few calls a second; a flood is somebody else. */
const EVENTS = { burst: 100, perSecond: 20 } as const;
const REFUSALS = { burst: 30, perSecond: 5 } as const;

/** Hears of calls from telephone programs of this machine, in the generic form over HTTP. */
export function openListener(options: ListenerOptions): Listener {
  const rates = {
    events: createRate(EVENTS.burst, EVENTS.perSecond, options.monoMs),
    refusals: createRate(REFUSALS.burst, REFUSALS.perSecond, options.monoMs),
  };
  const server = createServer({ maxHeaderSize: 8 * 1024 }, (request, response) => {
    hear(server, options, rates, request, response);
  });
  server.maxConnections = 32;
  server.headersTimeout = 3000;
  server.requestTimeout = 5000;
  server.on('error', options.onTrouble);
  server.listen(options.port, HOST, () => options.onListening(portOf(server)));
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function hear(
  server: Server,
  options: ListenerOptions,
  rates: { readonly events: Rate; readonly refusals: Rate },
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const refuse = (status: number) => {
    options.onRefused(rates.refusals.take() ? status : 429);
    answer(response, status);
    request.destroy();
  };
  const { method = '', url = '', headers } = request;
  const refusal =
    refusalOf({ method, url, headers }, portOf(server), options.token) ?? tooMuch(request, rates);
  if (refusal !== null) {
    refuse(refusal);
    return;
  }
  const pieces: Buffer[] = [];
  let size = 0;
  request.on('data', (piece: Buffer) => {
    size += piece.length;
    if (size > MAX_CTI_BYTES) refuse(413);
    else pieces.push(piece);
  });
  request.on('error', () => response.destroy());
  request.on('end', () => {
    if (response.writableEnded) return;
    const fields = fieldsOf(Buffer.concat(pieces).toString('utf8'), headers['content-type'] ?? '');
    if (fields === null || !options.isEvent(fields)) {
      refuse(fields === null ? 400 : 422);
      return;
    }
    // Whoever posts may be a telephone exchange that waits: it is answered first.
    response.on('finish', () => options.onPost(fields));
    answer(response, 200);
  });
}

function tooMuch(request: IncomingMessage, { events }: { readonly events: Rate }): number | null {
  if (!events.take()) return 429;
  return Number(request.headers['content-length'] ?? 0) > MAX_CTI_BYTES ? 413 : null;
}

/** The body as an object; null when it is none. */
function fieldsOf(body: string, type: string): unknown {
  if (!type.toLowerCase().startsWith('application/json')) return fieldsOfForm(new URLSearchParams(body));
  try {
    const fields: unknown = JSON.parse(body);
    return typeof fields === 'object' ? fields : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Nothing is ever told to the caller, and no page is allowed to read even that. */
function answer(response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end('{}');
}
