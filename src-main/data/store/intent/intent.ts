import { type Database, transact } from '../open.ts';
import { acknowledgedStore } from './acknowledged.ts';
import { actionStore } from './action.ts';
import { attentionStore } from './attention.ts';
import { blobOutStore } from './blobOut.ts';
import { draftStore } from './draft.ts';
import { enrolmentStore } from './enrolment.ts';
import { identityStore } from './identity.ts';
import { noticeStore } from './notice.ts';
import { numberStore } from './number.ts';
import { outboxStore } from './outbox.ts';
import { paperStore } from './paper.ts';
import { practiceStore } from './practice.ts';
import { sessionStore } from './session.ts';

/** Everything `intent.db` holds, one part a concept. Every statement is prepared once. */
export function intentStore(db: Database) {
  return {
    acknowledged: acknowledgedStore(db),
    action: actionStore(db),
    attention: attentionStore(db),
    blobOut: blobOutStore(db),
    draft: draftStore(db),
    enrolment: enrolmentStore(db),
    identity: identityStore(db),
    notice: noticeStore(db),
    number: numberStore(db),
    outbox: outboxStore(db),
    paper: paperStore(db),
    practice: practiceStore(db),
    session: sessionStore(db),
    /** One durable transaction: on disk when it returns. */
    transact: <T>(work: () => T): T => transact(db, work),
  };
}

export type IntentStore = ReturnType<typeof intentStore>;
