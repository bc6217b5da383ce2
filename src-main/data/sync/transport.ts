import { WebSocket } from 'ws';

/** What is asked of a server: always a POST with JSON, never followed to another address. */
export interface HttpRequest {
  readonly method: 'POST' | 'GET' | 'PUT';
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly signal: AbortSignal;
  /** A redirect never carries citizens' data elsewhere: it is not followed. */
  readonly redirect: 'manual';
}

/** The part of a fetch `Response` that is used. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What the wake-up socket tells. `close` comes once, whatever the reason, also when it never opened. */
export interface SocketHandlers {
  open(): void;
  message(text: string): void;
  close(reason: string): void;
}

/**
 * The workstation's way to the network. In Electron `fetch` is `net.fetch`, which follows the system's proxy and
 * certificates (sync specification, A7); in tests and scripts it is Node's own.
 */
export interface Transport {
  fetch(url: string, request: HttpRequest): Promise<HttpAnswer>;
  openSocket(url: string, headers: Record<string, string>, handlers: SocketHandlers): { close(): void };
}

/** Opens a WebSocket by the package `ws`; the same in Electron and in tests, because wake-ups are hints only. */
export function openWebSocket(
  url: string,
  headers: Record<string, string>,
  handlers: SocketHandlers,
): { close(): void } {
  const socket = new WebSocket(url, { headers, handshakeTimeout: 10_000, maxPayload: 64 * 1024 });
  let reason = 'closed';
  socket.on('open', () => handlers.open());
  socket.on('message', (data) => handlers.message(data.toString()));
  socket.on('error', (error) => {
    reason = error.message;
  });
  socket.on('close', () => handlers.close(reason));
  return { close: () => socket.terminate() };
}

/** Transport of plain Node: no system proxy, no system certificates. For tests and scripts. */
export function nodeTransport(): Transport {
  return { fetch: (url, request) => fetch(url, request), openSocket: openWebSocket };
}
