import type { SavedView } from '../../../src-shared/view/model.ts';
import type { Desk } from '../desk.ts';

/** view.list; in the order of time, which is that of no language: the window sorts by its own. */
export function listViews(desk: Desk, me: string): { views: SavedView[] } {
  const views = desk.stores.records.record.allOf('view');
  return { views: views.filter((view) => !view.isRemoved && (view.isShared || view.owner === me)) };
}
