import type { Announcement } from '../../../../src-shared/announcement/model.ts';
import type { Database } from '../open.ts';

const GOING_ON = `SELECT doc FROM record WHERE type = 'announcement' AND json_extract(doc, '$.until') > ?
  ORDER BY json_extract(doc, '$.until'), id LIMIT ?`;
const OVER = `SELECT doc FROM record WHERE type = 'announcement' AND json_extract(doc, '$.until') <= ?
  ORDER BY json_extract(doc, '$.until') DESC, id DESC LIMIT ?`;

/** The statements of the lists, exported for the test of their query plans. */
export const ANNOUNCEMENT_LISTS = [GOING_ON, OVER];

/** Announcements by the end of their time: what is over years ago is never looked at. */
export function announcementStore(db: Database) {
  const goingOn = db.prepare<[string, number], string>(GOING_ON).pluck();
  const over = db.prepare<[string, number], string>(OVER).pluck();
  const read = (docs: string[]) => docs.map((doc) => JSON.parse(doc) as Announcement);
  return {
    /** Not over at an instant, withdrawn ones among them; the first to end first. */
    goingOn: (at: string, limit: number): Announcement[] => read(goingOn.all(at, limit)),
    /** Over at an instant, the last first. */
    over: (at: string, limit: number): Announcement[] => read(over.all(at, limit)),
  };
}
