import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** From the workstation to the server is `up`. */
export type Direction = 'up' | 'down';

/** What a stretch of cable does to the bytes that pass it from now on; what has passed stays passed. */
export type Fault =
  /** Every piece is late by so much. */
  | { readonly name: 'latency'; readonly ms: number }
  /** So many bytes at a time and no more, as on a poor mobile line. */
  | { readonly name: 'bandwidth'; readonly bytesPerSecond: number }
  /** A few bytes, a pause, a few bytes: the connection lives and gets nowhere. */
  | {
      readonly name: 'trickle';
      readonly direction: Direction;
      readonly bytes: number;
      readonly everyMs: number;
    }
  /** Nothing passes and nobody is told: the other end has gone without a goodbye. Such a connection never comes back. */
  | { readonly name: 'silence' }
  /** New connections are reset; old ones break with the next byte. */
  | { readonly name: 'reset' }
  /** After so many more bytes of one connection in one direction it breaks: a message is cut in the middle. */
  | { readonly name: 'truncate'; readonly direction: Direction; readonly afterBytes: number }
  /** After so many more bytes one direction ends in order, the other stays open. */
  | { readonly name: 'halfClose'; readonly direction: Direction; readonly afterBytes: number }
  /** After so many more bytes noise comes in place of what was sent. */
  | { readonly name: 'garbage'; readonly direction: Direction; readonly afterBytes: number };

/** A real stretch of TCP between workstations and server that a test can harm and heal. Whoever opened it closes it. */
export interface FaultProxy {
  /** Address for the workstations; the same over every fault. */
  readonly url: string;
  /** Connections open at this moment. */
  readonly connections: number;
  /** Bytes passed on since the start. */
  readonly passed: Readonly<Record<Direction, number>>;
  /** From now on this happens to old and new connections alike. */
  harm(fault: Fault): void;
  /** Bytes pass again; connections that were silenced stay dead. */
  heal(): void;
  /** Resolves when the present fault has met its first bytes, or at once if it has already. */
  met(): Promise<void>;
  /** Pulls the cable out: every connection breaks, new ones are refused by the system. */
  cut(): Promise<void>;
  /** Puts it back on the same port. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a proxy on a free loopback port in front of a server's address, which need not listen yet. */
export async function openFaultProxy(server: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(server);
  const line = new Line();
  const listener = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    line.join(near, far);
  });
  const listen = async (at: number): Promise<void> => {
    listener.listen(at, '127.0.0.1');
    await once(listener, 'listening');
  };
  const cut = async (): Promise<void> => {
    if (!listener.listening) return line.breakAll();
    const closed = once(listener, 'close');
    listener.close();
    line.breakAll();
    await closed;
  };
  await listen(0);
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    get connections() {
      return line.connections;
    },
    passed: line.passed,
    harm: (fault) => line.begin(fault),
    heal: () => line.begin(null),
    met: () => line.met(),
    cut,
    async mend() {
      if (!listener.listening) await listen(address.port);
    },
    async close() {
      line.begin(null);
      await cut();
    },
  };
}

/** One joined pair of sockets. `since` counts bytes of a direction from the moment the present fault began. */
interface Joint {
  readonly near: Socket;
  readonly far: Socket;
  readonly since: Record<Direction, number>;
  /** Bytes of these directions lead nowhere any more. */
  readonly dead: Record<Direction, boolean>;
}

/** Every connection of one proxy and the fault they are under. */
class Line {
  readonly passed: Record<Direction, number> = { up: 0, down: 0 };
  readonly #joints = new Set<Joint>();
  #fault: Fault | null = null;
  #signal = aSignal();
  /** Pauses under way, so that a closing proxy leaves no timer. */
  readonly #pauses = new Set<() => void>();

  get connections(): number {
    return this.#joints.size;
  }

  begin(fault: Fault | null): void {
    this.#fault = fault;
    this.#signal = aSignal();
    for (const { since } of this.#joints) since.up = since.down = 0;
    for (const end of [...this.#pauses]) end();
  }

  met(): Promise<void> {
    return this.#signal.given;
  }

  breakAll(): void {
    for (const joint of this.#joints) this.#break(joint);
  }

  join(near: Socket, far: Socket): void {
    const joint: Joint = { near, far, since: { up: 0, down: 0 }, dead: { up: false, down: false } };
    this.#joints.add(joint);
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      // Either end may vanish at any time; the other end then goes as well.
      socket.on('error', () => this.#break(joint));
      socket.on('close', () => {
        if (near.destroyed && far.destroyed) this.#joints.delete(joint);
      });
    }
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    this.#pipe(joint, 'up', near, far);
    this.#pipe(joint, 'down', far, near);
    if (this.#fault?.name === 'reset') this.#meet(() => this.#break(joint));
  }

  #pipe(joint: Joint, direction: Direction, from: Socket, to: Socket): void {
    from.on('data', (chunk) => {
      from.pause();
      this.#carry(joint, direction, chunk, to).then(
        () => from.resume(),
        () => this.#break(joint),
      );
    });
    from.on('end', () => {
      if (!joint.dead[direction]) to.end();
    });
  }

  /** Brings one chunk across, harmed as the present fault demands. */
  async #carry(joint: Joint, direction: Direction, chunk: Buffer, to: Socket): Promise<void> {
    if (joint.dead[direction]) return;
    const fault = this.#fault;
    if (fault === null) return await this.#write(direction, to, chunk);
    switch (fault.name) {
      case 'latency':
        this.#signal.give();
        await this.#pause(fault.ms);
        return await this.#write(direction, to, chunk);
      case 'bandwidth':
        return await this.#drip(fault, direction, to, chunk, Math.ceil(fault.bytesPerSecond / 20), 50);
      case 'silence':
        joint.dead.up = joint.dead.down = true;
        return this.#signal.give();
      case 'reset':
        return this.#meet(() => this.#break(joint));
      default:
        break;
    }
    if (fault.direction !== direction) return await this.#write(direction, to, chunk);
    if (fault.name === 'trickle')
      return await this.#drip(fault, direction, to, chunk, fault.bytes, fault.everyMs);
    const whole = Math.max(0, Math.min(chunk.length, fault.afterBytes - joint.since[direction]));
    joint.since[direction] += chunk.length;
    if (whole > 0) await this.#write(direction, to, chunk.subarray(0, whole));
    if (whole < chunk.length) await this.#spoil(fault.name, joint, direction, to, chunk.length - whole);
  }

  async #spoil(
    how: 'truncate' | 'halfClose' | 'garbage',
    joint: Joint,
    direction: Direction,
    to: Socket,
    length: number,
  ): Promise<void> {
    this.#signal.give();
    if (how === 'garbage') return await this.#write(direction, to, noise(length));
    if (how === 'truncate') return this.#break(joint);
    joint.dead[direction] = true;
    to.end();
  }

  /** A little at a time for as long as the fault lasts; healed, the rest passes at once. */
  async #drip(
    fault: Fault,
    direction: Direction,
    to: Socket,
    chunk: Buffer,
    bytes: number,
    everyMs: number,
  ): Promise<void> {
    this.#signal.give();
    for (let at = 0; at < chunk.length && !to.destroyed; at += bytes) {
      if (this.#fault !== fault) return await this.#write(direction, to, chunk.subarray(at));
      await this.#write(direction, to, chunk.subarray(at, at + bytes));
      await this.#pause(everyMs);
    }
  }

  async #write(direction: Direction, to: Socket, bytes: Buffer): Promise<void> {
    if (to.destroyed || to.writableEnded) return;
    this.passed[direction] += bytes.length;
    await new Promise<void>((resolve) => to.write(bytes, () => resolve()));
  }

  #meet(then: () => void): void {
    this.#signal.give();
    then();
  }

  #break({ near, far }: Joint): void {
    for (const socket of [near, far]) {
      if (socket.destroyed) continue;
      // A reset rather than a goodbye: no half-written message is taken for a whole one.
      if (socket.connecting) socket.destroy();
      else socket.resetAndDestroy();
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#pauses.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.#pauses.add(end);
    });
  }
}

interface Signal {
  readonly given: Promise<void>;
  give(): void;
}

function aSignal(): Signal {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

/** Bytes that are neither text nor HTTP, the same each time. */
function noise(length: number): Buffer {
  return Buffer.from(Uint8Array.from({ length }, (_, index) => (index * 131 + 7) % 256));
}
