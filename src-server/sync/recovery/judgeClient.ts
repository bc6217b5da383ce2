import type { HelloRequest, Verdict } from '../../../src-shared/sync/hello.ts';
import type { Workstation } from '../../context.ts';
import { knowsBlocks } from '../../store/block.ts';
import type { ClientRow } from '../../store/client.ts';
import { type Life, readRecovery, readStation } from '../../store/recovery.ts';
import type { Db } from '../../store/tables.ts';
import { readMark } from '../../store/versionMark.ts';
import type { RecoveryReason } from './begin.ts';

/** Evidence that this server's database was put back from a backup. */
export interface Rewound {
  readonly reason: Extract<RecoveryReason, 'client_ahead' | 'mark_unknown'>;
  /** The epoch in which it was seen. */
  readonly epoch: string;
}

/** What a client has to do next, or that this server first has to recover. */
export async function judgeClient(
  db: Db,
  life: Life,
  workstation: Workstation,
  client: ClientRow,
  request: HelloRequest,
): Promise<Verdict | Rewound> {
  const { epoch } = life;
  // Issued less than was decided: this database is a copy or was restored. Another workstation's client: it was carried there.
  if (client.workstation !== workstation.id || request.nextSeq <= client.last_seq) return { name: 'fork' };
  const from = client.last_seq + 1;
  if (life.recovery !== undefined) {
    const hasTold = await hasToldAll(db, epoch, workstation);
    return hasTold ? { name: 'recovering' } : { name: 'repush', from };
  }
  if (request.ackedSeq > client.last_seq || (await hasForgottenLease(db, epoch, workstation, request))) {
    // Late after a recovery, or never yet in this life. Else this server has confirmed what it does not know any more.
    const isLate = request.epoch !== epoch || (await isStillDue(db, epoch, workstation));
    return isLate ? { name: 'repush', from } : { reason: 'client_ahead', epoch };
  }
  if (request.epoch !== null && request.epoch !== epoch) return { name: 'resnapshot' };
  if (request.cursor === null) return { name: 'ok' };
  if (request.cursor.epoch !== epoch) return { name: 'resnapshot' };
  for (const [region, [version, mark]] of Object.entries(request.cursor.regions)) {
    if ((await readMark(db, region, version)) !== mark) return { reason: 'mark_unknown', epoch };
  }
  return { name: 'ok' };
}

/**
 * Whether the workstation holds numbers this server does not know to have leased: a lease is no version, so after a restore it may be
 * the only trace of the lost time. What was told in a recovery of this life and could not be entered is no evidence any more.
 */
async function hasForgottenLease(
  db: Db,
  epoch: string,
  workstation: Workstation,
  request: HelloRequest,
): Promise<boolean> {
  const held = request.numbers.flatMap(({ blocks }) => blocks);
  return !(await knowsBlocks(db, held)) && !(await hasToldAll(db, epoch, workstation));
}

async function hasToldAll(db: Db, epoch: string, workstation: Workstation): Promise<boolean> {
  return ((await readStation(db, epoch, workstation.id))?.complete_at ?? null) !== null;
}

/** Whether the epoch was begun by a recovery in which this workstation has not yet told everything. */
async function isStillDue(db: Db, epoch: string, workstation: Workstation): Promise<boolean> {
  if ((await readRecovery(db, epoch)) === undefined) return false;
  return !(await hasToldAll(db, epoch, workstation));
}
