import { toInstant } from '../../../src-shared/clock.ts';
import type { Notice } from '../../../src-shared/notice/model.ts';
import type { Desk } from '../desk.ts';
import { operatorNames } from './names.ts';

/** An operator back after this long reads the list of appeals, not a stack of notices: 14 days, in milliseconds. */
const NOTICE_LIFE_MS = 14 * 24 * 3600_000;

/**
 * notice.list: appeals that somebody else has given to the operator and that are still theirs, not yet seen here. Derived
 * from history, so that nothing is missed while the workstation was off or away from the centre.
 */
export function listNotices(desk: Desk, me: string): Notice[] {
  const { records, intent } = desk.stores;
  const since = toInstant(desk.time.serverMs() - NOTICE_LIFE_MS);
  const nameOf = operatorNames(desk);
  return records.history.assignedTo(me, since).flatMap((entry) => {
    if (entry.actor === me || intent.notice.hasSeen(me, entry.id)) return [];
    const appeal = records.record.get('appeal', entry.subject.id);
    if (appeal === undefined || appeal.assignee !== me) return [];
    const notice: Notice = {
      id: entry.id,
      kind: 'assigned',
      appeal: appeal.id,
      number: appeal.number,
      byName: nameOf(entry.actor),
      at: entry.at,
    };
    return [notice];
  });
}
