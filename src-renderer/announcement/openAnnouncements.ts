import { useFrame } from '../frame/store.ts';
import { useKnowledge } from '../knowledge/store.ts';
import { useAnnouncements } from './store.ts';

/** Goes to what is announced. @param opened the announcement to be read; null: the list */
export function openAnnouncements(opened: string | null): void {
  useAnnouncements.setState({ opened, cursor: opened });
  useKnowledge.setState({ part: 'announcements' });
  useFrame.getState().go('knowledge');
}
