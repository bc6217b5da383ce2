import { type Kysely, sql } from 'kysely';

/** Commands told after a restore that were given another client, because another copy of their database has their line. */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const long = engine === 'sqlite' ? 'INTEGER' : 'BIGINT';
  const plain = engine === 'sqlite' ? 'STRICT' : '';
  await sql
    .raw(
      `CREATE TABLE rehomed (client TEXT NOT NULL, seq ${long} NOT NULL, command TEXT NOT NULL, hash TEXT NOT NULL,
        PRIMARY KEY (client, seq)) ${plain}`,
    )
    .execute(db);
}
