import type { ParsedInputOf } from '../../../src-shared/ipc/contract.ts';
import type { Problem } from '../../../src-shared/ipc/envelope.ts';
import type { RecordRef } from '../../../src-shared/record/model.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import { submit } from '../command/submit.ts';
import type { Desk } from '../desk.ts';
import type { Enrolment } from '../store/intent/enrolment.ts';
import type { Session } from '../store/intent/session.ts';

/**
 * Accepts a handed card: the command and the new drafts are one transaction, so that a stop in between leaves either an offered card or an own
 * one, never neither.
 * @returns the records it changed
 */
export function acceptHandover(
  desk: Desk,
  session: Session,
  enrolment: Enrolment,
  { action, handover: id }: ParsedInputOf<'handover.accept'>,
): Result<readonly RecordRef[], Problem> {
  const { intent, records } = desk.stores;
  const handover = records.record.get('handover', id);
  const act = {
    action,
    commands: [{ kind: 'draft.accept', payload: { handover: id } }],
    consumes: [],
  };
  const accepted = submit(desk, session, enrolment, act, () => {
    if (handover === undefined) return;
    const owner = session.operator.id;
    const at = desk.time.now();
    for (const { field, text } of handover.fields) {
      // Above what its author kept here, should it be they who take it back.
      const rev = intent.draft.revOf(owner, handover.call, field) + 1;
      intent.draft.put(owner, { call: handover.call, field, text, rev }, at);
    }
  });
  return accepted.ok ? ok(accepted.value.changed) : accepted;
}
