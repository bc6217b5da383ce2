import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A stretch of cable between workstations and server that can be pulled out and put back. */
export interface Relay {
  /** Address for the workstations; the same before and after an outage. */
  readonly url: string;
  /** Pulls it out: every connection breaks, new ones are refused. */
  cut(): Promise<void>;
  /** Puts it back. */
  restore(): Promise<void>;
}

/** Opens a relay on a free loopback port in front of a server's address. */
export async function openRelay(server: string): Promise<Relay> {
  const { hostname, port } = new URL(server);
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // Either end may vanish at any time; the other end then closes, which is all there is to do.
    socket.on('error', () => socket.destroy());
  };
  const listener = createServer((near) => {
    const far = connect({ host: hostname, port: Number(port) });
    keep(near);
    keep(far);
    near.pipe(far).pipe(near);
  });
  const listen = async (at: number): Promise<void> => {
    listener.listen(at, '127.0.0.1');
    await once(listener, 'listening');
  };
  await listen(0);
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('The relay has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async cut() {
      const closed = once(listener, 'close');
      listener.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    restore: () => listen(address.port),
  };
}
