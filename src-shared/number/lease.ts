import { z } from 'zod';

/** A block of numbers leased to one client: `lo` to `hi`, both included. */
export const Block = z.strictObject({
  id: z.uuid(),
  office: z.string().min(1).max(4),
  year: z.int().min(2000).max(2999),
  lo: z.int().positive(),
  hi: z.int().positive(),
});
export type Block = z.infer<typeof Block>;

/** Numbers a fresh workstation holds: more than five working days of one operator at the published peak. */
export const INITIAL_HOLD = 200;
/** Numbers in one block. */
export const BLOCK_SIZE = 100;

/**
 * How many numbers a workstation should be leased now: nothing while it holds at least half of what five working days
 * of its own peak need, else up to that need (sync specification 1.11).
 * @param free numbers it still holds for the year
 * @param peakPerDay its highest use of one day, 0 if unknown
 */
export function numbersToLease(free: number, peakPerDay: number): number {
  const hold = Math.max(INITIAL_HOLD, peakPerDay * 5);
  if (free * 2 >= hold) return 0;
  return Math.ceil((hold - free) / BLOCK_SIZE) * BLOCK_SIZE;
}

/** The years for which numbers are held: the present one, and from 15 December the next one too. */
export function yearsToHold(day: string): number[] {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= '12-15' ? [year, year + 1] : [year];
}
