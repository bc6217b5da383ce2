import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { HttpRequest } from '../../../src-main/data/sync/transport.ts';
import type { Context } from '../../../src-server/context.ts';
import { type Core, openCore } from '../../../src-server/core.ts';
import { buildApp } from '../../../src-server/http/app.ts';
import type { Dice } from './dice.ts';
import { copyFolder, type Disk, diskOf, type Trap } from './disk.ts';
import type { CentreAnswer, Reachable } from './network.ts';
import { type Timeline, timersOf } from './timeline.ts';

/** The real server without sockets: killed, opened again, copied and put back to an older copy. */
export interface Centre extends Reachable {
  readonly context: Context | null;
  /** Requests being worked on. */
  isBusy(): boolean;
  open(): Promise<void>;
  /** The power goes now. */
  kill(): void;
  /** The power goes at a commit to come. */
  killAt(trap: Trap): void;
  disk(): Disk | null;
  /** Keeps a copy of the data; the file of the highest leased numbers lies elsewhere and is not part of it. */
  keep(): void;
  /** Kills it and puts an older copy in place. @returns whether there was one */
  rewind(copy: number): boolean;
  close(): Promise<void>;
}

/** What the centre runs in. */
export interface CentreSurroundings {
  readonly folder: string;
  readonly timeline: Timeline;
  readonly dice: Dice;
  readonly now: () => number;
  readonly onDeath: () => void;
  readonly onAdvance: (advance: { readonly region: string; readonly version: number }) => void;
  readonly databaseUrl?: string | undefined;
}

const log = pino({ level: process.env.HOLOS_TEST_LOG ?? 'silent' });

export function centreOf(surroundings: CentreSurroundings): Centre {
  const { folder, timeline, dice, now } = surroundings;
  const dataDir = join(folder, 'data');
  const afterCut = join(folder, 'cut');
  let life = 0;
  let running: { core: Core; app: FastifyInstance; disk: Disk } | null = null;
  let busy = 0;
  let kept = 0;
  const closing: Promise<void>[] = [];

  function kill(): void {
    const dying = running;
    if (dying === null) return;
    running = null;
    life += 1;
    // What was under way belongs to the dead process.
    busy = 0;
    dying.disk.cutOff();
    // Over PostgreSQL what was sent to it may still be done; over the embedded store nothing is left to be closed.
    if (surroundings.databaseUrl !== undefined) closing.push(dying.core.close());
    copyFolder(afterCut, dataDir);
    surroundings.onDeath();
  }

  return {
    get context() {
      return running?.core.context ?? null;
    },
    isUp: () => running !== null,
    isBusy: () => busy > 0,
    disk: () => running?.disk ?? null,
    async ask(path: string, request: HttpRequest): Promise<CentreAnswer | null> {
      const asked = running;
      if (asked === null) return null;
      const mine = life;
      busy += 1;
      const reply = await asked.app.inject({
        method: request.method,
        url: path,
        headers: request.headers,
        ...(request.body === undefined ? {} : { payload: Buffer.from(request.body) }),
      });
      if (mine !== life) return null;
      busy -= 1;
      const headers = Object.entries(reply.headers).map(([name, value]) => [name, String(value)]);
      return { status: reply.statusCode, headers: Object.fromEntries(headers), body: reply.rawPayload };
    },
    async open() {
      if (running !== null) return;
      const mine = life;
      const disk = diskOf(dataDir, (from) => copyFolder(from, afterCut));
      const core = await openCore(
        {
          dataDir,
          databaseUrl: surroundings.databaseUrl,
          highWaterFile: join(folder, 'highwater.json'),
          now,
          log,
          random: {
            newId: () => dice.uuidAt(now()),
            newUuid: () => dice.uuid(),
            bytes: (size) => dice.bytes(size),
          },
          timers: timersOf(timeline, 'centre', () => mine === life),
          onOpen: (database) => disk.hold('holos', database),
        },
        () => ({ announce: (advance) => surroundings.onAdvance(advance) }),
      );
      running = { core, app: buildApp(core.context, 'administrator'), disk };
    },
    kill,
    killAt(trap) {
      if (surroundings.databaseUrl === undefined) running?.disk.arm(trap, kill);
      else kill();
    },
    keep() {
      if (running === null) copyFolder(dataDir, join(folder, `kept-${kept}`));
      else running.disk.copyTo(join(folder, `kept-${kept}`));
      kept += 1;
    },
    rewind(copy) {
      if (kept === 0 || surroundings.databaseUrl !== undefined) return false;
      kill();
      copyFolder(join(folder, `kept-${copy % kept}`), dataDir);
      return true;
    },
    async close() {
      const last = running;
      last?.disk.disarm();
      running = null;
      life += 1;
      await last?.core.close();
      await Promise.all(closing);
    },
  };
}
