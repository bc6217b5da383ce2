import type { Script } from '../../../src-shared/script/model.ts';
import type { Desk } from '../desk.ts';

/** script.list: the scripts in force; in the order of time, which is that of no language: the window sorts by its own. */
export function listScripts(desk: Desk): Script[] {
  return desk.stores.records.record.allOf('script').filter(({ state }) => state === 'published');
}

/** script.at: the questions of a topic. Of two scripts the one that is meant for fewer topics, then the later one. */
export function scriptAt(desk: Desk, topic: string): Script | null {
  if (topic === '') return null;
  const [best] = listScripts(desk)
    .filter(({ topics }) => topics.includes(topic))
    .sort((a, b) => a.topics.length - b.topics.length || (a.savedAt < b.savedAt ? 1 : -1));
  return best ?? null;
}
