import { type Kysely, sql } from 'kysely';

/** Recovery of a restored server, verified backups, re-decided commands, files, and what workstations say of themselves. */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const long = engine === 'sqlite' ? 'INTEGER' : 'BIGINT';
  const field = (...path: string[]) =>
    engine === 'sqlite'
      ? `json_extract(doc, '$.${path.join('.')}')`
      : `(doc::jsonb #>> '{${path.join(',')}}')`;
  const plain = engine === 'sqlite' ? 'STRICT' : '';
  const statements = [
    // One row a recovery; the newest with state 'open' shuts pushing, pulling and leasing.
    `CREATE TABLE recovery (epoch TEXT NOT NULL PRIMARY KEY, former_epoch TEXT NOT NULL, reason TEXT NOT NULL, began_at TEXT NOT NULL,
      state TEXT NOT NULL, ended_at TEXT, ended_by TEXT, redecided ${long} NOT NULL DEFAULT 0, differing ${long} NOT NULL DEFAULT 0,
      lost ${long} NOT NULL DEFAULT 0) ${plain}`,
    // Workstations waited for, and those that have told everything.
    `CREATE TABLE recovery_station (epoch TEXT NOT NULL, workstation TEXT NOT NULL, awaited ${long} NOT NULL, complete_at TEXT,
      PRIMARY KEY (epoch, workstation)) ${plain}`,
    // Commands told again, until they are decided in their old order.
    `CREATE TABLE recovery_entry (epoch TEXT NOT NULL, command TEXT NOT NULL, client TEXT NOT NULL, seq ${long} NOT NULL,
      region TEXT NOT NULL, workstation TEXT NOT NULL, old_version ${long} NOT NULL, old_ordinal ${long} NOT NULL,
      old_outcome TEXT NOT NULL, old_code TEXT, actor TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (epoch, client, seq)) ${plain}`,
    `CREATE INDEX recovery_entry_order ON recovery_entry (epoch, region, old_version, old_ordinal, client, seq)`,

    // Clients that told their part, and how far each says it had been confirmed.
    `CREATE TABLE recovery_client (epoch TEXT NOT NULL, client TEXT NOT NULL, workstation TEXT NOT NULL, region TEXT NOT NULL,
      acked_seq ${long} NOT NULL, PRIMARY KEY (epoch, client)) ${plain}`,

    // Up to which version of a region a verified backup exists.
    `CREATE TABLE durable (region TEXT NOT NULL PRIMARY KEY, epoch TEXT NOT NULL, version ${long} NOT NULL, at TEXT NOT NULL) ${plain}`,

    // What became of a command kept aside when it was decided again after a fix. Its receipt stays as it was.
    `CREATE TABLE redecided (client TEXT NOT NULL, seq ${long} NOT NULL, command TEXT NOT NULL, outcome TEXT NOT NULL, code TEXT, data TEXT,
      version ${long} NOT NULL, ordinal ${long} NOT NULL, at TEXT NOT NULL, PRIMARY KEY (client, seq)) ${plain}`,

    // Bytes lie in the folder blobs of the data folder, named by their hash.
    `CREATE TABLE blob (hash TEXT NOT NULL, region TEXT NOT NULL, size ${long} NOT NULL, have ${long} NOT NULL, state TEXT NOT NULL,
      at TEXT NOT NULL, PRIMARY KEY (region, hash)) ${plain}`,

    `ALTER TABLE workstation ADD COLUMN waiting ${long}`,
    `ALTER TABLE workstation ADD COLUMN oldest_waiting_at TEXT`,
    // Age of unsent work up to which it is normal, and from which it alarms; NULL: the product's own limits.
    `ALTER TABLE region_profile ADD COLUMN calm_minutes ${long}`,
    `ALTER TABLE region_profile ADD COLUMN warn_minutes ${long}`,

    // Protocol spoken with a client; 0 when none is spoken by both: then it is listened to and told nothing.
    `ALTER TABLE client ADD COLUMN protocol ${long} NOT NULL DEFAULT 1`,

    // How many days back finished work is held by the workstations too.
    `ALTER TABLE region_profile ADD COLUMN horizon_days ${long} NOT NULL DEFAULT 400`,

    // What happened to one appeal, and what belongs to it, for whoever asks the centre for it.
    `CREATE INDEX record_history_subject ON record (region, (${field('subject', 'id')})) WHERE type = 'history'`,
    `CREATE INDEX record_of_appeal ON record (region, (${field('appeal')})) WHERE type IN ('attachment', 'conflict')`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
