import type { Block } from '../../../../src-shared/number/lease.ts';
import type { Database } from '../open.ts';
import type { ChangeNotes } from './changes.ts';

/** A number taken out of a block or of the workstation's own series. */
export interface TakenNumber {
  readonly id: string;
  readonly year: number;
  readonly day: string;
  /** Null for the workstation's own series. */
  readonly block: string | null;
  readonly serial: number;
  readonly command: string;
}

/** Registration numbers: leased blocks, the own series, and every number ever told here. @param notes told of numbers of the own series, for the second journal */
export function numberStore(db: Database, notes: ChangeNotes) {
  const addBlock = db.prepare(
    `INSERT INTO block (id, office, year, lo, hi, next, state) VALUES (?, ?, ?, ?, ?, ?, 'open') ON CONFLICT DO NOTHING`,
  );
  const takeLeased = db.prepare<[number], { block: string; office: string; serial: number }>(
    `UPDATE block SET next = next + 1 WHERE id = (
       SELECT id FROM block WHERE year = ? AND state = 'open' AND next <= hi ORDER BY lo LIMIT 1)
     RETURNING id AS block, office, next - 1 AS serial`,
  );
  const takeOwn = db
    .prepare<[number], number>(
      'INSERT INTO own_series (year, last) VALUES (?, 1) ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last',
    )
    .pluck();
  const record = db.prepare(
    'INSERT INTO number (id, year, day, block, serial, command) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const commandOf = db.prepare<[string], string>('SELECT command FROM number WHERE id = ?').pluck();
  const rebind = db.prepare('UPDATE number SET command = ? WHERE id = ?');
  const free = db
    .prepare<[number], number>(
      "SELECT coalesce(sum(hi - next + 1), 0) FROM block WHERE year = ? AND state = 'open'",
    )
    .pluck();
  const blocks = db
    .prepare<[number], string>('SELECT id FROM block WHERE year = ? ORDER BY lo DESC LIMIT 500')
    .pluck();
  const everyBlock = db.prepare<[], Block>('SELECT id, office, year, lo, hi FROM block ORDER BY year, lo');
  const peak = db
    .prepare<[number], number | null>(
      'SELECT max(used) FROM (SELECT count(*) AS used FROM number WHERE year = ? GROUP BY day)',
    )
    .pluck();
  const own = db.prepare<[], { year: number; last: number }>(
    'SELECT year, last FROM own_series ORDER BY year',
  );
  const raiseOwn = db.prepare(
    'INSERT INTO own_series (year, last) VALUES (?, ?) ON CONFLICT (year) DO UPDATE SET last = max(last, excluded.last)',
  );
  const recall = db.prepare(
    `INSERT INTO number (id, year, day, block, serial, command) VALUES (@id, @year, @day,
       (SELECT id FROM block WHERE @isLeased AND year = @year AND @serial BETWEEN lo AND hi LIMIT 1), @serial, @command)
     ON CONFLICT DO NOTHING`,
  );
  const freeze = db.prepare("UPDATE block SET state = 'frozen'");

  return {
    addBlock: ({ id, office, year, lo, hi }: Block): void => void addBlock.run(id, office, year, lo, hi, lo),
    /** The next leased number of a year; null when every block is used up. */
    takeLeased: (year: number) => takeLeased.get(year) ?? null,
    /** The next serial of the workstation's own series. */
    takeOwn(year: number): number {
      const serial = takeOwn.get(year);
      if (serial === undefined) throw new Error('own series gave no serial');
      notes.own(year, serial);
      return serial;
    },
    /** Binds a number to its command, for ever. */
    record: ({ id, year, day, block, serial, command }: TakenNumber): void =>
      void record.run(id, year, day, block, serial, command),
    /** The command a number was told with; null for one never told here. */
    commandOf: (id: string): string | null => commandOf.get(id) ?? null,
    /** The number goes over to a corrected command. */
    rebind: (id: string, command: string): void => void rebind.run(command, id),
    /** Binds a number again that this database had forgotten; the block it was of is looked up. */
    recall: (taken: Omit<TakenNumber, 'block'>, isLeased: boolean): void =>
      void recall.run({ ...taken, isLeased: isLeased ? 1 : 0 }),
    /** Last serial given of the own series, by year. */
    own: () => own.all(),
    /** Goes on behind a serial that another copy of this database has given. */
    raiseOwn: (year: number, serial: number): void => void raiseOwn.run(year, serial),
    free: (year: number): number => free.get(year) ?? 0,
    blocks: (year: number): string[] => blocks.all(year),
    /** Every block ever leased here, frozen ones included: a restored server learns of them again. */
    everyBlock: (): Block[] => everyBlock.all(),
    /** Highest use of one day in that year. */
    peak: (year: number): number => peak.get(year) ?? 0,
    /** After a fork nobody knows which of these numbers another copy of this database has told. */
    freezeAll: (): void => void freeze.run(),
  };
}
