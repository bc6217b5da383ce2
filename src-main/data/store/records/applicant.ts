import type { Appeal } from '../../../../src-shared/appeal/model.ts';
import type { Applicant } from '../../../../src-shared/applicant/model.ts';
import type { PhoneMark } from '../../../../src-shared/phone/model.ts';
import type { Database } from '../open.ts';

const DOC = "CROSS JOIN record ON record.type = 'applicant' AND record.id = p.applicant";
const BY_PHONE = `SELECT record.doc FROM applicant_phone AS p ${DOC} WHERE p.phone = ? ORDER BY p.applicant LIMIT ?`;
const BY_TAIL = `SELECT record.doc FROM applicant_phone AS p ${DOC}
  WHERE p.tail >= ? AND p.tail < ? ORDER BY p.tail LIMIT ?`;
const DOUBLES = `SELECT doc FROM record WHERE type = 'applicant' AND json_extract(doc, '$.mergedInto') = ?
  ORDER BY id LIMIT 100`;
const LATEST = `SELECT doc FROM record WHERE type = 'applicant'
  ORDER BY json_extract(doc, '$.createdAt') DESC, id LIMIT ?`;
const APPEALS = `SELECT doc FROM record WHERE type = 'appeal' AND json_extract(doc, '$.applicant') = ?
  ORDER BY json_extract(doc, '$.registeredAt') DESC, id LIMIT ?`;
const JOINED = `SELECT record.doc FROM co_applicant AS c JOIN record ON record.type = 'appeal' AND record.id = c.appeal
  WHERE c.applicant = ? ORDER BY c.appeal DESC LIMIT ?`;
const COUNT = `SELECT count(*) FROM (
  SELECT id FROM record WHERE type = 'appeal' AND json_extract(doc, '$.applicant') = ?
  UNION SELECT appeal FROM co_applicant WHERE applicant = ?)`;
const TOTAL = `SELECT (SELECT count(*) FROM record WHERE type = 'applicant') - (SELECT count(*) FROM record
  WHERE type = 'applicant' AND json_extract(doc, '$.mergedInto') IS NOT NULL)`;
const MARKS =
  "SELECT doc FROM record WHERE type = 'phoneMark' AND json_extract(doc, '$.phone') = ? ORDER BY id";

/** The statements of the lists, exported for the test of their query plans. */
export const APPLICANT_LISTS = [BY_PHONE, BY_TAIL, DOUBLES, LATEST, APPEALS, JOINED, COUNT, MARKS];

/** Who appeals, and by which telephone. */
export function applicantStore(db: Database) {
  const byPhone = db.prepare<[string, number], string>(BY_PHONE).pluck();
  const byTail = db.prepare<[string, string, number], string>(BY_TAIL).pluck();
  const doubles = db.prepare<[string], string>(DOUBLES).pluck();
  const latest = db.prepare<[number], string>(LATEST).pluck();
  const appeals = db.prepare<[string, number], string>(APPEALS).pluck();
  const joined = db.prepare<[string, number], string>(JOINED).pluck();
  const count = db.prepare<[string, string], number>(COUNT).pluck();
  const marks = db.prepare<[string], string>(MARKS).pluck();
  const total = db.prepare<[], number>(TOTAL).pluck();
  const read = (docs: string[]) => docs.map((doc) => JSON.parse(doc) as Applicant);

  return {
    /** Cards with this number among their telephones, merged ones too. */
    byPhone: (phone: string, limit: number): Applicant[] => read(byPhone.all(phone, limit)),
    /** Cards with a number that ends in these digits, at most nine of which are heeded. */
    byLastDigits(digits: string, limit: number): Applicant[] {
      const tail = [...digits.slice(-9)].reverse().join('');
      return read(byTail.all(tail, `${tail}:`, limit));
    },
    /** Cards merged directly into one. */
    doublesOf: (id: string): Applicant[] => read(doubles.all(id)),
    /** The cards made last, merged ones too. */
    latest: (limit: number): Applicant[] => read(latest.all(limit)),
    /** People: merged cards are none of their own. */
    total: (): number => total.get() ?? 0,
    /** Appeals somebody made, newest first. */
    appealsOf: (id: string, limit: number): Appeal[] =>
      appeals.all(id, limit).map((doc) => JSON.parse(doc) as Appeal),
    /** Appeals of others that somebody joined, newest first. */
    joinedBy: (id: string, limit: number): Appeal[] =>
      joined.all(id, limit).map((doc) => JSON.parse(doc) as Appeal),
    /** How many appeals somebody made or joined; of several cards the sum. */
    countAppeals: (ids: readonly string[]): number =>
      ids.reduce((sum, id) => sum + (count.get(id, id) ?? 0), 0),
    /** Every mark ever set for a number. */
    marksOf: (phone: string): PhoneMark[] => marks.all(phone).map((doc) => JSON.parse(doc) as PhoneMark),
  };
}
