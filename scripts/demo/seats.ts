import { DEMO_LOGINS, DEMO_PASSWORD } from './accounts.ts';
import { type Seat, takeSeat } from './seat.ts';

/**
 * A workstation for each of the demo's operators.
 * @param code gives a fresh pairing code each time
 * @param title first part of the workstations' names
 */
export async function takeSeats(url: string, code: () => Promise<string>, title: string): Promise<Seat[]> {
  const seats: Seat[] = [];
  for (const [index, login] of DEMO_LOGINS.entries()) {
    const name = seatName(title, index);
    seats.push(await takeSeat({ url, code: await code(), name, login, password: DEMO_PASSWORD }));
  }
  return seats;
}

/** Name of one of those workstations. */
export function seatName(title: string, index: number): string {
  return `${title} · ${index + 1}`;
}
