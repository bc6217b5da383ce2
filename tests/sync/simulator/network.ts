import type {
  HttpAnswer,
  HttpRequest,
  SocketHandlers,
  Transport,
} from '../../../src-main/data/sync/transport.ts';
import type { Dice } from './dice.ts';
import type { Timeline } from './timeline.ts';
import { BOX_ANSWERS, WEATHERS, type Weather, type WeatherName } from './weather.ts';

/** What the centre says to one request. */
export interface CentreAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The centre as the network sees it. Answers null when it is down or dies meanwhile. */
export interface Reachable {
  ask(path: string, request: HttpRequest): Promise<CentreAnswer | null>;
  isUp(): boolean;
}

/** The way between one workstation and the centre. */
export interface Way {
  weather: WeatherName;
  /** Nothing goes to the centre; nothing comes from it. */
  upCut: boolean;
  downCut: boolean;
}

interface Socket {
  readonly station: number;
  readonly isAlive: () => boolean;
  readonly handlers: SocketHandlers;
}

/** All ways. Every arrow of the protocol is a message here that may be lost, doubled, late, torn or replaced. */
export interface Network {
  readonly ways: readonly Way[];
  /** The transport of one process of a workstation. */
  transportOf(station: number, isAlive: () => boolean): Transport;
  /** The region went on: a hint for every open socket, each lost or late on its own. */
  wake(advance: { readonly region: string; readonly version: number }): void;
  /** The centre died: sockets end, some without a word. */
  dropSockets(): void;
}

/** Told of what passes. */
export interface NetworkWatch {
  note(line: string): void;
  /** A request leaves a workstation; throws when it must not. */
  leaves(path: string, body: string): void;
}

/** @param gridMs moments at which requests arrive are rounded up to this, so that some arrive together */
export function networkOf(
  stations: number,
  gridMs: number,
  timeline: Timeline,
  dice: Dice,
  centre: Reachable,
  watch: NetworkWatch,
): Network {
  const ways = Array.from(
    { length: stations },
    (): Way => ({ weather: 'clear', upCut: false, downCut: false }),
  );
  const sockets = new Set<Socket>();
  let count = 0;

  const weatherOf = (station: number): Weather => WEATHERS[ways[station]?.weather ?? 'clear'];
  const delay = (weather: Weather) => {
    const [from, to] = weather.slow;
    return from + dice.next() * (to - from);
  };
  const gridded = (ms: number) => Math.ceil((timeline.now() + ms) / gridMs) * gridMs - timeline.now();

  function send(
    station: number,
    isAlive: () => boolean,
    url: string,
    request: HttpRequest,
  ): Promise<HttpAnswer> {
    const path = `${new URL(url).pathname}${new URL(url).search}`;
    count += 1;
    const name = `${station}#${count} ${path}`;
    const way = ways[station];
    return new Promise((resolve, reject) => {
      const give = (ms: number, label: string, end: () => void) =>
        void timeline.at(ms, `${label} ${name}`, () => {
          if (isAlive()) end();
        });
      const fail = (ms: number, code: string) =>
        give(ms, code, () => reject(Object.assign(new Error(code), { code })));
      request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
      // Operators sign in by what this workstation knows of them: passwords are not what is simulated here.
      if (way === undefined || path === '/session') return reject(new Error('ECONNREFUSED'));
      const weather = weatherOf(station);
      const length = bodyLength(request);
      if (typeof request.body === 'string') watch.leaves(path, request.body);
      if (way.upCut) return dice.chance(0.5) ? fail(5, 'ECONNREFUSED') : watch.note(`lost ${name}`);
      if (weather.bodyLimit !== null && length > weather.bodyLimit) {
        return give(delay(weather), '413', () =>
          resolve(answerOf(413, {}, Buffer.from('<html>too large</html>'))),
        );
      }
      if (dice.chance(weather.box)) {
        const box = dice.pick(BOX_ANSWERS);
        return give(delay(weather), `box ${box.status}`, () =>
          resolve(answerOf(box.status, box.headers, Buffer.from(box.text))),
        );
      }
      const arrives = (isFirst: boolean) =>
        timeline.at(
          gridded(delay(weather)),
          `${isFirst ? 'ask' : 'ask again'} ${name}`,
          () => {
            if (!centre.isUp()) return isFirst ? fail(5, 'ECONNREFUSED') : undefined;
            centre.ask(path, request).then(
              (answer) => (isFirst ? comesBack(answer) : undefined),
              (error: unknown) => watch.note(`centre failed at ${name}: ${String(error)}`),
            );
          },
          true,
        );
      const comesBack = (answer: CentreAnswer | null) => {
        const late = weatherOf(station);
        if (answer === null)
          return dice.chance(0.5) ? fail(5, 'ECONNRESET') : watch.note(`died under ${name}`);
        if (way.downCut || dice.chance(late.lose)) return watch.note(`answer lost ${name} ${answer.status}`);
        const spoilt = dice.chance(late.spoil) ? spoil(dice, answer) : answer;
        give(delay(late), `answer ${spoilt.status}`, () =>
          resolve(answerOf(spoilt.status, spoilt.headers, spoilt.body)),
        );
      };
      if (dice.chance(weather.twice)) arrives(false);
      if (dice.chance(weather.lose)) return watch.note(`lost ${name}`);
      arrives(true);
    });
  }

  return {
    ways,
    transportOf: (station, isAlive) => ({
      fetch: (url, request) => send(station, isAlive, url, request),
      openSocket(_url, _headers, handlers) {
        const socket: Socket = { station, isAlive, handlers };
        const way = ways[station];
        const isOpened =
          centre.isUp() && way !== undefined && !way.upCut && !way.downCut && way.weather !== 'portal';
        if (isOpened) sockets.add(socket);
        timeline.at(5, `socket ${station} ${isOpened ? 'opens' : 'fails'}`, () => {
          if (!isAlive()) return;
          if (isOpened) handlers.open();
          else handlers.close('cannot be reached');
        });
        return {
          close: () => {
            if (sockets.delete(socket)) handlers.close('closed');
          },
        };
      },
    }),
    wake(advance) {
      for (const socket of sockets) {
        const way = ways[socket.station];
        const weather = weatherOf(socket.station);
        if (way === undefined || way.downCut || dice.chance(weather.lose)) continue;
        timeline.at(delay(weather), `wake ${socket.station}`, () => {
          if (socket.isAlive() && sockets.has(socket)) socket.handlers.message(JSON.stringify(advance));
        });
      }
    },
    dropSockets() {
      for (const socket of sockets) {
        sockets.delete(socket);
        // A cable that was pulled says nothing: the socket looks open and is dead.
        if (dice.chance(0.5)) continue;
        timeline.at(10, `socket ${socket.station} ends`, () => {
          if (socket.isAlive()) socket.handlers.close('reset');
        });
      }
    },
  };
}

function bodyLength(request: HttpRequest): number {
  if (request.body === undefined) return 0;
  return typeof request.body === 'string' ? Buffer.byteLength(request.body) : request.body.byteLength;
}

/** Half an answer, or somebody else's in its place, after the centre has done its work. */
function spoil(dice: Dice, answer: CentreAnswer): CentreAnswer {
  if (dice.chance(0.5)) {
    return { ...answer, body: answer.body.subarray(0, dice.below(answer.body.length)) };
  }
  const box = dice.pick(BOX_ANSWERS);
  return { status: box.status, headers: box.headers, body: Buffer.from(box.text) };
}

function answerOf(status: number, headers: Readonly<Record<string, string>>, body: Buffer): HttpAnswer {
  return {
    status,
    headers: { get: (name) => headers[name.toLowerCase()] ?? null },
    text: async () => body.toString('utf8'),
    arrayBuffer: async () => new Uint8Array(body).buffer,
  };
}
