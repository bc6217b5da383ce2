import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from './error.ts';
import { type Database, transact } from './open.ts';

/** One schema step: a file such as `0010-create.sql`. Numbered in tens, forward only, never edited once landed. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/**
 * Reads the steps of one store in order.
 * @throws Error when a name has another form or a number comes twice: a defect of the package, not of the store
 */
export function readMigrations(folder: string): Migration[] {
  const migrations = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const match = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name);
      if (!match) throw new Error(`migration with an unknown form of name: ${name}`);
      return { number: Number(match[1]), name, sql: readFileSync(join(folder, name), 'utf8') };
    });
  for (const [index, migration] of migrations.entries()) {
    if (migration.number === migrations[index - 1]?.number)
      throw new Error(`migration number twice: ${migration.name}`);
  }
  if (migrations.length === 0) throw new Error(`no migrations in ${folder}`);
  return migrations;
}

/** The schema a file stands at: the number of the last step it has had, 0 for a new file. */
export function schemaOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * Brings a file to the newest schema. Each step and its stamp are one transaction.
 * @param beforeFirst called before the first step on a file that already holds something: the place to copy it
 * @throws StoreError `storeNewer` for a file that a newer build has written
 */
export function migrate(
  db: Database,
  migrations: readonly Migration[],
  beforeFirst: (from: number) => void,
): void {
  const from = schemaOf(db);
  const newest = migrations.at(-1)?.number ?? 0;
  if (from > newest)
    throw new StoreError('storeNewer', { file: db.name, found: String(from), known: String(newest) });
  const steps = migrations.filter((migration) => migration.number > from);
  if (steps.length > 0 && from > 0) beforeFirst(from);
  for (const step of steps) {
    transact(db, () => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.number}`);
    });
  }
}
