import type { Answer, Problem } from '../../src-shared/ipc/envelope.ts';
import type { RecordRef } from '../../src-shared/record/model.ts';
import { err } from '../../src-shared/result.ts';
import type { BackupKeeper } from './backup/keeper.ts';
import type { Desk } from './desk.ts';
import type { PracticeOutage } from './practice/outage.ts';
import type { Indexer } from './search/indexer.ts';
import type { CurrentSession } from './session/current.ts';
import type { Speller } from './spelling/speller.ts';
import type { Session } from './store/intent/session.ts';
import type { Sync } from './sync/schedule.ts';
import type { Transport } from './sync/transport.ts';
import type { Lines } from './telephony/lines.ts';

/** What the handlers are made of. */
export interface HandlerParts {
  readonly desk: Desk;
  readonly backups: BackupKeeper;
  readonly session: CurrentSession;
  readonly sync: Sync;
  readonly practice: PracticeOutage;
  readonly lines: Lines;
  readonly indexer: Indexer;
  readonly speller: Speller;
  readonly transport: Transport;
  /** Limit of a request that an operator waits for, in milliseconds. */
  readonly requestMs: number;
  readonly keyUnprotected: boolean;
  /** True once after a start that followed an unclean exit. */
  readonly takeRecovered: (wanted: boolean) => boolean;
  readonly recordsChanged: (refs: readonly RecordRef[]) => void;
  readonly sessionChanged: () => void;
}

const NOT_SIGNED_IN: { readonly ok: false; readonly error: Problem } = err({ code: 'notSignedIn', data: {} });

/** Nothing of the region's work is answered without an operator. */
export function signedIn<T>(parts: HandlerParts, work: (session: Session) => Answer<T>): Answer<T> {
  const session = parts.session.get();
  if (session === null) return NOT_SIGNED_IN;
  parts.session.noteActivity();
  return work(session);
}
