import { DEMO_LEAD, DEMO_PASSWORD } from './accounts.ts';
import { pairingCode, workstationNames } from './administrator.ts';
import { loadArticles } from './articles.ts';
import { loadActs } from './loader.ts';
import { loadQuestions } from './questions.ts';
import { takeSeat } from './seat.ts';
import { seatName, takeSeats } from './seats.ts';
import { loadSnippets } from './snippets.ts';
import { demoDay } from './today.ts';

/** What became of the demo day. */
export interface LoadedDay {
  readonly day: string;
  readonly calls: number;
  /** False when the server had it already. */
  readonly isNew: boolean;
}

/**
 * Hands the demo day and the starter articles, questions and snippets in to a server that does not have the day yet; its workstations are named after the day.
 * @param dataDir the server's HOLOS_DATA, for pairing codes
 * @param nowMs milliseconds since 1970
 */
export async function loadDay(url: string, dataDir: string, nowMs: number): Promise<LoadedDay> {
  const { day, acts } = demoDay(nowMs);
  const calls = new Set(acts.map((act) => act.call)).size;
  const title = `Demo ${day}`;
  const known = await workstationNames(dataDir);
  if (known.includes(seatName(title, 0))) return { day, calls, isNew: false };
  await loadActs(await takeSeats(url, () => pairingCode(dataDir), title), acts);
  const lead = { login: DEMO_LEAD, password: DEMO_PASSWORD };
  const name = `${title} · lead`;
  const seat = await takeSeat({ url, code: await pairingCode(dataDir), name, ...lead });
  await loadArticles(seat, day);
  await loadQuestions(seat, day);
  await loadSnippets(seat, day);
  return { day, calls, isNew: true };
}
