import { readdirSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import { StoreError } from './storeError.ts';
import type { Db, Tables, Tx } from './tables.ts';
import { inWriteTransaction } from './transaction.ts';

/** Which engine a store runs on; migrations need it, statements do not. */
export type Engine = 'sqlite' | 'postgres';

/** Where the steps of the server's schema lie; the folder is the list. */
export const MIGRATIONS_FOLDER = new URL('../../migrations/server/', import.meta.url);

/** Serialises server processes that start together on one PostgreSQL; any constant of ours will do. */
const MIGRATION_LOCK = 4_806_517;

interface Step {
  readonly number: number;
  readonly name: string;
}

/**
 * Brings a store to the newest schema: each step and its stamp in one transaction, forward only.
 * @throws StoreError `newerSchema` when a newer server has worked on it; Error for a folder with a wrong name in it
 */
export async function migrate(
  db: Kysely<Tables>,
  engine: Engine,
  folder: URL = MIGRATIONS_FOLDER,
): Promise<void> {
  const steps = readSteps(folder);
  await inWriteTransaction(db, async (tx) => {
    await takeTurn(tx, engine);
    await tx.schema
      .createTable('schema_step')
      .ifNotExists()
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
  });
  for (const step of steps) await applyStep(db, engine, folder, step, steps.at(-1)?.number ?? 0);
}

async function applyStep(
  db: Kysely<Tables>,
  engine: Engine,
  folder: URL,
  step: Step,
  newest: number,
): Promise<void> {
  const { up } = await import(new URL(step.name, folder).href);
  await inWriteTransaction(db, async (tx) => {
    await takeTurn(tx, engine);
    const stamped = await stampedNumber(tx);
    if (stamped > newest) {
      throw new StoreError(
        'newerSchema',
        `The database was written by a newer version of the server (schema ${stamped}, this version knows ${newest}); install that version.`,
      );
    }
    if (stamped >= step.number) return;
    await up(tx, engine);
    const at = new Date().toISOString();
    await tx.insertInto('schema_step').values({ number: step.number, name: step.name, at }).execute();
  });
}

/** PostgreSQL lets two processes create the same table at once, and one of them then fails; the embedded store has one process. */
async function takeTurn(tx: Tx, engine: Engine): Promise<void> {
  if (engine === 'postgres') await sql`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx);
}

async function stampedNumber(db: Db): Promise<number> {
  const row = await db
    .selectFrom('schema_step')
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst();
  return Number(row?.number ?? 0);
}

function readSteps(folder: URL): Step[] {
  const steps = readdirSync(folder)
    .sort()
    .map((name) => {
      const match = /^(\d{4})-[a-z0-9-]+\.ts$/.exec(name);
      if (!match) throw new Error(`not a migration: ${name}`);
      return { number: Number(match[1]), name };
    });
  const numbers = new Set(steps.map((step) => step.number));
  if (steps.length === 0 || numbers.size !== steps.length)
    throw new Error('migrations are missing or numbered twice');
  return steps;
}
