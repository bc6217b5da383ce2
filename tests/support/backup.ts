import { cp, rm } from 'node:fs/promises';
import pg from 'pg';
import type { TestServer } from './server.ts';

/** A copy of a stopped server's data, taken as an administrator would. */
export interface Backup {
  /** Puts it back under the stopped server, any number of times. */
  restore(): Promise<void>;
}

/** Copies what a stopped server keeps, and nothing that lies outside it: not the high-water file. */
export async function backupOf(server: TestServer): Promise<Backup> {
  return server.databaseUrl === undefined
    ? await copyFolder(server.dataDir)
    : await copyDatabase(server.databaseUrl);
}

async function copyFolder(dataDir: string): Promise<Backup> {
  const copy = `${dataDir}.backup-${count()}`;
  await cp(dataDir, copy, { recursive: true });
  return {
    async restore() {
      await rm(dataDir, { recursive: true });
      await cp(copy, dataDir, { recursive: true });
    },
  };
}

async function copyDatabase(url: string): Promise<Backup> {
  const name = new URL(url).pathname.slice(1);
  const copy = `${name}_backup_${count()}`;
  const beside = new URL(url);
  beside.pathname = '/postgres';
  const run = async (statements: readonly string[]) => {
    const client = new pg.Client({ connectionString: beside.href });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await run([`CREATE DATABASE ${copy} TEMPLATE ${name}`]);
  return {
    restore: async () =>
      await run([`DROP DATABASE ${name} WITH (FORCE)`, `CREATE DATABASE ${name} TEMPLATE ${copy}`]),
  };
}

let taken = 0;

function count(): number {
  taken += 1;
  return taken;
}
