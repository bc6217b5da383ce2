import { z } from 'zod';
import { Announcement } from '../announcement/model.ts';
import { Appeal } from '../appeal/model.ts';
import { Applicant } from '../applicant/model.ts';
import { Attachment } from '../attachment/model.ts';
import { AttentionRecord } from '../attention/model.ts';
import { Call } from '../call/model.ts';
import { Conflict } from '../conflict/model.ts';
import { Consultation } from '../consultation/model.ts';
import { Execution } from '../control/model.ts';
import { Settlement, Street } from '../directory/model.ts';
import { Duty } from '../duty/model.ts';
import { Handover } from '../handover/model.ts';
import { HistoryEntry } from '../history/model.ts';
import { Article, ArticleVersion } from '../knowledge/model.ts';
import { IssuedNumber } from '../number/model.ts';
import { Operator } from '../operator/model.ts';
import { PairVerdict } from '../pair/model.ts';
import { PhoneMark } from '../phone/model.ts';
import { Practice } from '../practice/model.ts';
import { Problem } from '../problem/model.ts';
import { CallPromise } from '../promise/model.ts';
import { Question } from '../question/model.ts';
import { Script } from '../script/model.ts';
import { Snippet } from '../snippet/model.ts';
import { LineCall } from '../telephony/line.ts';
import { WorkCalendar } from '../term/workCalendar.ts';
import { SavedView } from '../view/model.ts';
import { WorkstationRecord } from '../workstation/model.ts';

/** Every replicated record: type -> schema. The only list of record types. */
export const recordSchemas = {
  call: Call,
  consultation: Consultation,
  appeal: Appeal,
  applicant: Applicant,
  operator: Operator,
  history: HistoryEntry,
  number: IssuedNumber,
  conflict: Conflict,
  attention: AttentionRecord,
  attachment: Attachment,
  practice: Practice,
  problem: Problem,
  workstation: WorkstationRecord,
  settlement: Settlement,
  street: Street,
  duty: Duty,
  promise: CallPromise,
  handover: Handover,
  phoneMark: PhoneMark,
  pair: PairVerdict,
  lineCall: LineCall,
  view: SavedView,
  article: Article,
  articleVersion: ArticleVersion,
  announcement: Announcement,
  script: Script,
  question: Question,
  snippet: Snippet,
  execution: Execution,
  calendar: WorkCalendar,
} as const;

export type RecordType = keyof typeof recordSchemas;
export const RecordType = z.enum(Object.keys(recordSchemas) as [RecordType, ...RecordType[]]);

/** Type -> document. */
export type RecordDocs = { [T in RecordType]: z.infer<(typeof recordSchemas)[T]> };

/** Points at one record. */
export interface RecordRef {
  readonly type: RecordType;
  readonly id: string;
}

/** A whole document to be stored under its type and id. */
export type RecordWrite = {
  [T in RecordType]: { readonly type: T; readonly id: string; readonly doc: RecordDocs[T] };
}[RecordType];

/** Read access to the records a command named; anything else it did not name is absent on purpose. */
export interface RecordView {
  get<T extends RecordType>(type: T, id: string): RecordDocs[T] | undefined;
}

/** Writes one typed record. */
export function write<T extends RecordType>(type: T, doc: RecordDocs[T]): RecordWrite {
  return { type, id: doc.id, doc } as unknown as RecordWrite;
}
