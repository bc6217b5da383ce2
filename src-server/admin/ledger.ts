import { type BlockRow, listBlocks } from '../store/block.ts';
import { listNumbers, type NumberRow } from '../store/number.ts';
import type { Db } from '../store/tables.ts';

/** What became of every number of a region. */
export interface Ledger {
  readonly totals: {
    readonly leased: number;
    readonly used: number;
    readonly void: number;
    readonly free: number;
  };
  readonly blocks: readonly LedgerBlock[];
  /** Numbers of the workstations' own series, told when no leased one was left. */
  readonly provisional: readonly LedgerNumber[];
}

export interface LedgerNumber {
  readonly number: string;
  readonly state: 'used' | 'void';
  readonly reason: string | null;
  readonly command: string;
}

export interface LedgerBlock {
  readonly office: string;
  readonly year: number;
  readonly lo: number;
  readonly hi: number;
  readonly workstation: string | null;
  readonly state: 'leased' | 'void';
  readonly reason: string | null;
  readonly used: readonly LedgerNumber[];
  readonly void: readonly LedgerNumber[];
  /** Serials not told to anybody as far as the centre knows, as ranges with both ends included. */
  readonly free: readonly (readonly [number, number])[];
}

/** Accounts for every number of a region: used, void with its reason, or free. */
export async function readLedger(db: Db, region: string): Promise<Ledger> {
  const numbers = await listNumbers(db, region);
  const byBlock = groupByBlock(numbers);
  const blocks = (await listBlocks(db, region)).map((block) =>
    ledgerBlock(block, byBlock.get(block.id) ?? []),
  );
  const provisional = (byBlock.get('') ?? []).map(ledgerNumber);
  const sum = (of: (block: LedgerBlock) => number) => blocks.reduce((total, block) => total + of(block), 0);
  return {
    totals: {
      leased: sum((block) => (block.state === 'leased' ? block.hi - block.lo + 1 : 0)),
      used: sum((block) => block.used.length),
      void: sum((block) => (block.state === 'void' ? block.hi - block.lo + 1 : block.void.length)),
      free: sum((block) => block.free.reduce((total, [lo, hi]) => total + hi - lo + 1, 0)),
    },
    blocks,
    provisional,
  };
}

/** Numbers by the block they are of; those of a workstation's own series under the empty name. */
function groupByBlock(numbers: readonly NumberRow[]): Map<string, NumberRow[]> {
  const groups = new Map<string, NumberRow[]>();
  for (const row of numbers) {
    const group = groups.get(row.block ?? '');
    if (group) group.push(row);
    else groups.set(row.block ?? '', [row]);
  }
  return groups;
}

function ledgerBlock(block: BlockRow, numbers: readonly NumberRow[]): LedgerBlock {
  const { office, year, lo, hi, workstation, state, reason } = block;
  return {
    office,
    year,
    lo,
    hi,
    workstation,
    state,
    reason,
    used: numbers.filter((row) => row.state === 'used').map(ledgerNumber),
    void: numbers.filter((row) => row.state === 'void').map(ledgerNumber),
    free:
      state === 'void'
        ? []
        : gaps(
            lo,
            hi,
            numbers.map((row) => row.serial),
          ),
  };
}

function ledgerNumber({ full_number, state, reason, command }: NumberRow): LedgerNumber {
  return { number: full_number, state, reason, command };
}

/** Ranges of `lo` to `hi` without the taken ones. @param taken ascending */
function gaps(lo: number, hi: number, taken: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  let from = lo;
  for (const serial of [...taken, hi + 1]) {
    if (serial > from) ranges.push([from, serial - 1]);
    from = serial + 1;
  }
  return ranges;
}
