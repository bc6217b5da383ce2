import { type Kysely, sql } from 'kysely';

/** Bodies' parts in an appeal go with it to whoever asks the centre for it. */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const appeal = engine === 'sqlite' ? `json_extract(doc, '$.appeal')` : `(doc::jsonb #>> '{appeal}')`;
  await sql
    .raw(`CREATE INDEX record_execution_appeal ON record (region, (${appeal})) WHERE type = 'execution'`)
    .execute(db);
}
