import { OPEN_FOR_MS, OPENS_PROTECTED, veiled } from '../../../src-shared/applicant/access.ts';
import type { Applicant } from '../../../src-shared/applicant/model.ts';
import { toInstant } from '../../../src-shared/clock.ts';
import type { HistoryEntry } from '../../../src-shared/history/model.ts';
import type { Operator, Role } from '../../../src-shared/operator/model.ts';
import type { Desk } from '../desk.ts';

/** Who asks. */
export type Asking = Pick<Operator, 'id' | 'role'>;

/** Whether a role may open what is protected. */
export function mayOpen(role: Role): boolean {
  return OPENS_PROTECTED.includes(role);
}

/** Whether somebody of a named role has lately given a reason for opening a card, as its history says. */
export function isOpenTo(desk: Desk, me: Asking, entries: readonly HistoryEntry[]): boolean {
  const since = toInstant(desk.time.serverMs() - OPEN_FOR_MS);
  return (
    mayOpen(me.role) &&
    entries.some(({ kind, actor, at }) => kind === 'applicant.open' && actor === me.id && at >= since)
  );
}

/** A card as it may be shown to whoever asks. */
export function shownTo(desk: Desk, me: Asking, card: Applicant): Applicant {
  if (card.isProtected !== true) return card;
  return isOpenTo(desk, me, desk.stores.records.history.of(card.id)) ? card : veiled(card);
}
