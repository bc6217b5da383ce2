import type { Appeal } from '../../../src-shared/appeal/model.ts';
import { toInstant } from '../../../src-shared/clock.ts';
import type { HistoryEntry } from '../../../src-shared/history/model.ts';
import type { Notice } from '../../../src-shared/notice/model.ts';
import type { Desk } from '../desk.ts';
import { operatorNames } from './names.ts';

/** An operator back after this long reads the list of appeals, not a stack of notices: 14 days, in milliseconds. */
const NOTICE_LIFE_MS = 14 * 24 * 3600_000;

/**
 * notice.list: what others have done with an operator's appeals and what has not been seen here: given to them, taken from them,
 * corrected. What has been undone meanwhile is not told. Derived from history, so that nothing is missed while the workstation was
 * off or away from the centre.
 */
export function listNotices(desk: Desk, me: string): Notice[] {
  const { history } = desk.stores.records;
  const since = toInstant(desk.time.serverMs() - NOTICE_LIFE_MS);
  const isMine = ({ assignee }: Appeal) => assignee === me;
  const notices = [
    ...told(desk, me, 'assigned', history.assignedTo(me, since), isMine),
    ...told(desk, me, 'taken', history.takenFrom(me, since), (appeal) => !isMine(appeal)),
    ...told(desk, me, 'amended', history.amendedOf(me, since), isMine),
  ];
  return notices.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

function told(
  desk: Desk,
  me: string,
  kind: Notice['kind'],
  entries: readonly HistoryEntry[],
  stillHolds: (appeal: Appeal) => boolean,
): Notice[] {
  const { records, intent } = desk.stores;
  const nameOf = operatorNames(desk);
  return entries.flatMap((entry) => {
    if (entry.actor === me || intent.notice.hasSeen(me, entry.id)) return [];
    const appeal = records.record.get('appeal', entry.subject.id);
    if (appeal === undefined || !stillHolds(appeal)) return [];
    const { id, at } = entry;
    return [{ id, kind, appeal: appeal.id, number: appeal.number, byName: nameOf(entry.actor), at }];
  });
}
