import pg from 'pg';

/** A writer that holds a region's counter as a stalled server process would, over a connection of its own. */
export interface SlowTransaction {
  /** Takes the next version of the demo's region; waits behind whoever holds the counter. */
  raise(): Promise<number>;
  /** Stores a record of that version, with the version's mark. */
  write(version: number, id: string): Promise<void>;
  /** Resolves once another transaction waits for a lock. */
  untilSomebodyWaits(): Promise<void>;
  commit(): Promise<void>;
  /** Resolves when the connection has ended, by whomever. */
  readonly ended: Promise<void>;
}

/** @param idleMs PostgreSQL ends the connection after so long idle inside the transaction; 0 never */
export async function openSlowTransaction(databaseUrl: string, idleMs = 0): Promise<SlowTransaction> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    idle_in_transaction_session_timeout: idleMs,
  });
  const ended = new Promise<void>((resolve) => {
    client.on('error', () => resolve());
    client.on('end', () => resolve());
  });
  await client.connect();
  await client.query('BEGIN');
  return {
    ended,
    async raise() {
      const { rows } = await client.query(
        "UPDATE region SET version = version + 1 WHERE id = 'dn' RETURNING version",
      );
      return Number(rows[0].version);
    },
    async write(version, id) {
      await client.query(
        "INSERT INTO record (region, type, id, version, ordinal, deleted, doc) VALUES ('dn', 'call', $1, $2, 0, 0, '{}')",
        [id, version],
      );
      await client.query("INSERT INTO version_mark (region, version, mark, at) VALUES ('dn', $1, 'aa', '')", [
        version,
      ]);
    },
    async untilSomebodyWaits() {
      const watcher = new pg.Client({ connectionString: databaseUrl });
      await watcher.connect();
      for (let waiting = 0; waiting === 0; ) {
        const { rows } = await watcher.query(
          "SELECT count(*) AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock'",
        );
        waiting = Number(rows[0].n);
      }
      await watcher.end();
    },
    async commit() {
      await client.query('COMMIT');
      await client.end();
    },
  };
}
