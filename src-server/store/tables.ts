import type { Kysely, Transaction } from 'kysely';

/** Instants are ISO 8601 text in UTC, flags are 0 or 1, documents are JSON text: one spelling for both engines. */
export interface Tables {
  schema_step: { number: number; name: string; at: string };
  meta: {
    only_row: number;
    epoch: string;
    created_at: string;
    restored_from: string | null;
    pairing_salt: string;
  };
  region: { id: string; version: number };
  region_profile: {
    region: string;
    office: string;
    name_uk: string;
    name_ru: string;
    name_en: string;
    next_series: number;
    /** Limits of the age of unsent work; null: the product's own. */
    calm_minutes: number | null;
    warn_minutes: number | null;
    horizon_days: number;
  };
  version_mark: { region: string; version: number; mark: string; at: string };
  record: RecordTable;
  workstation: WorkstationTable;
  pairing: {
    code_hash: string;
    region: string;
    created_at: string;
    expires_at: string;
    used_by_request: string | null;
    workstation: string | null;
  };
  account: { operator: string; region: string; login: string; password_hash: string; created_at: string };
  session_grant: { id: string; operator: string; workstation: string; at: string; offline_until: string };
  client: ClientTable;
  receipt: ReceiptTable;
  quarantine: QuarantineTable;
  quarantine_touch: { client: string; record: string; seq: number };
  lease_high: { office: string; year: number; serial: number };
  block: BlockTable;
  issued_number: IssuedNumberTable;
  recovery: RecoveryTable;
  recovery_station: { epoch: string; workstation: string; awaited: number; complete_at: string | null };
  recovery_entry: RecoveryEntryTable;
  recovery_client: RecoveryClientTable;
  rehomed: RehomedTable;
  durable: { region: string; epoch: string; version: number; at: string };
  redecided: RedecidedTable;
  blob: BlobTable;
}

/** One recovery after a restore; `epoch` is the one it began. */
export interface RecoveryTable {
  epoch: string;
  former_epoch: string;
  reason: string;
  began_at: string;
  state: 'open' | 'ended';
  ended_at: string | null;
  ended_by: string | null;
  redecided: number;
  differing: number;
  lost: number;
}

/** A command the lost server had decided, told again by its workstation, with its old place and outcome. */
export interface RecoveryEntryTable {
  epoch: string;
  command: string;
  client: string;
  seq: number;
  region: string;
  workstation: string;
  old_version: number;
  old_ordinal: number;
  old_outcome: string;
  old_code: string | null;
  actor: string;
  body: string;
}

/** A client that told its part after a restore, and how far it says it had been confirmed. */
export interface RecoveryClientTable {
  epoch: string;
  client: string;
  workstation: string;
  region: string;
  acked_seq: number;
}

/** The sequence at which a command was sent that was decided under another client. */
export interface RehomedTable {
  client: string;
  seq: number;
  command: string;
  /** Of the bytes the workstation sent. */
  hash: string;
}

/** What became of a command kept aside when it was decided again. */
export interface RedecidedTable {
  client: string;
  seq: number;
  command: string;
  outcome: string;
  code: string | null;
  data: string | null;
  version: number;
  ordinal: number;
  at: string;
}

/** A file of a region and how many of its bytes are there. */
export interface BlobTable {
  hash: string;
  region: string;
  size: number;
  have: number;
  state: 'awaited' | 'present';
  at: string;
}

/** One replicated document of any type. */
export interface RecordTable {
  region: string;
  type: string;
  id: string;
  version: number;
  ordinal: number;
  deleted: number;
  left_reason: string | null;
  doc: string | null;
}

/** One enrolled device. `unconfirmed_secret` holds the secret only until its first use, so that a lost answer can be repeated. */
export interface WorkstationTable {
  id: string;
  region: string;
  name: string;
  series: number;
  secret_hash: string;
  unconfirmed_secret: string | null;
  enrolled_at: string;
  seen_at: string;
  revoked: number;
  /** Commands waiting there and since when, as it last said; null for one that does not say. */
  waiting: number | null;
  oldest_waiting_at: string | null;
}

/** One life of one local database and the last sequence decided for it. */
export interface ClientTable {
  id: string;
  workstation: string;
  region: string;
  last_seq: number;
  last_hash: string | null;
  seen_at: string;
  /** Protocol spoken with it; 0 when none is spoken by both. */
  protocol: number;
}

/** What became of one sequence of one client. Never pruned: a workstation may come back after months. */
export interface ReceiptTable {
  client: string;
  seq: number;
  command: string;
  hash: string;
  /** Hash of what stays equal when a forked workstation sends the command again under another client. */
  content_hash: string;
  /** 1 when the command had been decided before, for another sequence. */
  repeated: number;
  outcome: string;
  code: string | null;
  data: string | null;
  version: number;
  ordinal: number;
  at: string;
}

/** A command the server could not decide; its body is kept whole. */
export interface QuarantineTable {
  client: string;
  seq: number;
  command: string;
  region: string;
  kind: string;
  code: string;
  error: string;
  body: string;
  state: 'waiting' | 'decided';
  at: string;
}

/** A range of numbers: leased to a client, or void as a whole with the reason why nobody will ever be told them. */
export interface BlockTable {
  id: string;
  region: string;
  office: string;
  year: number;
  lo: number;
  hi: number;
  client: string | null;
  workstation: string | null;
  state: 'leased' | 'void';
  reason: string | null;
  at: string;
}

/** One number that came back in a command. */
export interface IssuedNumberTable {
  full_number: string;
  region: string;
  year: number;
  series: number;
  serial: number;
  block: string | null;
  workstation: string;
  command: string;
  state: 'used' | 'void';
  reason: string | null;
  at: string;
}

/** The database, or a transaction on it: statements that need no transaction of their own take either. */
export type Db = Kysely<Tables> | Transaction<Tables>;

/** A running transaction: statements that only make sense within one ask for this. */
export type Tx = Transaction<Tables>;
