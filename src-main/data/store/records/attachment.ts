import type { Attachment } from '../../../../src-shared/attachment/model.ts';
import type { Database } from '../open.ts';

const OF_APPEAL = `SELECT doc FROM record WHERE type = 'attachment' AND json_extract(doc, '$.appeal') = ?
  ORDER BY json_extract(doc, '$.at'), id`;
const AWAITED = `SELECT doc FROM record WHERE type = 'attachment' AND json_extract(doc, '$.state') = 'awaited'`;

/** The statements of the lists, exported for the test of their query plans. */
export const ATTACHMENT_LISTS = [OF_APPEAL, AWAITED];

/** Files of appeals. */
export function attachmentStore(db: Database) {
  const ofAppeal = db.prepare<[string], string>(OF_APPEAL).pluck();
  const awaited = db.prepare<[], string>(AWAITED).pluck();
  const parse = (doc: string) => JSON.parse(doc) as Attachment;

  return {
    of: (appeal: string): Attachment[] => ofAppeal.all(appeal).map(parse),
    /** Files whose bytes the centre still misses, as far as is known here. */
    awaited: (): Attachment[] => awaited.all().map(parse),
  };
}
