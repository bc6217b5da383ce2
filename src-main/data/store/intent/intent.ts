import type { OutboxChanges } from '../journal/journal.ts';
import { type Database, transact } from '../open.ts';
import { acknowledgedStore } from './acknowledged.ts';
import { actionStore } from './action.ts';
import { attentionStore } from './attention.ts';
import { blobOutStore } from './blobOut.ts';
import { changeNotes } from './changes.ts';
import { draftStore } from './draft.ts';
import { enrolmentStore } from './enrolment.ts';
import { identityStore } from './identity.ts';
import { lineStore } from './line.ts';
import { noticeStore } from './notice.ts';
import { numberStore } from './number.ts';
import { outboxStore } from './outbox.ts';
import { ownWordStore } from './ownWord.ts';
import { paperStore } from './paper.ts';
import { parcelStore } from './parcel.ts';
import { practiceStore } from './practice.ts';
import { sessionStore } from './session.ts';

/**
 * Everything `intent.db` holds, one part a concept. Every statement is prepared once.
 * @param onCommitted told after each transaction that is on disk what it did to the outbox; must not throw
 */
export function intentStore(db: Database, onCommitted: (changes: OutboxChanges) => void = () => undefined) {
  const notes = changeNotes();
  return {
    acknowledged: acknowledgedStore(db),
    action: actionStore(db),
    attention: attentionStore(db),
    blobOut: blobOutStore(db),
    draft: draftStore(db),
    enrolment: enrolmentStore(db),
    identity: identityStore(db),
    line: lineStore(db),
    notice: noticeStore(db),
    number: numberStore(db, notes),
    outbox: outboxStore(db, notes),
    ownWord: ownWordStore(db),
    paper: paperStore(db),
    parcel: parcelStore(db),
    practice: practiceStore(db),
    session: sessionStore(db),
    /** One durable transaction: on disk when it returns. */
    transact<T>(work: () => T): T {
      // What an act that was rolled back had noted is forgotten.
      notes.take();
      const value = transact(db, work);
      onCommitted(notes.take());
      return value;
    },
  };
}

export type IntentStore = ReturnType<typeof intentStore>;
