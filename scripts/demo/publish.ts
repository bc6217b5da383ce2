import type { ActCommand } from './month/acts.ts';
import { kyivMs } from './month/calendar.ts';
import type { Seat } from './seat.ts';

/**
 * Publishes what a demo region starts with and the server does not have yet.
 * @param seat of a lead
 * @param day the legal day on which it was published
 * @param known refusal of what is there already
 * @returns how many were new
 */
export async function publish(
  seat: Seat,
  day: string,
  starters: readonly ActCommand[],
  known: string,
): Promise<number> {
  const at = kyivMs(day, 8 * 3600);
  const results = await seat.push(starters.map((starter) => seat.command(starter, at)));
  const strange = results.find(({ outcome, code }) => outcome !== 'applied' && code !== known);
  if (strange !== undefined)
    throw new Error(`A starter record was ${strange.outcome}: ${strange.code ?? 'without a code'}.`);
  return results.filter(({ outcome }) => outcome === 'applied').length;
}
