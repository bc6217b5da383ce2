import { type Database, transact } from '../open.ts';
import { ageingStore } from './ageing.ts';
import { announcementStore } from './announcement.ts';
import { appealStore } from './appeal.ts';
import { appealDueStore } from './appealDue.ts';
import { appealRowStore } from './appealRow.ts';
import { applicantStore } from './applicant.ts';
import { articleStore } from './article.ts';
import { attachmentStore } from './attachment.ts';
import { attentionStore } from './attention.ts';
import { baseStore } from './base.ts';
import { boardStore } from './board.ts';
import { callStore } from './call.ts';
import { conflictStore } from './conflict.ts';
import { departedStore } from './departed.ts';
import { directoryStore } from './directory.ts';
import { handoverStore } from './handover.ts';
import { historyStore } from './history.ts';
import { metaStore } from './meta.ts';
import { pairStore } from './pair.ts';
import { pinnedStore } from './pinned.ts';
import { practiceRecordStore } from './practice.ts';
import { problemStore } from './problem.ts';
import { promiseStore } from './promise.ts';
import { questionStore } from './question.ts';
import { recordStore } from './record.ts';
import { stagedStore } from './staged.ts';
import { textIndexStore } from './textIndex.ts';

/** Everything `records.db` holds, one part a concept. */
export function recordsStore(db: Database) {
  return {
    ageing: ageingStore(db),
    announcement: announcementStore(db),
    appeal: appealStore(db),
    appealDue: appealDueStore(db),
    appealRow: appealRowStore(db),
    applicant: applicantStore(db),
    article: articleStore(db),
    attention: attentionStore(db),
    attachment: attachmentStore(db),
    base: baseStore(db),
    board: boardStore(db),
    call: callStore(db),
    conflict: conflictStore(db),
    departed: departedStore(db),
    directory: directoryStore(db),
    history: historyStore(db),
    handover: handoverStore(db),
    meta: metaStore(db),
    promise: promiseStore(db),
    practice: practiceRecordStore(db),
    problem: problemStore(db),
    pair: pairStore(db),
    pinned: pinnedStore(db),
    question: questionStore(db),
    record: recordStore(db),
    staged: stagedStore(db),
    textIndex: textIndexStore(db),
    /** One transaction; rows, cursor and acknowledged sequence step forward or back together. */
    transact: <T>(work: () => T): T => transact(db, work),
  };
}

export type RecordsStore = ReturnType<typeof recordsStore>;
