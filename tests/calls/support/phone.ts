import { connect, type Socket } from 'node:net';

/** The operator's telephone, worked by commands as its buttons would be. */
export interface Phone {
  /** Waits until it rings; one ring is told once. */
  rings(): Promise<void>;
  press(button: 'accept' | 'hold' | 'resume' | 'hangup'): void;
  close(): void;
}

const PATIENCE_MS = 15_000;
const RETRY_MS = 100;

/** Connects to the telephone's commands; it may still be starting. */
export async function openPhone(port: number): Promise<Phone> {
  const socket = await connected(port, Date.now() + PATIENCE_MS);
  let ringsUntold = 0;
  let told: (() => void) | null = null;
  readMessages(socket, (message) => {
    if (message.type !== 'CALL_INCOMING') return;
    ringsUntold += 1;
    told?.();
  });
  return {
    async rings() {
      while (ringsUntold === 0) {
        await new Promise<void>((resolve) => {
          told = resolve;
        });
      }
      ringsUntold -= 1;
    },
    press(button) {
      const command = JSON.stringify({ command: button, params: '', token: button });
      socket.write(`${Buffer.byteLength(command)}:${command},`);
    },
    close: () => void socket.destroy(),
  };
}

async function connected(port: number, until: number): Promise<Socket> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const error = await new Promise<Error | null>((resolve) => {
      socket.once('connect', () => resolve(null));
      socket.once('error', resolve);
    });
    if (error === null) return socket;
    if (Date.now() > until) throw error;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

/** Messages come as netstrings: a length, a colon, JSON of that many bytes, a comma. */
function readMessages(socket: Socket, onMessage: (message: { readonly type?: string }) => void): void {
  let bytes = Buffer.alloc(0);
  socket.on('data', (piece) => {
    bytes = Buffer.concat([bytes, piece]);
    for (;;) {
      const colon = bytes.indexOf(':');
      const length = Number(bytes.subarray(0, colon));
      if (colon < 0 || bytes.length < colon + 1 + length + 1) return;
      const text = bytes.subarray(colon + 1, colon + 1 + length).toString('utf8');
      bytes = bytes.subarray(colon + 1 + length + 1);
      onMessage(JSON.parse(text) as { type?: string });
    }
  });
}
