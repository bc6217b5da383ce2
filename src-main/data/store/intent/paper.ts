import type { Database } from '../open.ts';

/** A printed blank as kept. */
export interface PaperRow {
  readonly number: string;
  readonly printedAt: string;
  readonly printedBy: string;
  /** The command its appeal was registered by; null while it is not entered. */
  readonly command: string | null;
  readonly spoilt: boolean;
}

interface Row {
  number: string;
  printed_at: string;
  printed_by: string;
  command: string | null;
  spoilt: number;
}

/** Closed blanks listed beside the open ones. */
const CLOSED_LISTED = 100;

/** Paper blanks and their numbers. A number on paper belongs to nobody else, entered or not. */
export function paperStore(db: Database) {
  const add = db.prepare(
    'INSERT INTO paper (number, year, serial, printed_at, printed_by) VALUES (?, ?, ?, ?, ?)',
  );
  const get = db.prepare<[string], Row>(
    'SELECT number, printed_at, printed_by, command, spoilt FROM paper WHERE number = ?',
  );
  const open = db.prepare<[], Row>(
    `SELECT number, printed_at, printed_by, command, spoilt FROM paper WHERE command IS NULL AND spoilt = 0
     ORDER BY year DESC, number DESC`,
  );
  const closed = db.prepare<[], Row>(
    `SELECT number, printed_at, printed_by, command, spoilt FROM paper WHERE command IS NOT NULL OR spoilt = 1
     ORDER BY year DESC, number DESC LIMIT ${CLOSED_LISTED}`,
  );
  const use = db.prepare('UPDATE paper SET command = ? WHERE number = ? AND command IS NULL AND spoilt = 0');
  const spoil = db.prepare('UPDATE paper SET spoilt = ? WHERE number = ? AND command IS NULL');
  const blockOf = db
    .prepare<[number, number], string>('SELECT id FROM block WHERE year = ? AND ? BETWEEN lo AND hi LIMIT 1')
    .pluck();

  return {
    /** Keeps a number for a blank; inside the transaction that took it. */
    add(given: { number: string; year: number; serial: number }, at: string, by: string): void {
      add.run(given.number, given.year, given.serial, at, by);
    },
    get(number: string): PaperRow | null {
      const row = get.get(number);
      return row === undefined ? null : paperOf(row);
    },
    /** Every open blank and the newest of the others. */
    list: (): PaperRow[] => [...open.all(), ...closed.all()].map(paperOf),
    /** Binds a blank to the command that registers it. @returns false when it is not open */
    use: (number: string, command: string): boolean => use.run(command, number).changes === 1,
    /** @returns false when it was entered already */
    spoil: (number: string, spoilt: boolean): boolean => spoil.run(spoilt ? 1 : 0, number).changes === 1,
    /** The block a leased serial came from; null for the workstation's own series. */
    blockOf: (year: number, serial: number): string | null => blockOf.get(year, serial) ?? null,
  };
}

function paperOf(row: Row): PaperRow {
  return {
    number: row.number,
    printedAt: row.printed_at,
    printedBy: row.printed_by,
    command: row.command,
    spoilt: row.spoilt === 1,
  };
}
