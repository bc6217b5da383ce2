import type { RecordWrite } from '../../src-shared/record/model.ts';
import { type BlockRow, readBlockOf } from '../store/block.ts';
import { markUsed, markVoid, type NumberRow } from '../store/number.ts';
import { insertQuarantined, type QuarantineRow } from '../store/quarantine.ts';
import { type Stamp, type StampedWrite, stamped, writeStamped } from '../store/record.ts';
import type { Db, Tx } from '../store/tables.ts';

/** Where everything goes that follows from the commands of a batch, apart from their receipts. */
export interface Sheet {
  /** Nothing is in the database before `store`: a statement that fails says nothing about one command. */
  readonly gathers: boolean;
  records(stamp: Stamp, writes: readonly RecordWrite[]): Promise<void>;
  /** A number is in use from now on. */
  used(row: NumberRow): Promise<void>;
  /** A number told to a caller belongs to no record. */
  voided(row: NumberRow): Promise<void>;
  quarantined(row: QuarantineRow, touched: readonly string[]): Promise<void>;
  /** The block that holds a serial number. */
  blockOf(office: string, year: number, serial: number): Promise<BlockRow | undefined>;
}

/** Writes at once, so that what fails is known to belong to the command decided just now. */
export function directSheet(tx: Tx): Sheet {
  return {
    gathers: false,
    records: async (stamp, writes) => await writeStamped(tx, stamped(stamp, writes)),
    used: async (row) => await markUsed(tx, [row]),
    voided: async (row) => await markVoid(tx, [row]),
    quarantined: async (row, touched) => await insertQuarantined(tx, row, touched),
    blockOf: blockFinder(tx),
  };
}

/** A sheet that is carried to the database as a whole. */
export interface GatheringSheet extends Sheet {
  /** Writes everything with few statements; of a record only its last state. */
  store(): Promise<void>;
}

/** Gathers what a whole batch writes. */
export function gatheringSheet(tx: Tx): GatheringSheet {
  const written: StampedWrite[] = [];
  const inUse: NumberRow[] = [];
  const void_: NumberRow[] = [];
  const aside: { readonly row: QuarantineRow; readonly touched: readonly string[] }[] = [];
  return {
    gathers: true,
    async records(stamp, writes) {
      written.push(...stamped(stamp, writes));
    },
    async used(row) {
      inUse.push(row);
    },
    async voided(row) {
      void_.push(row);
    },
    async quarantined(row, touched) {
      aside.push({ row, touched });
    },
    blockOf: blockFinder(tx),
    async store() {
      await writeStamped(tx, written);
      // In this order either order of the commands comes out right: a void number may be used, one in use stays so.
      await markVoid(tx, void_);
      await markUsed(tx, inUse);
      for (const { row, touched } of aside) await insertQuarantined(tx, row, touched);
    },
  };
}

/** Numbers follow each other: the block found last mostly holds the next one too. */
function blockFinder(db: Db): Sheet['blockOf'] {
  const found: BlockRow[] = [];
  return async (office, year, serial) => {
    const known = found.find(
      (block) => block.office === office && block.year === year && block.lo <= serial && serial <= block.hi,
    );
    if (known) return known;
    const block = await readBlockOf(db, office, year, serial);
    if (block) found.push(block);
    return block;
  };
}
