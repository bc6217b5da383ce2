import type { Block } from '../../src-shared/number/lease.ts';
import { formatNumber } from '../../src-shared/number/number.ts';
import type { HelloRequest } from '../../src-shared/sync/hello.ts';

/** Registration numbers of one client: its leased blocks and, beyond them, the workstation's own series. */
export interface NumberStock {
  /** Adds leased blocks. */
  add(blocks: readonly Block[]): void;
  /** The next number for an appeal of that year. */
  take(year: number): string;
  /** What `hello` tells the server about them. */
  told(): HelloRequest['numbers'];
}

/**
 * Starts an empty stock.
 * @param office prefix of the region's numbers
 * @param series the workstation's own permanent series
 */
export function numberStock(office: string, series: number): NumberStock {
  const blocks: Block[] = [];
  const free = new Map<number, number[]>();
  const ownSerial = new Map<number, number>();
  return {
    add(more) {
      for (const block of more) {
        blocks.push(block);
        const serials = Array.from({ length: block.hi - block.lo + 1 }, (_, index) => block.lo + index);
        free.set(block.year, [...(free.get(block.year) ?? []), ...serials]);
      }
    },
    take(year) {
      const leased = free.get(year)?.shift();
      if (leased !== undefined) return formatNumber({ office, year, series: 0, serial: leased });
      const serial = (ownSerial.get(year) ?? 0) + 1;
      ownSerial.set(year, serial);
      return formatNumber({ office, year, series, serial });
    },
    told() {
      return [...free].map(([year, serials]) => ({
        year,
        free: serials.length,
        peakPerDay: 0,
        blocks: blocks.filter((block) => block.year === year).map((block) => block.id),
      }));
    },
  };
}
