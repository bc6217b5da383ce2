import { sql } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import { codeOf, connectionConfig, type PostgresLimits } from './postgres.ts';
import type { Db } from './tables.ts';

const CHANNEL = 'holos_wake';

/** Wait before the listening connection is opened again. */
const RECONNECT_MS = 1_000;

/** A region went on to a version. */
export interface Advance {
  readonly region: string;
  readonly version: number;
}

/**
 * Tells every server process. Sent after the commit and never within it: a NOTIFY inside a writing transaction would serialise the
 * commits of the whole cluster (sync specification 1.6).
 */
export async function notifyAdvance(db: Db, advance: Advance): Promise<void> {
  await sql`SELECT pg_notify(${CHANNEL}, ${`${advance.region} ${advance.version}`})`.execute(db);
}

/**
 * Listens on a connection of its own and opens it again when it is lost; a hint lost meanwhile is made good by the workstations' poll.
 * @returns ends it
 */
export async function listenForAdvances(
  url: string,
  limits: PostgresLimits,
  log: Logger,
  heard: (advance: Advance) => void,
): Promise<() => Promise<void>> {
  let isClosed = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const connect = async () => {
    const fresh = new pg.Client(connectionConfig(url, limits));
    client = fresh;
    fresh.on('error', (error) => log.warn({ code: codeOf(error) }, 'wake connection lost'));
    fresh.on('end', reconnectLater);
    fresh.on('notification', (message) => {
      const advance = parseAdvance(message.payload ?? '');
      if (advance) heard(advance);
    });
    await fresh.connect();
    await fresh.query(`LISTEN ${CHANNEL}`);
  };
  const reconnectLater = () => {
    clearTimeout(timer);
    if (isClosed) return;
    timer = setTimeout(() => {
      connect().catch((error: unknown) => {
        log.warn({ code: codeOf(error) }, 'wake connection cannot be opened');
        reconnectLater();
      });
    }, RECONNECT_MS);
  };

  await connect();
  return async () => {
    isClosed = true;
    clearTimeout(timer);
    await client?.end();
  };
}

function parseAdvance(text: string): Advance | null {
  const match = /^(\S+) (\d+)$/.exec(text);
  return match ? { region: match[1] ?? '', version: Number(match[2]) } : null;
}
