import type { Database } from 'better-sqlite3';

/** How durable a commit is: FULL is on disk when it returns; NORMAL survives a killed process, not every power cut. */
export type Durability = 'FULL' | 'NORMAL';

/**
 * Settings of every connection, in this order (sync specification 5.1). `synchronous` is set explicitly: the encrypted
 * build's default under WAL is NORMAL, and a read-back right after the switch to WAL pretends FULL.
 * @param exclusive locks the file to this process; must come before WAL, so that no shared-memory file is made
 */
export function pragmasOf(durability: Durability, exclusive: boolean): string[] {
  return [
    ...(exclusive ? ['locking_mode = EXCLUSIVE'] : []),
    'journal_mode = WAL',
    `synchronous = ${durability}`,
    ...(process.platform === 'darwin' ? ['fullfsync = ON', 'checkpoint_fullfsync = ON'] : []),
    'foreign_keys = ON',
    'busy_timeout = 2000',
    'temp_store = MEMORY',
    'mmap_size = 0',
    'journal_size_limit = 16777216',
    'trusted_schema = OFF',
    'secure_delete = FAST',
    'cell_size_check = ON',
  ];
}

/** Applies the settings; the key must have been given before. */
export function applyPragmas(db: Database, durability: Durability, exclusive: boolean): void {
  for (const pragma of pragmasOf(durability, exclusive)) db.pragma(pragma);
}
