import { type Kysely, sql } from 'kysely';

/** The first schema of the central server. Imports nothing of ours, so that it stays what it was on the day it landed. */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  const long = engine === 'sqlite' ? 'INTEGER' : 'BIGINT';
  // STRICT keeps SQLite to the declared types; the low fill factor keeps a counter's new row versions on its own page.
  const plain = engine === 'sqlite' ? 'STRICT' : '';
  const counter = engine === 'sqlite' ? 'STRICT' : 'WITH (fillfactor = 20)';
  const statements = [
    `CREATE TABLE meta (only_row ${long} NOT NULL PRIMARY KEY CHECK (only_row = 1), epoch TEXT NOT NULL, created_at TEXT NOT NULL,
      restored_from TEXT, pairing_salt TEXT NOT NULL) ${plain}`,

    `CREATE TABLE region (id TEXT NOT NULL PRIMARY KEY, version ${long} NOT NULL) ${counter}`,
    `CREATE TABLE region_profile (region TEXT NOT NULL PRIMARY KEY REFERENCES region (id), office TEXT NOT NULL UNIQUE,
      name_uk TEXT NOT NULL, name_ru TEXT NOT NULL, name_en TEXT NOT NULL, next_series ${long} NOT NULL) ${counter}`,
    `CREATE TABLE version_mark (region TEXT NOT NULL, version ${long} NOT NULL, mark TEXT NOT NULL, at TEXT NOT NULL,
      PRIMARY KEY (region, version)) ${plain}`,

    `CREATE TABLE record (region TEXT NOT NULL, type TEXT NOT NULL, id TEXT NOT NULL, version ${long} NOT NULL, ordinal ${long} NOT NULL,
      deleted ${long} NOT NULL, left_reason TEXT, doc TEXT, PRIMARY KEY (region, type, id)) ${plain}`,
    `CREATE INDEX record_by_version ON record (region, version, ordinal)`,

    `CREATE TABLE workstation (id TEXT NOT NULL PRIMARY KEY, region TEXT NOT NULL REFERENCES region (id), name TEXT NOT NULL,
      series ${long} NOT NULL, secret_hash TEXT NOT NULL, unconfirmed_secret TEXT, enrolled_at TEXT NOT NULL, seen_at TEXT NOT NULL,
      revoked ${long} NOT NULL, UNIQUE (region, series)) ${plain}`,
    `CREATE TABLE pairing (code_hash TEXT NOT NULL PRIMARY KEY, region TEXT NOT NULL, created_at TEXT NOT NULL, expires_at TEXT NOT NULL,
      used_by_request TEXT, workstation TEXT) ${plain}`,

    `CREATE TABLE account (operator TEXT NOT NULL PRIMARY KEY, region TEXT NOT NULL REFERENCES region (id), login TEXT NOT NULL UNIQUE,
      password_hash TEXT NOT NULL, created_at TEXT NOT NULL) ${plain}`,
    `CREATE TABLE session_grant (id TEXT NOT NULL PRIMARY KEY, operator TEXT NOT NULL, workstation TEXT NOT NULL, at TEXT NOT NULL,
      offline_until TEXT NOT NULL) ${plain}`,

    `CREATE TABLE client (id TEXT NOT NULL PRIMARY KEY, workstation TEXT NOT NULL, region TEXT NOT NULL, last_seq ${long} NOT NULL,
      last_hash TEXT, seen_at TEXT NOT NULL) ${counter}`,
    `CREATE TABLE receipt (client TEXT NOT NULL, seq ${long} NOT NULL, command TEXT NOT NULL, hash TEXT NOT NULL, content_hash TEXT NOT NULL,
      repeated ${long} NOT NULL, outcome TEXT NOT NULL, code TEXT, data TEXT, version ${long} NOT NULL, ordinal ${long} NOT NULL,
      at TEXT NOT NULL, PRIMARY KEY (client, seq)) ${plain}`,
    // One command is decided once, whichever client sends it; a repeat after a fork points to the same command.
    `CREATE UNIQUE INDEX receipt_by_command ON receipt (command) WHERE repeated = 0`,

    `CREATE TABLE quarantine (client TEXT NOT NULL, seq ${long} NOT NULL, command TEXT NOT NULL, region TEXT NOT NULL, kind TEXT NOT NULL,
      code TEXT NOT NULL, error TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL,
      PRIMARY KEY (client, seq)) ${plain}`,
    `CREATE TABLE quarantine_touch (client TEXT NOT NULL, record TEXT NOT NULL, seq ${long} NOT NULL,
      PRIMARY KEY (client, record, seq)) ${plain}`,

    `CREATE TABLE lease_high (office TEXT NOT NULL, year ${long} NOT NULL, serial ${long} NOT NULL, PRIMARY KEY (office, year)) ${counter}`,
    `CREATE TABLE block (id TEXT NOT NULL PRIMARY KEY, region TEXT NOT NULL, office TEXT NOT NULL, year ${long} NOT NULL,
      lo ${long} NOT NULL, hi ${long} NOT NULL, client TEXT, workstation TEXT, state TEXT NOT NULL, reason TEXT, at TEXT NOT NULL,
      UNIQUE (office, year, lo)) ${plain}`,
    `CREATE INDEX block_by_client ON block (client, year)`,
    `CREATE TABLE issued_number (full_number TEXT NOT NULL PRIMARY KEY, region TEXT NOT NULL, year ${long} NOT NULL, series ${long} NOT NULL,
      serial ${long} NOT NULL, block TEXT, workstation TEXT NOT NULL, command TEXT NOT NULL, state TEXT NOT NULL,
      reason TEXT, at TEXT NOT NULL) ${plain}`,
    `CREATE INDEX issued_number_by_serial ON issued_number (region, year, series, serial)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
