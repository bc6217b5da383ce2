import { net } from 'electron';
import pino from 'pino';
import { runDataProcess } from '../data/process.ts';
import { openWebSocket, type Transport } from '../data/sync/transport.ts';

/**
 * Electron's network stack, so that requests follow the system's proxy and certificates (sync specification A7); it works in
 * a utility process. Wake-ups use `ws`, because Electron's `net` has no WebSocket; they are hints only.
 */
function electronTransport(): Transport {
  return {
    fetch: (url, request) => net.fetch(url, { ...request, credentials: 'omit', cache: 'no-store' }),
    openSocket: openWebSocket,
  };
}

// The main process adds these lines to the log of the application.
const log = pino({ base: { process: 'data' } }, pino.destination({ dest: 1, sync: true }));

runDataProcess(process.parentPort, electronTransport, log);
