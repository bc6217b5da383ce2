import { afterAll, beforeAll } from 'vitest';
import type { ServerOptions } from '../../src-server/server.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { startTestServer, type TestServer } from './server.ts';

/** Both engines a server runs on; suites run over each of them from this list. */
export const ENGINES = ['sqlite', 'postgres'] as const;

/** Starts servers on one engine and ends whatever it started. */
export interface Bench {
  /** A server with an empty store of its own. */
  server(options?: Partial<ServerOptions>): Promise<TestServer>;
  /** Ends every server and the database under them. */
  end(): Promise<void>;
}

/** A bench for one engine; PostgreSQL is started with it. */
export async function openBench(engine: (typeof ENGINES)[number]): Promise<Bench> {
  const postgres: TestPostgres | null = engine === 'postgres' ? await startPostgres() : null;
  const servers: TestServer[] = [];
  return {
    async server(options = {}) {
      const databaseUrl = options.databaseUrl ?? (await postgres?.createDatabase());
      const server = await startTestServer({ ...options, databaseUrl });
      servers.push(server);
      return server;
    },
    async end() {
      for (const server of servers) await server.close();
      await postgres?.stop();
    },
  };
}

/**
 * A bench and one server for all tests of the suite it is called in.
 * @returns getters, because both exist only once the suite has begun
 */
export function useBench(engine: (typeof ENGINES)[number]): { bench(): Bench; server(): TestServer } {
  let bench: Bench | undefined;
  let server: TestServer | undefined;
  beforeAll(async () => {
    bench = await openBench(engine);
    server = await bench.server();
  });
  afterAll(async () => await bench?.end());
  const begun = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the suite has not begun');
    return value;
  };
  return { bench: () => begun(bench), server: () => begun(server) };
}
